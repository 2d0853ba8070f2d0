import type { DraftLine } from "../lines/line-table.ts"
import { isBlank } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

const SIGNED_MESSAGE = "-----BEGIN PGP SIGNED MESSAGE-----"
const BEGIN = /^-----BEGIN (?<what>[A-Z][A-Z\d/ ]{0,40})-----\s*$/u

/**
 * Takes the dashes off that clear-signed text carries: PGP puts "- " before every line of it that begins
 * with "-" (RFC 9580, 7.2), so that "- -- " is a signature's delimiter, and "- - ink" an item of a list.
 */
export function unescapeDashes(lines: readonly DraftLine[]): void {
  let isSigned = false
  for (const line of lines) {
    if (line.text.startsWith("-----")) isSigned = line.text.startsWith(SIGNED_MESSAGE)
    else if (isSigned && line.text.startsWith("- ")) line.content = line.content.slice(2)
  }
}

/** Whether a body holds text that was clear-signed. */
export function isClearSigned(body: string): boolean {
  return body.includes(SIGNED_MESSAGE)
}

/**
 * Marks the armour of signed and encrypted text, keys and certificates: the sender's own machine text, hence
 * code. It is never a sentence and never part of one.
 */
export function markArmour(lines: DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !line.text.startsWith("-----BEGIN ")) continue
    const what = BEGIN.exec(line.text)?.groups?.["what"]
    if (what === undefined) continue
    const last = what === "PGP SIGNED MESSAGE" ? endOfHead(lines, at) : endOfArmour(lines, at, what)
    claim(lines, { first: at, last }, "code")
    at = last
  }
}

// "Hash: SHA256" and, rarely, a few more armour headers stand above the blank line.
const MAX_HEAD = 4

function endOfHead(lines: readonly DraftLine[], start: number): number {
  for (let at = start + 1; at <= start + MAX_HEAD; at++) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) return at
  }
  return start
}

// An armour header, or figures in base64: no line of prose.
const ENCODED = /^(?:[A-Z][A-Za-z-]{0,20}: .{0,200}|[A-Za-z\d+/=]*)\s*$/u

/** Up to the line that ends it; where a list cut that off, as far as lines look encoded. */
function endOfArmour(lines: readonly DraftLine[], start: number, what: string): number {
  let encoded = start
  let at = start + 1
  for (; at < lines.length && lines[at]?.text.startsWith("-----") !== true; at++)
    if (encoded === at - 1 && ENCODED.test(lines[at]?.text ?? "")) encoded = at
  return lines[at]?.text.startsWith(`-----END ${what}-----`) === true ? at : encoded
}
