import type { Identity, Message } from "../../../model/message.ts"
import type { Naming } from "./naming.ts"
import { createNaming, keyOf } from "./naming.ts"

/**
 * Who writes from an address alone gets the name that they sign with, or that others give the address.
 *
 * A name is only taken where it goes with the address, and one that somebody else of the thread has only where the
 * address spells it, or where a patch says so: people keep namesakes, and nobody may be taken for another.
 */
export function nameAuthors(messages: readonly Message[]): readonly Message[] {
  const naming = createNaming(messages)
  return naming.names.size === 0 ? messages : messages.map((message) => nameAuthor(message, naming))
}

export function nameAuthor(message: Message, { names }: Naming): Message {
  const name = names.get(keyOf(message.author))
  if (name === undefined) return message
  const again = { ...message, author: renamed(message.author, name) }
  received.set(again, message)
  return again
}

/** A message as it came, before its author was named. */
export function asReceived(message: Message): Message {
  return received.get(message) ?? message
}

const received = new WeakMap<Message, Message>()

// A message is told again by who wrote it, so that one and the same author is one and the same object.
const renamedBy = new WeakMap<Identity, Identity>()

function renamed(author: Identity, name: string): Identity {
  const known = renamedBy.get(author)
  if (known?.name === name) return known
  const again = { ...author, name }
  renamedBy.set(author, again)
  return again
}
