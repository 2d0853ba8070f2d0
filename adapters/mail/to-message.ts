import { simpleParser } from "mailparser"
import type { AddressObject } from "mailparser"
import type { Identity, Message } from "../../src/index.ts"

/** One raw mail (RFC 5322 bytes) as a Message. `index` names mails without a Message-ID: `nomid-<index>`. */
export async function toMessage(raw: Buffer, index: number): Promise<Message> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true })
  const references = typeof mail.references === "string" ? [mail.references] : (mail.references ?? [])
  const sentAt = mail.date?.toISOString()
  return {
    id: bare(mail.messageId) ?? `nomid-${index}`,
    medium: "mail",
    author: identitiesOf(mail.from)[0] ?? { address: "" },
    to: identitiesOf(mail.to),
    cc: identitiesOf(mail.cc),
    subject: mail.subject ?? "",
    body: mail.text ?? "",
    ...(sentAt === undefined ? {} : { sentAt }),
    inReplyTo: bare(mail.inReplyTo),
    references: references.map((id) => bare(id) ?? id),
    headers: {},
    reactions: [],
    mentions: [],
    attachments: mail.attachments.map((attachment) => attachment.filename ?? "unnamed"),
  }
}

function bare(id: string | undefined): string | undefined {
  return id?.replaceAll(/[<>\s]/g, "")
}

function identitiesOf(value: AddressObject | AddressObject[] | undefined): readonly Identity[] {
  const objects = value === undefined ? [] : Array.isArray(value) ? value : [value]
  return objects.flatMap((object) =>
    object.value.map((entry) => ({ name: entry.name, address: (entry.address ?? "").toLowerCase() })),
  )
}
