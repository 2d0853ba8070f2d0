import type { Message } from "../../../src/index.ts"
import { aMessage } from "./a-message.ts"

const PEOPLE = [
  "Ada Quist",
  "Bo Ferrin",
  "Cy Marlow",
  "Dee Okafor",
  "Ed Lindqvist",
  "Fay Moreau",
  "Gus Haller",
  "Ida Brandt",
]
/** Each speaks of something with a number, so that no two messages say the same. */
const SAID: readonly ((number: number) => string)[] = [
  (number) => `I think that evicting the oldest entry of shard ${number} is the right thing to do here.`,
  (number) => `Could you rename pick_${number}() to find_${number}() before this goes in?`,
  (number) => `This doesn't look good to me: the list of shard ${number} is not locked while it is walked.`,
  (number) => `Fair enough, the caller of walk_${number}() holds the lock.`,
  (number) => `What happens when two readers come to shard ${number} at the same time?`,
  (number) => `Please add a test for a full cache with ${number} entries.`,
  (number) => `I'll send v2 with a test of find_${number}().`,
  (number) => `Looks good to me with ${number} shards.`,
  (number) => `The numbers on machine ${number} were 12% lower, on the new one there was no difference at all.`,
  (number) => `I'd prefer a clock hand for shard ${number}, it needs no list and no lock.`,
]

/** The text that a message of a long thread quotes and says: a quote, three paragraphs, a signature; 1.5 KB or so. */
function bodyOf(index: number, parent: Message | undefined): string {
  const quote = (parent?.body ?? "")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(">") && !line.endsWith("wrote:"))
    .slice(0, 6)
    .map((line) => `> ${line}`)
  const say = (step: number): string => SAID[(index * 7 + step * 3) % SAID.length]?.(index * 10 + step) ?? ""
  return [
    ...(parent === undefined ? [] : [`On Mon, 1 Jun 2026 at 09:00, ${parent.author.name ?? ""} wrote:`, ...quote, ""]),
    say(0),
    say(1),
    "",
    `${say(2)} It was like this in round ${index} too, and nobody has found a reason to change it since then.`,
    say(3),
    "",
    say(4),
    "-- ",
    nameOf(index),
    "",
  ].join("\n")
}

function nameOf(index: number): string {
  const name = PEOPLE[index % PEOPLE.length] ?? ""
  const branch = Math.floor(index / PEOPLE.length) % 40
  return `${name} ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[branch % 26] ?? ""}${"abcdefghijklmnop"[branch % 16] ?? ""}`
}

/** A thread of any length, grafted: replies hang on the few messages before them. */
export function aLongThread(length: number): readonly Message[] {
  const messages: Message[] = []
  for (let index = 0; index < length; index++) {
    const parent = messages[Math.max(0, index - 1 - ((index * 13) % 9))]
    const name = nameOf(index)
    messages.push(
      aMessage({
        id: `m${index}@example.org`,
        author: { name, address: `${name.toLowerCase().replaceAll(" ", ".")}@example.org` },
        to: [{ address: "dev@lists.example.org" }],
        cc: parent === undefined ? [] : [parent.author],
        subject: `${index === 0 ? "" : "Re: "}[PATCH] cache: evict the oldest entry first`,
        body: bodyOf(index, parent),
        sentAt: new Date(Date.UTC(2026, 5, 1) + index * 60_000).toISOString(),
        inReplyTo: parent?.id,
        references: parent === undefined ? [] : [parent.id],
      }),
    )
  }
  return messages
}
