import type { Identity, Message, MessageId } from "../../model/message.ts"
import type { ParticipantId } from "../../model/summary.ts"

/** One person of a thread, with all their addresses and messages (in the thread's order). */
export interface Person {
  readonly id: ParticipantId
  readonly name: string
  readonly addresses: readonly string[]
  readonly messageIds: readonly MessageId[]
  readonly isBot: boolean
}

/** The people of a thread, in the order in which they first spoke. */
export interface People {
  readonly all: readonly Person[]
  /** Whose identity it is, where that is one of the thread's people. */
  readonly find: (identity: Identity) => Person | undefined
}

export function findPeople(messages: readonly Message[]): People {
  const byAddress = new Map<string, Message[]>()
  for (const message of messages) {
    const theirs = byAddress.get(message.author.address)
    if (theirs === undefined) byAddress.set(message.author.address, [message])
    else theirs.push(message)
  }
  const all = [...byAddress.entries()].map(([address, theirs]) => ({
    id: address,
    name: theirs[0]?.author.name ?? address,
    addresses: [address],
    messageIds: theirs.map((message) => message.id),
    isBot: theirs[0]?.author.isBot ?? false,
  }))
  const personByAddress = new Map(all.map((person) => [person.id, person]))
  return { all, find: (identity) => personByAddress.get(identity.address) }
}
