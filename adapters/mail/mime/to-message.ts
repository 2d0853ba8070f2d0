import type { AddressObject, ParsedMail } from "mailparser"
import type { Identity, Message } from "../../../src/index.ts"
import { decodePart, nameOfAttachment } from "./decode-part.ts"
import type { HeaderField } from "./header-fields.ts"
import { firstField } from "./header-fields.ts"
import { bareId, idsOf, parseMailDate } from "./header-values.ts"
import { htmlToLines } from "../pages/html-to-lines.ts"
import { openEnvelopes } from "./envelopes.ts"
import { textDefect } from "./text-defects.ts"
import { writerOf } from "./tracker-mail.ts"
import type { MimePart, MimeStructure } from "./mime-parts.ts"
import { readMimeStructure } from "./mime-parts.ts"

/** What later stages look at: how a client quotes, whether a robot wrote, what the body was made of. */
const KEPT_FIELDS = [
  "user-agent",
  "x-mailer",
  "list-id",
  "auto-submitted",
  "precedence",
  "archived-at",
  "reply-to",
  "sender",
  "x-mailman-version",
  "x-no-archive",
  "x-patchwork-hint",
  "x-bugzilla-reason",
  "x-git-refname",
]

/** One raw mail (RFC 5322 bytes) as a Message. `index` names mails without a Message-ID: `nomid-<index>`. */
export async function toMessage(raw: Buffer, index: number): Promise<Message> {
  const structure = openEnvelopes(unwrapMailman(readMimeStructure(raw.toString("latin1"))))
  const { fields } = structure
  const { mail, body, headers, defect } = await readText(structure)
  const sender = identitiesOf(mail.from)[0] ?? { address: "" }
  const author = writerOf(sender, body)
  const archivedAt = idsOf(firstField(fields, "archived-at"))[0] ?? firstField(fields, "archived-at")
  return {
    id: bareId(firstField(fields, "message-id")) ?? `nomid-${index}`,
    medium: "mail",
    author,
    to: identitiesOf(mail.to),
    cc: identitiesOf(mail.cc),
    subject: (mail.subject ?? "").replaceAll(/\s+/g, " ").trim(),
    body,
    sentAt: parseMailDate(firstField(fields, "date")),
    inReplyTo: idsOf(firstField(fields, "in-reply-to"))[0],
    references: idsOf(firstField(fields, "references")),
    permalink: archivedAt !== undefined && /^https?:\/\/[^\s<>]+$/.test(archivedAt) ? archivedAt : undefined,
    // What a tracker says of itself it does not say of whom it sends for.
    headers: author === sender ? headers : withoutField(headers, "auto-submitted"),
    reactions: [],
    mentions: [],
    attachments: await Promise.all(structure.parts.filter(isAttachment).map(nameOfAttachment)),
    defect,
  }
}

interface Text {
  readonly mail: ParsedMail
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly defect: string | undefined
}

/** The text that its author wrote: every plain part, joined; only where there is none, the HTML. */
async function readText({ fields, parts, defect }: MimeStructure): Promise<Text> {
  const plain = parts.filter((part) => part.type === "text/plain" && !isAttachment(part))
  const chosen = plain.length > 0 ? plain : parts.filter((part) => part.type === "text/html" && !isAttachment(part))
  const first = chosen[0] ?? { type: "text/plain", parameters: {}, fields: [], content: "" }
  const decoded = [await decodePart(first, fields)]
  for (const part of chosen.slice(1)) decoded.push(await decodePart(part, []))
  const texts = decoded.map(({ mail }) => (mail.html === false ? (mail.text ?? "") : htmlToLines(mail.html)))
  const body = texts.join("\n").replaceAll(/\r\n?/g, "\n").replaceAll("\u00A0", " ")
  const { mail } = decoded[0] ?? (await decodePart(first, fields))
  return {
    mail,
    body,
    headers: keptHeaders(fields, first),
    defect: defect ?? decoded.find((part) => part.defect !== undefined)?.defect ?? textDefect(mail.subject ?? "", body),
  }
}

/** `content-type` is that of the text that became the body: `format` and `delsp` tell how its lines may be joined. */
function keptHeaders(fields: readonly HeaderField[], text: MimePart): Readonly<Record<string, string>> {
  const kept = KEPT_FIELDS.flatMap((name) => {
    const value = firstField(fields, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const parameters = Object.entries(text.parameters).map(([name, value]) => `; ${name}=${value.toLowerCase()}`)
  return { ...Object.fromEntries(kept), "content-type": `${text.type}${parameters.join("")}` }
}

function withoutField(headers: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([kept]) => kept !== name))
}

/** Text of a forwarded message is somebody else's words: it is an attachment, like every other file. */
function isAttachment(part: MimePart): boolean {
  const isText = part.type === "text/plain" || part.type === "text/html"
  const isMarked = /attachment/i.test(firstField(part.fields, "content-disposition") ?? "")
  return !isText || isMarked || part.within !== undefined
}

/**
 * Mailman wraps mail of strict domains into one of its own: "Ada via list" with a notice, the true
 * mail inside. The inner one is what its author wrote; the outer one has the id that others answer to.
 */
function unwrapMailman(structure: MimeStructure): MimeStructure {
  const id = bareId(firstField(structure.fields, "message-id")) ?? ""
  const inner = structure.parts.find((part) => part.within !== undefined)?.within
  if (inner === undefined || !id.startsWith("mailman.")) return structure
  const kept = new Set(["from", "user-agent", "x-mailer"])
  return {
    ...structure,
    fields: [...inner.filter((field) => kept.has(field.name)), ...structure.fields],
    parts: structure.parts.filter((part) => part.within === inner).map((part) => ({ ...part, within: undefined })),
  }
}

function identitiesOf(value: AddressObject | AddressObject[] | undefined): readonly Identity[] {
  const objects = value === undefined ? [] : Array.isArray(value) ? value : [value]
  return objects
    .flatMap((object) => object.value)
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => ({ ...(name === "" ? {} : { name }), address: (address ?? "").toLowerCase() }))
}
