import type { Feed, FeedItem, Message, ThreadSource } from "../../../src/index.ts"
import type { AppError } from "../../../src/index.ts"

export interface FakeList {
  readonly source: ThreadSource
  readonly feed: Feed
  add(message: Message): void
  change(id: string, change: Partial<Message>): void
  remove(id: string): void
  /** How often the feed was looked at, and by which message each thread was read. */
  looks(): number
  read(): readonly string[]
  /** Done in the middle of the next look. */
  onLook(happening: () => Promise<void>): void
  /** From now on every reading fails with this, until undefined is given. */
  breakWith(error: AppError | undefined): void
}

/** A mailing list in memory: the feed of `list:<name>`, and any thread of it by the Message-ID of one of its mails. */
export function createFakeList(name: string, { isPrivate = false } = {}): FakeList {
  let messages: readonly Message[] = []
  let failure: AppError | undefined
  let looks = 0
  let happening: (() => Promise<void>) | undefined
  const asked: string[] = []
  const check = (): void => {
    if (failure !== undefined) throw failure
  }
  return {
    source: {
      name,
      schemes: ["list"],
      hosts: [],
      forms: [{ words: "a list: id", from: "anywhere" }],
      accepts: (ref) => ref.kind === "message-id",
      read: async (ref) => {
        check()
        if (ref.kind === "message-id") asked.push(ref.id)
        if (ref.kind !== "message-id" || !messages.some((message) => message.id === ref.id)) return undefined
        const root = rootOf(ref.id, messages)
        const thread = messages.filter((message) => rootOf(message.id, messages) === root)
        return { source: "mail", messages: thread, skipped: [], reasons: [] }
      },
    },
    feed: {
      name,
      accepts: (ref) => ref.kind === "id" && ref.scheme === "list" && ref.rest === name,
      privatePlace: () => (isPrivate ? `list:${name}` : undefined),
      readNew: async (_, cursor) => {
        looks++
        check()
        const now = happening
        happening = undefined
        await now?.()
        const items = cursor === undefined ? [] : messages.slice(Number(cursor)).map(toItem)
        return { items, cursor: String(messages.length), hasMore: false }
      },
    },
    add: (message) => {
      messages = [...messages, message]
    },
    change: (id, change) => {
      messages = messages.map((message) => (message.id === id ? { ...message, ...change } : message))
    },
    remove: (id) => {
      messages = messages.filter((message) => message.id !== id)
    },
    looks: () => looks,
    read: () => asked,
    onLook: (next) => {
      happening = next
    },
    breakWith: (error) => {
      failure = error
    },
  }
}

function rootOf(id: string, messages: readonly Message[]): string {
  const message = messages.find((one) => one.id === id)
  return message?.references[0] ?? id
}

function toItem(message: Message): FeedItem {
  const { id, inReplyTo, references, author, subject, sentAt } = message
  return { id, inReplyTo, references, author, subject, sentAt, thread: { kind: "message-id", id } }
}
