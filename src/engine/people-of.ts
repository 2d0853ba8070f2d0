import type { Identity, Message } from "../model/message.ts"
import type { People } from "./people/people.ts"
import { findPeople } from "./people/people.ts"

/** People, with what tells them apart. */
export interface ToldPeople {
  readonly people: People
  /** The messages that show somebody new, or a role of theirs, and of each only the identities that are new. */
  readonly telling: readonly Message[]
  /** Everybody whom these show, by role. */
  readonly shown: Set<string>
  /** How many messages they were told from. */
  readonly count: number
}

/**
 * The people of a thread.
 *
 * They are told from the identities that are new in each message: nine mails of ten in a long thread
 * show nobody new, and then the people are the ones that they were.
 */
export function peopleOf(messages: readonly Message[], before: ToldPeople | undefined): ToldPeople {
  const shown = before?.shown ?? new Set<string>()
  const telling = [...(before?.telling ?? [])]
  const known = telling.length
  for (const message of messages.slice(before?.count ?? 0)) {
    const fresh = freshOf(message, shown)
    if (fresh !== undefined) telling.push(fresh)
  }
  if (before !== undefined && telling.length === known) return { ...before, count: messages.length }
  return { people: findPeople(telling), telling, shown, count: messages.length }
}

/** The message with only those whom none before it showed; undefined where it shows nobody new. */
function freshOf(message: Message, shown: Set<string>): Message | undefined {
  const before = shown.size
  shown.add(`author ${keyOf(message.author)} ${message.headers["auto-submitted"] ?? ""}`)
  const isNew = (identity: Identity): boolean => isAdded(shown, keyOf(identity))
  const to = message.to.filter(isNew)
  const cc = message.cc.filter(isNew)
  const mentions = message.mentions.filter(isNew)
  return shown.size === before ? undefined : { ...message, to, cc, mentions }
}

function isAdded(shown: Set<string>, key: string): boolean {
  const before = shown.size
  return shown.add(key).size > before
}

function keyOf({ address, name, isBot }: Identity): string {
  return `${address} ${name ?? ""}${isBot === true ? " bot" : ""}`
}
