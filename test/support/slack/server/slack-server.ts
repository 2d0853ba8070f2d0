import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { WebSocketServer } from "ws"
import type { WebSocket } from "ws"
import { BOT_SCOPES } from "../../../../adapters/slack/setup/scopes.ts"
import { callApi, checkMessage, parseForm } from "./slack-api.ts"
import type { ApiState, Fields, Outcome } from "./slack-api.ts"
import { compile } from "./slack-schemas.ts"
import { aWorld } from "./slack-world.ts"
import type { SlackWorld } from "./slack-world.ts"

export interface Call {
  readonly method: string
  readonly args: Fields
}

/** What the next call of a method gets instead of an answer. */
export type Trouble =
  | { readonly error: string }
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 500 }
  | { readonly hold: Promise<void> }

/** A Slack of our own on 127.0.0.1: Web API, Socket Mode, response addresses, signed requests. */
export interface FakeSlack {
  readonly world: SlackWorld
  readonly state: ApiState
  readonly apiUrl: string
  /** Every call of the Web API, and messages to response addresses as `respond`. */
  readonly calls: Call[]
  /** What was wrong with what the bot sent; a test ends with none. */
  readonly faults: string[]
  callsOf(method: string): readonly Fields[]
  /** Resolves when the method was called so often. */
  waitFor(method: string, count?: number): Promise<Fields>
  /** Resolves with the first call of the method after the first `skip` that fits. */
  waitForCall(method: string, fits: (args: Fields) => boolean, skip?: number): Promise<Fields>
  trouble(method: string, ...troubles: readonly Trouble[]): void
  /** A new response address, good for five messages. */
  responseUrl(): string
  /** Sends an envelope over Socket Mode and gives what it was acknowledged with. */
  send(type: "slash_commands" | "interactive" | "events_api", payload: unknown, retryNum?: number): Promise<unknown>
  /** Asks the client to connect anew, as Slack does every few hours. */
  refresh(): void
  /** How often a client has connected. */
  readonly connections: () => number
  /** A request signed as Slack signs it. */
  sign(body: string, secret: string, now?: Date): Record<string, string>
  stop(): Promise<void>
}

// Slack waits three seconds. Whether we acknowledge before we work is asserted by order; a machine that is busy with
// other things is not what this is about.
const ACK_MS = 20_000
const MAX_RESPONSES = 5

