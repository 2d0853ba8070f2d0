import type { Identity, Message } from "../model/message.ts"
import type { People } from "./people/people.ts"
import { findPeople } from "./people/people.ts"

/** People, with the messages that tell them apart. */
export interface ToldPeople {
  readonly people: People
  /** The messages that show somebody, or a role of theirs, that none before them shows. */
  readonly telling: readonly Message[]
  /** Everybody whom these messages show, by role. */
  readonly shown: Set<string>
}

/**
 * The people of a thread.
 *
 * They are told from the messages that bring somebody new: nine mails of ten in a long thread bring
 * nobody, and then the people are the ones that they were.
 */
export function peopleOf(
  messages: readonly Message[],
  before: (ToldPeople & { readonly thread: { readonly messages: readonly Message[] } }) | undefined,
): ToldPeople {
  const shown = before?.shown ?? new Set<string>()
  const fresh = messages.slice(before?.thread.messages.length ?? 0).filter((message) => showsSomebody(message, shown))
  if (before !== undefined && fresh.length === 0) return before
  const telling = [...(before?.telling ?? []), ...fresh]
  return { people: findPeople(telling), telling, shown }
}

/** Notes everybody whom a message shows, and says whether anybody was new. */
function showsSomebody(message: Message, shown: Set<string>): boolean {
  const before = shown.size
  shown.add(`author ${keyOf(message.author)} ${message.headers["auto-submitted"] ?? ""}`)
  for (const identity of message.to) shown.add(keyOf(identity))
  for (const identity of message.cc) shown.add(keyOf(identity))
  for (const identity of message.mentions) shown.add(keyOf(identity))
  return shown.size > before
}

function keyOf({ address, name, isBot }: Identity): string {
  return `${address} ${name ?? ""}${isBot === true ? " bot" : ""}`
}
