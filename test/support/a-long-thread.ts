import type { Message } from "../../src/index.ts"

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
const SAID = [
  "I think that evicting the oldest entry is the right thing to do here.",
  "Could you rename pick_oldest() to find_oldest() before this goes in?",
  "This doesn't look good to me: the list is not locked while it is walked.",
  "Fair enough, the caller holds the lock.",
  "What happens when two readers come at the same time?",
  "Please add a test for the full cache.",
  "I'll send v2 with a test.",
  "Looks good to me.",
  "The numbers on the old machine were 12% lower, on the new one there was no difference at all.",
  "I'd prefer a clock hand, it needs no list and no lock.",
]

/** The text that a message of a long thread quotes and says: a quote, three paragraphs, a signature; 1.5 KB or so. */
function bodyOf(index: number, parent: Message | undefined): string {
  const quote = (parent?.body ?? "")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(">") && !line.endsWith("wrote:"))
    .slice(0, 6)
    .map((line) => `> ${line}`)
  const say = (step: number): string => SAID[(index * 7 + step * 3) % SAID.length] ?? ""
  return [
    ...(parent === undefined ? [] : [`On Mon, 1 Jun 2026 at 09:00, ${parent.author.name ?? ""} wrote:`, ...quote, ""]),
    say(0),
    say(1),
    "",
    `${say(2)} It was like this in round ${index % 97} too, and nobody has found a reason to change it since then.`,
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
    messages.push({
      id: `m${index}@example.org`,
      medium: "mail",
      author: { name, address: `${name.toLowerCase().replaceAll(" ", ".")}@example.org` },
      to: [{ address: "dev@lists.example.org" }],
      cc: parent === undefined ? [] : [parent.author],
      subject: `${index === 0 ? "" : "Re: "}[PATCH] cache: evict the oldest entry first`,
      body: bodyOf(index, parent),
      sentAt: new Date(Date.UTC(2026, 5, 1) + index * 60_000).toISOString(),
      inReplyTo: parent?.id,
      references: parent === undefined ? [] : [parent.id],
      headers: {},
      reactions: [],
      mentions: [],
      attachments: [],
    })
  }
  return messages
}
