/** The fields of a mail for a test; whatever is left out gets a plain value. */
export interface MailFields {
  readonly id?: string
  readonly from?: string
  readonly subject?: string
  readonly date?: string
  readonly inReplyTo?: string
  readonly references?: readonly string[]
  readonly headers?: readonly string[]
  readonly body?: string
}

/** A mail as it goes over the wire, with LF line ends. */
export function aMail(fields: MailFields = {}): string {
  const references = fields.references ?? (fields.inReplyTo === undefined ? [] : [fields.inReplyTo])
  return [
    `From: ${fields.from ?? "Ada Lovelace <ada@example.org>"}`,
    "To: dev@lists.example.org",
    `Subject: ${fields.subject ?? "Cache sizes"}`,
    `Date: ${fields.date ?? "Mon, 01 Jan 2024 10:00:00 +0000"}`,
    `Message-ID: <${fields.id ?? "root@example.org"}>`,
    ...(fields.inReplyTo === undefined ? [] : [`In-Reply-To: <${fields.inReplyTo}>`]),
    ...(references.length === 0 ? [] : [`References: ${references.map((id) => `<${id}>`).join(" ")}`]),
    ...(fields.headers ?? []),
    "",
    fields.body ?? "I think that we keep the small cache.",
    "",
  ].join("\n")
}

/** Three mails of two people: a root, an answer, an answer to that. `stem` keeps the ids of several threads apart. */
export function aMailThread(stem = "cache", subject = "Cache sizes"): readonly string[] {
  return [
    aMail({
      id: `${stem}-1@example.org`,
      subject,
      date: "Mon, 01 Jan 2024 10:00:00 +0000",
      body: "Shall we double the cache?",
    }),
    aMail({
      id: `${stem}-2@example.org`,
      subject: `Re: ${subject}`,
      from: "Grace Hopper <grace@example.org>",
      date: "Mon, 01 Jan 2024 12:30:00 +0100",
      inReplyTo: `${stem}-1@example.org`,
      body: "On Monday Ada Lovelace wrote:\n> Shall we double the cache?\n\nNo, it is large enough.",
    }),
    aMail({
      id: `${stem}-3@example.org`,
      subject: `Re: ${subject}`,
      date: "Tue, 02 Jan 2024 09:00:00 +0000",
      inReplyTo: `${stem}-2@example.org`,
      references: [`${stem}-1@example.org`, `${stem}-2@example.org`],
      body: "Then we leave it.",
    }),
  ]
}

/** The ids of such a thread, oldest first. */
export function aMailThreadsIds(stem = "cache"): readonly string[] {
  return [1, 2, 3].map((number) => `${stem}-${number}@example.org`)
}

/** Mails as an mbox, `From ` lines of bodies escaped as mboxrd has it. */
export function anMbox(mails: readonly string[]): string {
  return mails
    .map((mail) => `From mboxrd@z Thu Jan  1 00:00:00 1970\n${mail.replaceAll(/^(?<line>>*From )/gm, ">$<line>")}\n`)
    .join("")
}
