import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, isWhite, lineAt } from "../lines/line-table.ts"
import { SAYING } from "../attributions/verbs-of-saying.ts"

/**
 * Some people's programs quote with "|" or ":". They begin tables and lists too, so they are marks only from where an
 * attribution stands right above, and from there on wherever they begin a line of that level. A mail that begins with
 * a bar begins with a quote.
 */
export function markPipes(lines: readonly DraftLine[]): void {
  const announced = new Set<string>()
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (!MARKED.test(line.content) || isTableRow(line.content)) continue
    const key = `${line.marks}${line.content[0] ?? ""}`
    if (!announced.has(key) && !standsUnderAttribution(lines, at) && !opensMail(lines, at)) continue
    announced.add(key)
    takePipes(line)
  }
}

const MARKED = /^(?:\||: )/u

/** A bar on the first line that holds anything: tables stand below words that tell of them. */
function opensMail(lines: readonly DraftLine[], at: number): boolean {
  if (!lineAt(lines, at).content.startsWith("| ")) return false
  for (let above = at - 1; above >= 0; above--)
    if (at - above > LOOK_BACK || !isBlank(lineAt(lines, above))) return false
  return true
}

// Between an attribution and its quote stands a blank line at most.
const LOOK_BACK = 2

function standsUnderAttribution(lines: readonly DraftLine[], at: number): boolean {
  const { marks } = lineAt(lines, at)
  for (let above = at - 1; above >= at - LOOK_BACK; above--) {
    const line = lineAt(lines, above)
    if (isBlank(line) && line.marks >= 0) continue
    return line.marks === marks && /[:：]\s*$/u.test(line.content) && SAYING.test(line.content)
  }
  return false
}

/** More bars behind the words: a row of a table, quoted or not, and most are the sender's own. */
function isTableRow(content: string): boolean {
  return content.startsWith("|") && content.includes("|", PIPES.exec(content)?.[0].length ?? 1)
}

const PIPES = /^(?:\|(?: ?[|>](?=\s|$))*|:) ?/u

function takePipes(line: DraftLine): void {
  const found = PIPES.exec(line.content)?.[0] ?? ""
  const depth = line.marks + found.replaceAll(" ", "").length
  line.content = line.content.slice(found.length)
  line.marks = depth
  line.depth = depth
  line.isBlank = isWhite(line.content)
}
