import type { Message } from "../../model/message.ts"
import type { MessagePrint } from "../../store/followed-thread.ts"

/** What each message looks like: changes when it is edited or deleted, and gives no word away. */
export function findPrints(messages: readonly Message[]): readonly MessagePrint[] {
  return messages.map((message) => ({ id: message.id, print: printOf(message) }))
}

/** One print of all of them: whether a thread is the same as it was. */
export function printOfThread(messages: readonly Message[]): string {
  return hash(
    findPrints(messages)
      .map(({ id, print }) => `${id} ${print}`)
      .join("\n"),
  )
}

function printOf(message: Message): string {
  if (message.isDeleted === true) return "deleted"
  const votes = message.reactions.map((reaction) => [reaction.emoji, ...reaction.by.map((one) => one.address)])
  return hash(JSON.stringify([message.subject, message.body, votes]))
}

// FNV-1a, 53 bits in two halves: told apart are two versions of one message, not all messages of the world.
function hash(text: string): string {
  let low = 0x811c9dc5
  let high = 0x9dc5811c
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + index), 0x01000193)
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`
}
