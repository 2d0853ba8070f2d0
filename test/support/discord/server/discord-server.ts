import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { APIMessage } from "discord.js"
import { createGateway } from "./discord-gateway.ts"
import type { Gateway } from "./discord-gateway.ts"
import { createInteractions } from "./discord-interactions.ts"
import type { Interactions } from "./discord-interactions.ts"
import { aGuildCreate, APPLICATION_ID, GUILD_ID } from "./discord-payloads.ts"
import { restRoutes } from "./discord-rest-routes.ts"
import type { Answer, Route } from "./discord-routes.ts"
import { createWorld } from "./discord-world.ts"
import type { World } from "./discord-world.ts"

const THREADS: ReadonlySet<number> = new Set([10, 11, 12])
const PUBLIC_THREADS: ReadonlySet<number> = new Set([10, 11])
export const TOKEN = "fake.discord.token"

interface Logged {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Record<string, unknown>
  status: number
}

interface Fault {
  readonly method?: string
  readonly path: RegExp
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  times: number
}

export interface FakeDiscord extends Interactions {
  /** Base of the REST API. */
  readonly url: string
  readonly world: World
  readonly gateway: Gateway
  readonly requests: Logged[]
  /** Traffic that Discord's published schemas or its written limits forbid. Tests end by expecting none. */
  readonly violations: string[]
  readonly registered: unknown[]
  readonly clock: () => Date
  advance(ms: number): void
  fail(fault: Omit<Fault, "times"> & { readonly times?: number }): void
  close(): Promise<void>
}

/** Discord on 127.0.0.1: REST and gateway over one world, holding both sides to the published schemas. */
export async function startDiscord(): Promise<FakeDiscord> {
  const world = createWorld()
  const requests: Logged[] = []
  const violations: string[] = []
  const faults: Fault[] = []
  const registered: unknown[] = []
  let shift = 0
  const clock = (): Date => new Date(Date.now() + shift)
  const http = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", () => resolve()))
  const port = (http.address() as AddressInfo).port
  const gateway = createGateway(http, {
    url: () => `ws://127.0.0.1:${port}/gateway`,
    isToken: (token) => token === TOKEN,
    ready: (session_id, shard) => ({
      v: 10,
      user: world.bot,
      guilds: shard[0] === 0 ? [{ id: GUILD_ID, unavailable: true }] : [],
      session_id,
      resume_gateway_url: `ws://127.0.0.1:${port}/gateway`,
      application: { id: APPLICATION_ID, flags: world.applicationFlags },
      shard,
    }),
    afterReady: (shard) => {
      const channels = [...world.channels.values()]
      return shard[0] === 0
        ? [
            {
              t: "GUILD_CREATE",
              d: aGuildCreate(world.guild, {
                channels: channels.filter((channel) => !THREADS.has(channel.type)),
                threads: channels.filter((channel) => PUBLIC_THREADS.has(channel.type)),
                members: [...world.members.values()],
              }),
            },
          ]
        : []
    },
  })
  const keepMessage = (channel: string, message: APIMessage): void => {
    world.messages.set(channel, [...(world.messages.get(channel) ?? []), message])
  }
  const interactions = createInteractions({ world, gateway, clock, keepMessage })
  const routes: Route[] = [...interactions.routes, ...restRoutes({ world, clock, registered, port, keepMessage })]

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1")
    const path = url.pathname.replace(/^\/api\/v10/, "").replaceAll("%40", "@")
    const method = request.method ?? "GET"
    const body = await readJson(request)
    const logged: Logged = { method, path, query: url.searchParams, body, status: 0 }
    requests.push(logged)
    const answer = answerTo(logged, request.headers.authorization)
    logged.status = answer.status
    const hasBody = answer.body !== undefined
    // A 204 with a content type makes the client parse an empty body.
    response.writeHead(answer.status, { ...(hasBody ? { "content-type": "application/json" } : {}), ...answer.headers })
    response.end(hasBody ? JSON.stringify(answer.body) : undefined)
  }

  function answerTo({ method, path, query, body }: Logged, authorization: string | undefined): Answer {
    const fault = faults.find((each) => each.times > 0 && (each.method ?? method) === method && each.path.test(path))
    if (fault !== undefined) {
      fault.times--
      return { status: fault.status, body: fault.body ?? { message: "Fault", code: 0 }, headers: fault.headers ?? {} }
    }
    const isOwnToken = path.startsWith("/webhooks/") || path.startsWith("/interactions/")
    if (!isOwnToken && authorization !== `Bot ${TOKEN}`)
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } }
    for (const route of routes) {
      const match = route.method === method ? route.path.exec(path) : null
      if (match === null) continue
      const answer = route.answer({ body, query, groups: match.groups ?? {} })
      if (answer.status === 400) violations.push(`${method} ${path}: ${JSON.stringify(answer.body)}`)
      checkResponse(route, answer, `${method} ${path}`)
      return answer
    }
    violations.push(`no such route: ${method} ${path}`)
    return { status: 404, body: { message: "404: Not Found", code: 0 } }
  }

  function checkResponse(route: Route, answer: Answer, name: string): void {
    if (route.response === undefined || answer.status >= 300) return
    const bodies = Array.isArray(answer.body) ? (answer.body as unknown[]) : [answer.body]
    for (const body of bodies) {
      const parsed = route.response.safeParse(withKnownReference(body))
      if (!parsed.success)
        violations.push(`the fake's own ${name}: ${JSON.stringify(parsed.error.issues).slice(0, 600)}`)
    }
  }

  return {
    ...interactions.interactions,
    url: `http://127.0.0.1:${port}/api`,
    world,
    gateway,
    requests,
    violations,
    registered,
    clock,
    advance: (ms) => (shift += ms),
    fail: (fault) => faults.push({ times: 1, ...fault }),
    close: async () => {
      await gateway.close()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}

// The published schema knows replies (0) alone, Discord's reference forwards (1) too: the one gap of it that we met.
function withKnownReference(body: unknown): unknown {
  const reference = (body as APIMessage | null)?.message_reference
  return reference?.type === undefined
    ? body
    : { ...(body as APIMessage), message_reference: { ...reference, type: 0 } }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  if (text === "") return {}
  const parsed: unknown = JSON.parse(text)
  return Array.isArray(parsed) ? { list: parsed } : (parsed as Record<string, unknown>)
}
