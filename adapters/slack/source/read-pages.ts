import { z } from "zod"
import type { ReadOptions } from "../../../src/index.ts"
import { toAppError, slackCode } from "../errors.ts"
import { next } from "../place/directory.ts"

const RepliesPage = z.object({
  messages: z.array(z.unknown()).optional(),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
const Counted = z.object({ reply_count: z.number() })

// What Slack recommends; where it allows fifteen a page only, it gives fifteen.
export const PAGE = 200
// Apps that are sold outside Slack's market read 15 messages a request and one request a minute.
const SLOW_PAGE = 15
// Longer than any thread that people follow; a bound so that one request never runs for hours.
export const MAX_MESSAGES = 10_000

export interface Pages {
  readonly raw: readonly unknown[]
  /** A bound was hit: there is more. */
  readonly isCut: boolean
}

export interface PageRequest {
  /** As in "read slack:C024". */
  readonly task: string
  readonly read: (cursor: string | undefined) => Promise<unknown>
  readonly limit: number
  readonly options: ReadOptions | undefined
}

/** Page after page, until the last one or the limit; undefined where there is nothing by that reference. */
export async function readPages({ task, read, limit, options }: PageRequest): Promise<Pages | undefined> {
  const raw: unknown[] = []
  let cursor: string | undefined
  do {
    options?.signal?.throwIfAborted()
    const page = await readPage(task, () => read(cursor))
    if (page === undefined) return undefined
    raw.push(...(page.messages ?? []))
    cursor = page.has_more === true ? next(page.response_metadata) : undefined
    tellProgress(raw, { page: page.messages?.length ?? 0, hasMore: cursor !== undefined, limit, options })
  } while (cursor !== undefined && raw.length < limit)
  return { raw, isCut: cursor !== undefined }
}

async function readPage(task: string, read: () => Promise<unknown>): Promise<z.infer<typeof RepliesPage> | undefined> {
  try {
    return RepliesPage.parse(await read())
  } catch (error) {
    if (["thread_not_found", "message_not_found"].includes(slackCode(error) ?? "")) return undefined
    throw toAppError(error, task)
  }
}

interface Progressing {
  readonly page: number
  readonly hasMore: boolean
  readonly limit: number
  readonly options: ReadOptions | undefined
}

function tellProgress(raw: readonly unknown[], { page, hasMore, limit, options }: Progressing): void {
  const counted = Counted.safeParse(raw[0])
  const total = Math.min(limit, counted.success ? counted.data.reply_count + 1 : limit)
  const isSlow = hasMore && page <= SLOW_PAGE
  const minutes = Math.max(1, Math.ceil((total - raw.length) / SLOW_PAGE))
  const note = `Slack lets this app read ${SLOW_PAGE} messages a minute: about ${minutes} more min`
  options?.onProgress?.({
    done: raw.length,
    unit: "messages",
    ...(counted.success ? { total } : {}),
    ...(isSlow ? { note } : {}),
  })
}
