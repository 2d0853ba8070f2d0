import { createHash } from "node:crypto"
import type { Message, Reading } from "../../../src/index.ts"
import { parsePageDate } from "../mime/header-values.ts"

/** An archive's page, saved as text: a title, lines as "From:" and "Date:", and the body. */
export interface Page {
  readonly title: string
  readonly fields: Readonly<Record<string, string>>
  readonly body: string
}

// The header of a page stands in its first lines; further down, "From:" is somebody's quote.
const HEADER_WINDOW = 60
const PAGE_FIELD =
  /^\s{0,3}(?<name>from|date|subject|to|cc|author|sent|message-id|in-reply-to|reply-to|newsgroups|list|references|previous message|next message|next in thread|previous in thread|messages sorted by)\s?:\s*(?<value>.*)$/i

/** The parts of a page, or undefined where the text is none. */
export function readPage(text: string): Page | undefined {
  const lines = text.replaceAll(/\r\n?/g, "\n").replaceAll("\u00A0", " ").split("\n")
  const { fields, lastField } = readPageFields(lines)
  if (!hasHead(fields)) return undefined
  const title = fields["subject"] ?? lines.slice(0, lastField).find(isTitle)?.trim() ?? ""
  const start = lines.findIndex((line, index) => index > lastField && line.trim() !== "")
  return { title, fields, body: start === -1 ? "" : lines.slice(start).join("\n") }
}

function readPageFields(lines: readonly string[]): {
  readonly fields: Readonly<Record<string, string>>
  readonly lastField: number
} {
  const fields: Record<string, string> = {}
  let lastField = -1
  for (const [index, line] of lines.slice(0, HEADER_WINDOW).entries()) {
    const groups = PAGE_FIELD.exec(line)?.groups
    if (groups !== undefined) {
      fields[(groups["name"] ?? "").toLowerCase()] ??= (groups["value"] ?? "").trim()
      lastField = index
    } else if (line.trim() !== "" && hasHead(fields)) break
  }
  return { fields, lastField }
}

/** One received message; what its quotes hold is the engine's to find. */
export function pageReading(page: Page, text: string): Reading {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16)
  const message: Message = {
    id: `page:${hash}`,
    medium: "mail",
    author: authorOf(page.fields["from"] ?? page.fields["author"] ?? ""),
    to: [],
    cc: [],
    subject: page.title,
    body: page.body,
    sentAt: parsePageDate(page.fields["date"] ?? page.fields["sent"]),
    references: [],
    headers: {},
    reactions: [],
    mentions: [],
    attachments: [],
  }
  return { source: "page", threadId: `page:${hash}`, messages: [message], skipped: [], reasons: [] }
}

function hasHead(fields: Readonly<Record<string, string>>): boolean {
  return (
    (fields["from"] ?? fields["author"]) !== undefined &&
    (fields["date"] ?? fields["sent"] ?? fields["subject"]) !== undefined
  )
}

function isTitle(line: string): boolean {
  return line.trim() !== "" && !PAGE_FIELD.test(line)
}

/** `Ada Lovelace <ada@example.org>`, `Ada Lovelace (ada_at_example.org)`, or a name alone. */
function authorOf(text: string): Message["author"] {
  const groups = /^"?(?<name>[^<("]*?)"?\s*[<(](?<address>[^>)]+)[>)]/.exec(text)?.groups
  const name = groups?.["name"] ?? text
  const address = (groups?.["address"] ?? "")
    .replace(/\s*(?:_at_| at |\(at\))\s*/i, "@")
    .trim()
    .toLowerCase()
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(address)
  const bare = /^[^\s@]+@[^\s@]+$/.test(name.trim()) ? name.trim().toLowerCase() : undefined
  return { name: name.trim(), address: isAddress ? address : (bare ?? "") }
}