export async function startSlack(world: SlackWorld = aWorld()): Promise<FakeSlack> {
  compile()
  const calls: Call[] = []
  const faults: string[] = []
  const waiting: (() => void)[] = []
  const troubles = new Map<string, Trouble[]>()
  const responses = new Map<string, number>()
  const sockets = new Set<WebSocket>()
  const acks = new Map<string, (payload: unknown) => void>()
  const unacknowledged = new Map<string, { readonly socket: WebSocket; readonly envelope: string }>()
  let clock = 1_800_000_000
  let envelopes = 0
  let connections = 0
  const note = (method: string, args: Fields): void => {
    calls.push({ method, args })
    for (const wake of waiting.splice(0)) wake()
  }
  const server = createServer((request, response) => void serve(request, response))
  const wss = new WebSocketServer({ server, path: "/socket" })
  wss.on("connection", (socket) => {
    sockets.add(socket)
    connections += 1
    const beat = setInterval(() => socket.ping(), 200)
    socket.on("close", () => {
      clearInterval(beat)
      sockets.delete(socket)
    })
    socket.on("message", (data: Buffer) => {
      const ack = JSON.parse(data.toString()) as { readonly envelope_id?: string; readonly payload?: unknown }
      unacknowledged.delete(ack.envelope_id ?? "")
      acks.get(ack.envelope_id ?? "")?.(ack.payload)
    })
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } }))
    // What went to a connection that is gone comes again.
    for (const [id, sent] of unacknowledged) {
      if (sockets.has(sent.socket)) continue
      unacknowledged.set(id, { ...sent, socket })
      socket.send(sent.envelope)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const state: ApiState = {
    world,
    isSlow: false,
    repeatsRoot: false,
    faults,
    socketUrl: () => `ws://127.0.0.1:${port}/socket`,
    nextTs: () => `${(clock += 1)}.000100`,
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname
    if (path.startsWith("/response/")) return answerResponse(path, body, response)
    const method = path.replace(/^\/api\//, "")
    const args = parseForm(body)
    note(method, args)
    const trouble = troubles.get(method)?.shift()
    if (trouble !== undefined && "hold" in trouble) await trouble.hold
    if (trouble !== undefined && "status" in trouble) return fail(trouble, response)
    const token = (request.headers.authorization ?? "").replace("Bearer ", "")
    const outcome: Outcome =
      trouble !== undefined && "error" in trouble
        ? { ok: false, error: trouble.error }
        : callApi(method, args, token, state)
    response.writeHead(200, { "content-type": "application/json", "x-oauth-scopes": BOT_SCOPES.join(",") })
    response.end(JSON.stringify(outcome))
  }

  function answerResponse(path: string, body: string, response: ServerResponse): void {
    const used = responses.get(path)
    const message = JSON.parse(body) as Fields
    note("respond", message)
    if (used === undefined || used >= MAX_RESPONSES) {
      if (used !== undefined) faults.push("a response address was used more than five times")
      response.writeHead(404).end("used_url")
      return
    }
    responses.set(path, used + 1)
    checkMessage(message, state)
    response.writeHead(200).end("ok")
  }

  return {
    world,
    state,
    calls,
    faults,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    callsOf: (method) => calls.filter((call) => call.method === method).map(({ args }) => args),
    waitFor: async (method, count = 1) => {
      for (;;) {
        const found = calls.filter((call) => call.method === method)[count - 1]
        if (found !== undefined) return found.args
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    waitForCall: async (method, fits, skip = 0) => {
      for (;;) {
        const found = calls.filter((call) => call.method === method).slice(skip)
        const fitting = found.find(({ args }) => fits(args))
        if (fitting !== undefined) return fitting.args
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    trouble: (method, ...more) => {
      troubles.set(method, [...(troubles.get(method) ?? []), ...more])
    },
    responseUrl: () => {
      const path = `/response/${responses.size + 1}`
      responses.set(path, 0)
      return `http://127.0.0.1:${port}${path}`
    },
    send: (type, payload, retryNum) =>
      new Promise((resolve, reject) => {
        // The newest: one that is asked to go may still be there.
        const socket = [...sockets].at(-1)
        if (socket === undefined) return reject(new Error("no Socket Mode connection"))
        const envelope_id = `E${(envelopes += 1)}`
        const timer = setTimeout(() => {
          faults.push(`${type} was not acknowledged`)
          reject(new Error("no acknowledgement"))
        }, ACK_MS)
        acks.set(envelope_id, (answer) => {
          clearTimeout(timer)
          resolve(answer)
        })
        const retry = retryNum === undefined ? {} : { retry_attempt: retryNum, retry_reason: "timeout" }
        const accepts_response_payload = type !== "events_api"
        const envelope = JSON.stringify({ type, envelope_id, payload, accepts_response_payload, ...retry })
        unacknowledged.set(envelope_id, { socket, envelope })
        socket.send(envelope)
      }),
    refresh: () => {
      for (const socket of sockets) socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }))
    },
    connections: () => connections,
    sign: (body, secret, now = new Date()) => {
      const timestamp = String(Math.floor(now.getTime() / 1_000))
      const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")
      return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${signature}` }
    },
    stop: async () => {
      // The client closes first: a server that hangs up leaves its timers running for half a minute.
      await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once("close", resolve))))
      wss.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function fail(trouble: Extract<Trouble, { readonly status: number }>, response: ServerResponse): void {
  const headers = trouble.status === 429 ? { "retry-after": String(trouble.retryAfterSeconds) } : {}
  response.writeHead(trouble.status, headers).end()
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ""
  for await (const chunk of request) body += String(chunk)
  return body
}
