import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"
import { text } from "node:stream/consumers"
import type { Card, Message, Note } from "../../../src/index.ts"
import { aMessage } from "../message.ts"
import type { WireAnswer, WireAsk } from "./wire.ts"

export interface Posted {
  readonly id: string
  readonly platform: string
  readonly channel: string
  readonly key: string
  readonly under: string | undefined
  content: Card | Note
}

/** What the world does with one request: `lost` answers never arrive, whether or not the request was done. */
export type Fate = "done" | "done-but-lost" | "lost" | "refused-429" | "refused-500"

export interface ChaosWorld {
  readonly url: string
  readonly posts: readonly Posted[]
  readonly threads: ReadonlyMap<string, readonly Message[]>
  addAck(thread: string, number: number): void
  close(): Promise<void>
}

/** A mail archive and two chat platforms as one HTTP server; `decide` says what becomes of each request. */
export async function startChaosWorld(
  threadNames: readonly string[],
  decide: (ask: WireAsk) => Fate,
): Promise<ChaosWorld> {
  const posts: Posted[] = []
  const threads = new Map(threadNames.map((name) => [name, [aMessage({ id: name, body: "Here is the patch.\n" })]]))
  const answer = (ask: WireAsk): WireAnswer => {
    switch (ask.kind) {
      case "thread":
        return { messages: threads.get(ask.id) ?? [] }
      case "find":
        return { id: posts.find((post) => post.platform === ask.platform && post.key === ask.key)?.id }
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
  const server = createServer((request, response) => void respond(request, response, { decide, answer }))
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    posts,
    threads,
    addAck: (thread, number) => {
      const name = `Person ${number}`
      threads.get(thread)?.push(
        aMessage({
          id: `${number}.${thread}`,
          author: { name, address: `p${number}@example.org` },
          subject: "Re: [PATCH] lock: take it once",
          body: `Acked-by: ${name} <p${number}@example.org>\n`,
          references: [thread],
          inReplyTo: thread,
          sentAt: new Date(Date.UTC(2026, 10, 24, 12, 0, number)).toISOString(),
        }),
      )
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { decide, answer }: { readonly decide: (ask: WireAsk) => Fate; readonly answer: (ask: WireAsk) => WireAnswer },
): Promise<void> {
  const ask = JSON.parse(await text(request)) as WireAsk
  const fate = decide(ask)
  const result = fate === "done" || fate === "done-but-lost" ? answer(ask) : {}
  if (fate === "lost" || fate === "done-but-lost") return void request.socket.destroy()
  response.statusCode = fate === "refused-429" ? 429 : fate === "refused-500" ? 500 : 200
  response.end(JSON.stringify(result))
}
