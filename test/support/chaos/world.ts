import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"
import { text } from "node:stream/consumers"
import type { Card, FeedItem, Message, Note } from "../../../src/index.ts"
import { aMessage } from "../threads/a-message.ts"
import type { Fate } from "./fates.ts"
import type { WireAnswer, WireAsk } from "./wire.ts"

export interface Posted {
  readonly id: string
  readonly platform: string
  readonly channel: string
  readonly key: string
  readonly under: string | undefined
  content: Card | Note
}

export interface ChaosThread {
  /** Message-ID of its first mail. */
  readonly id: string
  readonly subject: string
  /** Found through the list that it is on, not watched by itself. */
  readonly isOnList: boolean
}

export interface ChaosWorld {
  readonly url: string
  readonly posts: readonly Posted[]
  addAck(thread: ChaosThread, number: number): void
  close(): Promise<void>
}

interface WorldState {
  readonly posts: Posted[]
  readonly threads: ReadonlyMap<string, { readonly thread: ChaosThread; readonly messages: Message[] }>
  /** Mails of the list, in the order in which they came in. */
  readonly list: Message[]
  isListRead: boolean
}

/** A mail archive with a list, and two chat platforms, as one HTTP server; `decide` says what becomes of each request. */
export async function startChaosWorld(
  threads: readonly ChaosThread[],
  decide: (ask: WireAsk) => Fate,
): Promise<ChaosWorld> {
  const state: WorldState = {
    posts: [],
    threads: new Map(threads.map((thread) => [thread.id, { thread, messages: [aRoot(thread)] }])),
    list: [],
    isListRead: false,
  }
  const server = createServer((request, response) => void respond(request, response, { decide, state }))
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    posts: state.posts,
    addAck: (thread, number) => {
      const ack = anAck(thread, number)
      state.threads.get(thread.id)?.messages.push(ack)
      if (thread.isOnList) state.list.push(ack)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function aRoot({ id, subject }: ChaosThread): Message {
  return aMessage({
    id,
    subject,
    sentAt: "2026-11-24T10:00:00Z",
    body: "Here is the patch.\n\nWould a spin lock do instead?\n",
  })
}

function anAck({ id, subject }: ChaosThread, number: number): Message {
  const name = `Person ${number}`
  const address = `p${number}@example.org`
  return aMessage({
    id: `${number}.${id}`,
    author: { name, address },
    subject: `Re: ${subject}`,
    body: `Acked-by: ${name} <${address}>\n`,
    references: [id],
    inReplyTo: id,
    sentAt: new Date(Date.UTC(2026, 10, 24, 12, 0, number)).toISOString(),
  })
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { decide, state }: { readonly decide: (ask: WireAsk) => Fate; readonly state: WorldState },
): Promise<void> {
  const ask = JSON.parse(await text(request)) as WireAsk
  const fate = decide(ask)
  const words = JSON.stringify(fate.isDone ? answerTo(ask, state) : {})
  if (fate.answer === "stalled") return
  if (fate.answer === "lost") return void request.socket.destroy()
  if (fate.answer === "torn") {
    response.writeHead(200, { "content-length": words.length })
    response.write(words.slice(0, words.length / 2), () => request.socket.destroy())
    return
  }
  response.statusCode = fate.answer === "whole" ? 200 : fate.answer
  response.end(words)
}

function answerTo(ask: WireAsk, state: WorldState): WireAnswer {
  const { posts } = state
  switch (ask.kind) {
    case "thread":
      // An acknowledgement names its thread after its number.
      return { messages: state.threads.get(ask.id.replace(/^\d+\./, ""))?.messages ?? [] }
    case "feed":
      return readFeed(ask.cursor, state)
    case "find":
      return { id: findPost(ask, posts)?.id }
    case "post": {
      const { platform, place, key, under, content } = ask
      posts.push({ id: `p${posts.length + 1}`, platform, channel: place.channel, key, under, content })
      return { id: `p${posts.length}` }
    }
    case "edit": {
      const post = posts.find((one) => one.id === ask.id)
      if (post !== undefined) post.content = ask.content
      return { id: post?.id }
    }
  }
}

// As on Slack, where what is in a thread is not in the channel's own history.
function findPost(ask: Extract<WireAsk, { readonly kind: "find" }>, posts: readonly Posted[]): Posted | undefined {
  return posts.find((post) => post.platform === ask.platform && post.key === ask.key && post.under === ask.under)
}

/** The first look says where the list begins; its threads are started after that. */
function readFeed(cursor: string | undefined, state: WorldState): WireAnswer {
  const { list } = state
  if (cursor !== undefined) return { items: list.slice(Number(cursor)).map(toItem), cursor: String(list.length) }
  if (!state.isListRead)
    for (const { thread, messages } of state.threads.values()) if (thread.isOnList) list.push(...messages)
  state.isListRead = true
  return { items: [], cursor: "0" }
}

function toItem({ id, inReplyTo, references, author, subject, sentAt }: Message): FeedItem {
  return { id, inReplyTo, references, author, subject, sentAt, thread: { kind: "message-id", id } }
}
