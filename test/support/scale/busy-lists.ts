import type { Feed, FeedItem, Message, ThreadSource } from "../../../src/index.ts"
import { aMessage } from "../threads/a-message.ts"
import { createRandom } from "../random.ts"

export interface BusyLists {
  readonly source: ThreadSource
  readonly feed: Feed
  readonly mails: number
  readonly threads: number
  /** How many of the mails have been handed out. */
  handedOut(): number
  /** A thread as it is in the end: for timing a summary apart. */
  wholeThread(index: number): readonly Message[]
}

export interface BusyPlan {
  readonly lists: number
  readonly mails: number
  readonly fromMs: number
  readonly untilMs: number
  readonly areas: number
  readonly seed: number
  readonly now: () => number
}

interface ThreadPlan {
  readonly list: number
  readonly area: number
  /** When each mail comes in. */
  readonly times: readonly number[]
}

const HOUR_MS = 3_600_000
const MAX_ITEMS_A_LOOK = 200
// What people say in reviews, in the mix of a working list: most mails move nobody.
const REPLIES: readonly string[] = [
  "I tried this on two machines and the numbers are the same as before.",
  "The second hunk needs a blank line, otherwise this reads well.",
  "Looks good to me.",
  "I do not like this at all, the lock is held far too long here.",
  "Have you measured this with more than one writer?",
  "Yes, with eight of them, and nothing changed.",
  "Should the limit be read once, or at every call?",
  "I would rather have the callers pass the limit in.",
  "That was fixed last week in another tree.",
  "Fine with me, on second thought.",
]
const TRAILERS = ["Acked-by", "Reviewed-by", "Tested-by"]

/** Mailing lists on which mail comes in over a span of time. Bodies are made when they are read: none is kept. */
export function createBusyLists(plan: BusyPlan): BusyLists {
  const threads = planThreads(plan)
  const byList = Array.from({ length: plan.lists }, (_, list) => mailsOf(list, threads))
  let handedOut = 0
  return {
    mails: byList.reduce((sum, mails) => sum + mails.length, 0),
    threads: threads.length,
    handedOut: () => handedOut,
    wholeThread: (index) => threadMessages(threads, index, Number.POSITIVE_INFINITY),
    source: {
      name: "lists",
      schemes: ["list"],
      hosts: [],
      forms: [],
      accepts: (ref) => ref.kind === "message-id",
      read: async (ref) => {
        const index = Number(/^t(?<thread>\d+)\./.exec(ref.kind === "message-id" ? ref.id : "")?.groups?.["thread"])
        const messages = threadMessages(threads, index, plan.now())
        return messages.length === 0 ? undefined : { source: "mail", messages, skipped: [], reasons: [] }
      },
    },
    feed: {
      name: "lists",
      accepts: (ref) => ref.kind === "id" && ref.scheme === "list",
      privatePlace: () => undefined,
      readNew: async (ref, cursor) => {
        const mails = byList[ref.kind === "id" ? Number(ref.rest) : 0] ?? []
        const from = Number(cursor ?? 0)
        const now = plan.now()
        const found = mails.slice(from, from + MAX_ITEMS_A_LOOK).filter((mail) => mail.at <= now)
        handedOut += found.length
        const items = found.map((mail) => toItem(messageOf(threads, mail.thread, mail.index)))
        const next = from + found.length
        return { items, cursor: String(next), hasMore: (mails[next]?.at ?? Number.POSITIVE_INFINITY) <= now }
      },
    },
  }
}

function planThreads({ lists, mails, fromMs, untilMs, areas, seed }: BusyPlan): readonly ThreadPlan[] {
  const random = createRandom(seed)
  const threads: ThreadPlan[] = []
  let left = mails
  while (left > 0) {
    // Half the threads are a mail or three, a few go past fifty: 11 on the average.
    const size = Math.min(left, 1 + Math.floor(3 / (random() + 0.03) ** 0.9 + random() * 4))
    const first = fromMs + random() * (untilMs - fromMs)
    const times = [first]
    for (let index = 1; index < size; index += 1) {
      // Patch series come all at once, replies after minutes or hours; what would come too late comes early.
      const gap = random() < 0.2 ? 1_000 : HOUR_MS * 0.2 * (0.05 - Math.log(1 - random()))
      const next = (times.at(-1) ?? first) + gap
      times.push(next < untilMs ? next : fromMs + random() * (untilMs - fromMs))
    }
    threads.push({
      list: Math.floor(random() * lists),
      area: Math.floor(random() * areas),
      times: times.toSorted((left_, right) => left_ - right),
    })
    left -= size
  }
  return threads
}

interface MailPlan {
  readonly thread: number
  readonly index: number
  readonly at: number
}

function mailsOf(list: number, threads: readonly ThreadPlan[]): readonly MailPlan[] {
  return threads
    .flatMap((plan, thread) => (plan.list === list ? plan.times.map((at, index) => ({ thread, index, at })) : []))
    .toSorted((left, right) => left.at - right.at)
}

function threadMessages(threads: readonly ThreadPlan[], thread: number, now: number): readonly Message[] {
  return (threads[thread]?.times ?? []).filter((at) => at <= now).map((_, index) => messageOf(threads, thread, index))
}

function messageOf(threads: readonly ThreadPlan[], thread: number, index: number): Message {
  const plan = threads[thread]
  const random = createRandom(thread * 1_009 + index * 31 + 7)
  const root = `t${thread}.0@l${plan?.list}.example.org`
  const parent = `t${thread}.${Math.floor(random() * index)}@l${plan?.list}.example.org`
  const number = (thread * 7 + Math.floor(random() * Math.min(12, index + 2))) % 400
  const person = `Person ${String.fromCharCode(65 + (number % 26))}${number}`
  const topic = `[PATCH] area-${String(plan?.area).padStart(3, "0")}: take the lock once, part ${thread}`
  return aMessage({
    id: `t${thread}.${index}@l${plan?.list}.example.org`,
    author: { name: person, address: `p${number}@l${plan?.list}.example.org` },
    subject: index === 0 ? topic : `Re: ${topic}`,
    body: index === 0 ? rootBody(person) : replyBody(person, random),
    references: index === 0 ? [] : [root, ...(parent === root ? [] : [parent])],
    inReplyTo: index === 0 ? undefined : parent,
    sentAt: new Date(plan?.times[index] ?? 0).toISOString(),
  })
}

function rootBody(person: string): string {
  const why = "The lock is taken twice on every call, which costs a cache line for each reader.\n"
  const hunk = "@@ -1,3 +1,3 @@\n-\tlock(a);\n+\tlock_once(a);\n"
  return `${why.repeat(4)}\nWould a spin lock do instead?\n\nSigned-off-by: ${person}\n---\n a.c | 2 +-\n\n${hunk.repeat(6)}`
}

function replyBody(person: string, random: () => number): string {
  const pick = (): string => REPLIES[Math.floor(random() * REPLIES.length)] ?? ""
  const quote = "> The lock is taken twice on every call, which costs a cache line for each reader.\n"
  const trailer =
    random() < 0.15 ? `\n${TRAILERS[Math.floor(random() * TRAILERS.length)]}: ${person} <x@example.org>\n` : ""
  return `On Tue, Nov 24, 2026 at 10:00 AM Ada Byron wrote:\n${quote.repeat(3)}\n${pick()}\n${random() < 0.5 ? `${pick()}\n` : ""}${trailer}\nBest,\n${person}\n`
}

function toItem({ id, inReplyTo, references, author, subject, sentAt }: Message): FeedItem {
  return { id, inReplyTo, references, author, subject, sentAt, thread: { kind: "message-id", id } }
}
