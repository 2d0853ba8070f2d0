import { z } from "zod"
import type { Feed, FeedNews, SourceRef } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { feedItemOf } from "../mail/index.ts"
import { selectGroup } from "./news-server.ts"
import { placeOf } from "./news-place.ts"
import type { NewsReader } from "./nntp-source.ts"
import { readOverview } from "./overview.ts"

// One look after a long pause is taken in steps, so that none is lost where the process ends in between.
const MAX_NEWS = 500

const Cursor = z.object({ number: z.number().int().nonnegative() })

/** New articles of a group by their numbers: in order of arrival, nothing missed, 3 KB where nothing came. */
export function createNewsFeed(reader: NewsReader): Feed {
  return {
    name: "nntp",
    accepts: (ref: SourceRef) => isGroup(ref, reader),
    privatePlace: (ref: SourceRef) => {
      const place = reader.isPrivate ? placeOf(ref, reader) : undefined
      return place === undefined ? undefined : `nntp:${place.group}`
    },
    readNew: async (ref, cursor, options) => {
      options?.signal?.throwIfAborted()
      const group = placeOf(ref, reader)?.group
      if (group === undefined)
        throw new AppError("source-unknown", "Cannot watch this: it is not the name of a newsgroup")
      return reader.server.talk(async (connection) => {
        const { high } = await selectGroup(connection, group)
        const last = parseCursor(cursor)
        // Without a cursor everything here is old; a lower mark than ours is another group of that name.
        if (last === undefined || high < last)
          return { items: [], cursor: toCursor(high), hasMore: false } satisfies FeedNews
        const to = Math.min(high, last + MAX_NEWS)
        const entries = await readOverview(connection, { from: last + 1, to })
        const items = entries.map(({ message }) =>
          feedItemOf(message, { kind: "id", scheme: "nntp", rest: `${group}/${message.id}` }),
        )
        return { items, cursor: toCursor(to), hasMore: to < high } satisfies FeedNews
      })
    },
  }
}

function isGroup(ref: SourceRef, reader: NewsReader): boolean {
  const place = placeOf(ref, reader)
  return place !== undefined && place.article === undefined
}

function toCursor(number: number): string {
  return JSON.stringify({ number })
}

function parseCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  try {
    return Cursor.safeParse(JSON.parse(cursor)).data?.number
  } catch {
    return undefined
  }
}
