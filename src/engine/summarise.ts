import type { Message } from "../model/message.ts"
import type { Participant, Summary } from "../model/summary.ts"
import type { Thread } from "../model/thread.ts"

/** Who stands where in a thread and what is still asked. Total: any thread gives a summary, nothing is thrown. */
export function summarise(thread: Thread): Summary {
  const participants = findParticipants(thread.messages)
  return {
    version: 1,
    thread: {
      id: thread.id,
      subject: thread.subject,
      source: thread.source,
      messageCount: thread.messages.length,
    },
    messages: thread.messages.map((message) => ({
      id: message.id,
      author: message.author.address,
      origin: "received",
    })),
    participants,
    questions: [],
    choices: [],
    decisions: [],
    commitments: [],
    trailers: [],
    waiting: [],
    state: { kind: "unknown", text: "Not judged" },
    coverage: { read: thread.messages.length, skipped: thread.skipped, complete: false },
  }
}

function findParticipants(messages: readonly Message[]): readonly Participant[] {
  const byAddress = new Map<string, Message[]>()
  for (const message of messages)
    byAddress.set(message.author.address, [...(byAddress.get(message.author.address) ?? []), message])
  return [...byAddress.entries()].map(([address, theirs]) => ({
    id: address,
    name: theirs[0]?.author.name ?? address,
    addresses: [address],
    messageIds: theirs.map((message) => message.id),
    isBot: theirs[0]?.author.isBot ?? false,
    earlierStances: [],
  }))
}
