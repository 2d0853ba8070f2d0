import type { Readable } from "node:stream"
import { setTimeout as wait } from "node:timers/promises"
import { Agent } from "undici"
import type { Dispatcher } from "undici"
import { AppError } from "../../../src/index.ts"
import type { AllowedHosts } from "./allowed-hosts.ts"
import { isTransient, toAppError } from "./http-errors.ts"

export interface HttpAnswer {
  readonly status: number
  /** Where the answer came from, after redirects. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable
}

export interface HttpRequest {
  readonly method?: "GET" | "POST"
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

export interface HttpClient {
  /** One request; the answer's body may be read until `use` resolves. The host gets no other request meanwhile. */
  ask<T>(url: URL, request: HttpRequest, use: (answer: HttpAnswer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface HttpOptions {
  readonly allowed: AllowedHosts
  readonly userAgent: string
  /** Nothing for so long, in the header or in the body, and the request is given up. */
  readonly silenceMs: number
  /** Waits before further tries of what failed on the way. */
  readonly retryDelaysMs: readonly number[]
  /** A host that asks for a longer pause than this is not waited for. */
  readonly patienceMs: number
  readonly now: () => number
}

const MAX_REDIRECTS = 5
// A host that says 429 or 503 without saying for how long.
const DEFAULT_PAUSE_MS = 30_000
const MAX_PAUSE_MS = 3_600_000

/** Asks archives politely: one request at a time for each host, with a name, with pauses where the host wants them. */
export function createHttpClient(options: HttpOptions): HttpClient {
  const agent = new Agent({
    headersTimeout: options.silenceMs,
    bodyTimeout: options.silenceMs,
    connect: { timeout: options.silenceMs, lookup: options.allowed.lookup },
    connections: 1,
    pipelining: 1,
    maxHeaderSize: 64 * 1024,
  })
  const queue = createQueue()
  const pauses = new Map<string, number>()
  return {
    ask: async (url, request, use) => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await queue(url.host, async () => {
            await keepPause(url, { pauses, options, signal: request.signal })
            return follow(url, { agent, request, options, pauses, use })
          })
        } catch (error) {
          const delay = options.retryDelaysMs[attempt]
          if (delay === undefined || request.signal?.aborted === true || !isTransient(error))
            throw toAppError(error, url)
          await wait(delay, undefined, request.signal === undefined ? {} : { signal: request.signal })
        }
      }
    },
    close: async () => agent.destroy(),
  }
}

interface Following<T> {
  readonly agent: Agent
  readonly request: HttpRequest
  readonly options: HttpOptions
  readonly pauses: Map<string, number>
  readonly use: (answer: HttpAnswer) => Promise<T>
}

/** Every hop of a redirect is held to the same list of hosts. */
async function follow<T>(start: URL, { agent, request, options, pauses, use }: Following<T>): Promise<T> {
  let url = start
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!options.allowed.has(url)) throw notAllowed(url, options.allowed)
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method ?? "GET",
      headers: {
        "user-agent": options.userAgent,
        accept: "*/*",
        ...request.headers,
        ...(request.method === "POST" ? { "content-length": "0" } : {}),
      },
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    })
    const { statusCode: status, body } = answer
    const headers = plainHeaders(answer.headers)
    try {
      const next = status >= 300 && status < 400 && status !== 304 ? headers["location"] : undefined
      if (next === undefined) {
        notePause(url, { status, headers, pauses, options })
        if (status === 429 || status >= 500) throw refusal(url, status)
        return await use({ status, url, headers, body })
      }
      url = new URL(next, url)
    } finally {
      // undici reports what is cut off here as an error of the body; nobody is left to hear it.
      body.on("error", () => undefined)
      body.destroy()
    }
  }
  throw new AppError("source-unreachable", `Cannot read ${start.href}: more than ${MAX_REDIRECTS} redirects`)
}

function plainHeaders(headers: Dispatcher.ResponseData["headers"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? "") : (value ?? "")]),
  )
}

interface Pausing {
  readonly pauses: Map<string, number>
  readonly options: HttpOptions
}

/** Waits out what the host asked for, unless that is too long. */
async function keepPause(
  url: URL,
  { pauses, options, signal }: Pausing & { readonly signal: AbortSignal | undefined },
): Promise<void> {
  const left = (pauses.get(url.host) ?? 0) - options.now()
  if (left <= 0) return
  if (left > options.patienceMs) {
    throw new AppError(
      "rate-limited",
      `Cannot read ${url.host}: it asks for a pause of ${Math.ceil(left / 1000)} more seconds`,
      {
        hint: "Try again after that",
      },
    )
  }
  await wait(left, undefined, signal === undefined ? {} : { signal })
}

interface Heard extends Pausing {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

function notePause(url: URL, { status, headers, pauses, options }: Heard): void {
  if (status !== 429 && status !== 503) return
  const asked = headers["retry-after"] ?? ""
  const seconds = /^\d{1,6}$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - options.now()
  const pause = Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_PAUSE_MS
  pauses.set(url.host, options.now() + Math.min(pause, MAX_PAUSE_MS))
}

function refusal(url: URL, status: number): AppError {
  return status === 429
    ? new AppError("rate-limited", `Cannot read ${url.href}: the archive wants fewer requests`)
    : new AppError("source-unreachable", `Cannot read ${url.href}: the archive answers ${status}`)
}

function notAllowed(url: URL, allowed: AllowedHosts): AppError {
  return new AppError("source-not-allowed", `Cannot read "${url.href}": its host is not one that may be read`, {
    hint: `Allowed here: ${allowed.names.join(", ")}`,
  })
}

/** One task at a time for each name, in the order of asking. */
function createQueue(): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>()
  return async (name, task) => {
    const before = tails.get(name) ?? Promise.resolve()
    const run = before.then(task, task)
    tails.set(
      name,
      run.catch(() => undefined),
    )
    return run
  }
}
