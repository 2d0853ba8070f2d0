import type { z } from "zod"
import type { RequestData, RouteLike } from "discord.js"
import { toAppError } from "./errors.ts"

/**
 * The part of discord.js's REST class that we call; a real `REST` or `client.rest` fits. It queues
 * by route bucket, waits out 429s and tries 5xx again, so nobody here has to.
 */
export interface DiscordRest {
  get(route: RouteLike, options?: RequestData): Promise<unknown>
  post(route: RouteLike, options?: RequestData): Promise<unknown>
  patch(route: RouteLike, options?: RequestData): Promise<unknown>
  put(route: RouteLike, options?: RequestData): Promise<unknown>
}

export interface Request {
  /** What is being done, for the error's words: `read channel 123`. */
  readonly to: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** The route holds a token of its own (an interaction's): the bot's must not go with it. */
  readonly hasOwnToken?: boolean
}

type Method = "get" | "post" | "patch" | "put"

/** One call, its answer checked by the schema of what we read from it; failures come out as AppErrors. */
export async function call<T>(
  rest: DiscordRest,
  [method, route]: readonly [Method, RouteLike],
  schema: z.ZodType<T>,
  request: Request,
): Promise<T> {
  const options: RequestData = {
    ...(request.query === undefined ? {} : { query: new URLSearchParams(request.query) }),
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
    ...(request.hasOwnToken === true ? { auth: false } : {}),
  }
  try {
    return schema.parse(await rest[method](route, options))
  } catch (error) {
    throw toAppError(error, request.to)
  }
}
