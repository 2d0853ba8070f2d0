import { simpleParser } from "mailparser"
import type { ParsedMail } from "mailparser"
import type { HeaderField } from "./header-fields.ts"
import { firstField } from "./header-fields.ts"
import type { MimePart } from "./mime-parts.ts"

/** The fields whose decoding is mailparser's; of each it sees the first one alone. */
const DECODED_FIELDS = ["from", "to", "cc", "subject", "reply-to"]

/** Pipermail hides addresses so: `ada at example.org (Ada)`. */
const HIDDEN_ADDRESS = /^(?<local>[^\s@<>()",]+) at (?<domain>[^\s@<>()",]+)(?<rest>\s*\([^]*\))?$/

export interface DecodedPart {
  readonly mail: ParsedMail
  /** What of the text was lost, in words for people. */
  readonly defect: string | undefined
}

/**
 * One text part, decoded by mailparser from a mail made for it: the fields that people read, and a
 * Content-Type without `format=flowed` (mailparser would join quoted lines of different depth, and
 * so put words into another person's mouth; lines are joined by the engine, by depth).
 */
export async function decodePart(part: MimePart, fields: readonly HeaderField[]): Promise<DecodedPart> {
  const { charset, defect } = charsetOf(part)
  const encoding = firstField(part.fields, "content-transfer-encoding")?.split(/[\s;]/)[0] ?? "8bit"
  const head = [
    ...DECODED_FIELDS.flatMap((name) => {
      const value = firstField(fields, name)
      return value === undefined ? [] : [`${name}: ${value.replace(HIDDEN_ADDRESS, "$<local>@$<domain>$<rest>")}`]
    }),
    `content-type: ${part.type === "text/html" ? "text/html" : "text/plain"}; charset="${charset}"`,
    `content-transfer-encoding: ${encoding}`,
  ]
  const raw = Buffer.from(`${head.join("\r\n")}\r\n\r\n${part.content}`, "latin1")
  const mail = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  })
  const decoded = mail.html === false ? (mail.text ?? "") : mail.html
  const isLossy =
    decoded.includes("\uFFFD") && !/\xEF\xBF\xBD|=EF=BF=BD/i.test(part.content) && !/base64/i.test(encoding)
  const isDamaged = /base64/i.test(encoding) && isDamagedBase64(part.content)
  const lost = isLossy ? `some characters are not ${charset}` : isDamaged ? "its base64 is damaged" : undefined
  return { mail, defect: defect ?? lost }
}

/** Decoders skip what is no base64 and go on with other words than were sent. What lists add behind the end is no damage. */
function isDamagedBase64(content: string): boolean {
  const encoded = content.replaceAll(/\s/g, "").replace(/=[^]*$/, "")
  const isCut = encoded.length % 4 === 1 || (encoded.length % 4 > 0 && !content.includes("="))
  return isCut || /[^A-Za-z0-9+/]/.test(encoded)
}

/** The name under which a part was attached, decoded; its type where it has none. What lies in a forwarded mail is that mail. */
export async function nameOfAttachment(part: MimePart): Promise<string> {
  if (part.within !== undefined) return "message/rfc822"
  const lines = part.fields
    .filter(({ name }) => name === "content-type" || name === "content-disposition")
    .map(({ name, value }) => `${name}: ${value}`)
  const isMarked = lines.some((line) => line.startsWith("content-disposition"))
  const head = isMarked ? lines : [...lines, "content-disposition: attachment"]
  const mail = await simpleParser(Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"))
  return mail.attachments[0]?.filename ?? part.parameters["name"] ?? part.type
}

function charsetOf(part: MimePart): { readonly charset: string; readonly defect?: string } {
  const label = (part.parameters["charset"] ?? "")
    .trim()
    .toLowerCase()
    .replaceAll(/[^\w:.+-]/g, "")
  const isAscii = label === "" || label === "us-ascii" || label === "ascii" || label.startsWith("unknown")
  if (!isAscii && isKnownCharset(label)) return { charset: label }
  const guess = isUtf8(part.content) ? "utf-8" : "windows-1252"
  return isAscii ? { charset: guess } : { charset: guess, defect: `unknown character set "${label}"` }
}

/** Names that mailparser reads and that Node's own decoder does not know. */
const MORE_CHARSETS =
  /^(?:cp-?\d{3,4}|ibm\d{3}|utf-?7|utf-?16|iso-2022-\w+|jis\w*|windows-\d{3,4}|mac\w+|ks_c_5601-1987|hz-gb-2312)$/

function isKnownCharset(label: string): boolean {
  if (MORE_CHARSETS.test(label)) return true
  try {
    return new TextDecoder(label).encoding !== ""
  } catch {
    return false
  }
}

function isUtf8(latin1: string): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(latin1, "latin1"))
    return true
  } catch {
    return false
  }
}
