import type { Ask } from "../platform/ask.ts"
import { personKey } from "../platform/place-key.ts"
import type { Desk } from "./desk.ts"
import type { ReadThread } from "./thread-reader.ts"

/** One request being answered, with all that its command may need. */
export interface Asking extends Desk {
  readonly ask: Ask
  readonly now: Date
  readonly readThread: ReadThread
}

export function askerKey({ ask }: Pick<Asking, "ask">): string {
  return personKey(ask.asker)
}

/** Addresses that the asker has proved to be theirs: tied ones, and what the platform itself vouches for. */
export async function provenAddresses(asking: Asking): Promise<readonly string[]> {
  const tied = (await asking.store.identities.ofPerson(askerKey(asking))).map((identity) => identity.address)
  const verified = asking.ask.asker.verifiedAddress?.toLowerCase()
  return [...new Set([...tied, ...(verified === undefined ? [] : [verified])])]
}
