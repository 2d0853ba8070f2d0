import type { Message } from "../../model/message.ts"
import { isUnnamed, plainLocal } from "./name-authors.ts"

/** Whom a growing thread has met, as far as it tells whether another message may name somebody. */
export interface Met {
  /** Of each author who goes by an address alone the part before the @. */
  readonly unnamed: Set<string>
  /** An archive hid the address of one: any address may be theirs. */
  hasDisguised: boolean
  /** Everybody who wrote or was written to. */
  readonly people: Set<string>
}

export function createMet(): Met {
  return { unnamed: new Set(), hasDisguised: false, people: new Set() }
}

export function meet(met: Met, message: Message): void {
  for (const one of peopleOf(message)) met.people.add(one)
  if (!isUnnamed(message)) return
  const local = plainLocal(message.author)
  if (local === undefined) met.hasDisguised = true
  else met.unnamed.add(local)
}

/** Whether what comes may change what anybody is called: then all of the thread is looked at again. */
export function mayTellName(message: Message, { unnamed, hasDisguised, people }: Met): boolean {
  if (isUnnamed(message)) return true
  if (unnamed.size === 0 && !hasDisguised) return false
  if (hasDisguised || peopleOf(message).some((one) => !people.has(one))) return true
  return unnamed.values().some((local) => message.body.includes(local))
}

function peopleOf({ author, to, cc }: Message): readonly string[] {
  return [author, ...to, ...cc].map(({ address, name = "" }) => `${address} ${name}`)
}
