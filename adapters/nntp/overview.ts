import type { Message } from "../../src/index.ts"
import { toMessage } from "../mail/index.ts"
import type { NntpConnection } from "./nntp-connection.ts"
import { refused } from "./news-server.ts"

/** What the overview says of one article: a message without its words. */
export interface OverviewEntry {
  readonly number: number
  readonly message: Message
}

export interface NumberRange {
  readonly from: number
  readonly to: number
}

/** The overview of a range of the selected group, in order of arrival. Numbers that are gone are left out. */
export async function readOverview(
  connection: NntpConnection,
  { from, to }: NumberRange,
): Promise<readonly OverviewEntry[]> {
  if (from > to) return []
  const answer = await connection.send(`OVER ${from}-${to}`)
  // 420 and 423: nothing there.
  if (answer.code === 420 || answer.code === 423) return []
  if (answer.code !== 224 || answer.block === undefined) throw refused("the overview", answer)
  const entries: OverviewEntry[] = []
  for (const line of answer.block.toString("latin1").split("\r\n")) {
    const number = Number(/^\d{1,15}(?=\t)/.exec(line)?.[0] ?? Number.NaN)
    if (Number.isInteger(number)) entries.push({ number, message: await toMessage(headerOf(line), number) })
  }
  return entries
}

/** RFC 3977 8.3: number, subject, from, date, id, references, …; made into the header that they came from. */
function headerOf(line: string): Buffer {
  const [, subject = "", author = "", date = "", id = "", references = ""] = line.split("\t")
  const header = [`Subject: ${subject}`, `From: ${author}`, `Date: ${date}`, `Message-ID: ${id}`]
  if (references !== "") header.push(`References: ${references}`)
  return Buffer.from(`${header.join("\r\n")}\r\n\r\n`, "latin1")
}
