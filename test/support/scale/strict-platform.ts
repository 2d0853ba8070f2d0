import type { Place, Platform, PostId, ThreadId } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"

export interface StrictPlatform extends Platform {
  readonly counts: { posts: number; edits: number; refused: number }
}

interface Limit {
  readonly calls: number
  readonly perMs: number
}

// Slack: chat.postMessage about one a second in a channel with short bursts, chat.update Tier 3, 50 a minute in a
// workspace. Discord: buckets of 5 in 5 s a channel, 50 requests a second in all.
const LIMITS: Readonly<
  Record<"slack" | "discord", { readonly post: Limit; readonly edit: Limit; readonly all: Limit }>
> = {
  slack: { post: { calls: 3, perMs: 3_000 }, edit: { calls: 50, perMs: 60_000 }, all: { calls: 1e9, perMs: 1 } },
  discord: { post: { calls: 5, perMs: 5_000 }, edit: { calls: 5, perMs: 5_000 }, all: { calls: 50, perMs: 1_000 } },
}

/** A platform that refuses what comes faster than the real one lets it, and keeps nothing of what is said. */
export function createStrictPlatform(
  name: "slack" | "discord",
  { now, onCard }: { readonly now: () => number; readonly onCard: (threadId: ThreadId, place: Place) => void },
): StrictPlatform {
  const counts = { posts: 0, edits: 0, refused: 0 }
  const limits = LIMITS[name]
  const calls = new Map<string, number[]>()
  const take = (bucket: string, { calls: most, perMs }: Limit): void => {
    const recent = (calls.get(bucket) ?? []).filter((at) => at > now() - perMs)
    const oldest = recent[0]
    if (oldest !== undefined && recent.length >= most) {
      counts.refused += 1
      throw new AppError("rate-limited", "Cannot post: slow down", { retryAfterMs: oldest + perMs - now() + 1 })
    }
    calls.set(bucket, [...recent, now()])
  }
  return {
    name,
    counts,
    start: async () => {},
    stop: async () => {},
    isConnected: () => true,
    post: async (place, { content }): Promise<PostId> => {
      take("all", limits.all)
      take(`post ${place.channel}`, limits.post)
      counts.posts += 1
      if (content.kind === "card") onCard(content.threadId, place)
      return `p${counts.posts}`
    },
    edit: async (place, _, content) => {
      take("all", limits.all)
      take(`edit ${name === "slack" ? place.team : place.channel}`, limits.edit)
      counts.edits += 1
      if (content.kind === "card") onCard(content.threadId, place)
    },
    findPost: async () => undefined,
    readPlace: async () => ({ isPublic: true, hasGuests: false, isArchived: false }),
    mayRead: async () => true,
    placeOf: () => undefined,
    directPlace: async () => undefined,
  }
}
