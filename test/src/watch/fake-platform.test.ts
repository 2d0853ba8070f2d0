import { AppError } from "../../../src/index.ts"
import type { Place } from "../../../src/index.ts"
import { describePlatform } from "../../contract/platform.ts"
import { createFakePlatform, wordsOf } from "../../support/fake-platform.ts"

// What the watch is tested with keeps what the real adapters keep.
describePlatform("slack", async () => {
  const platform = createFakePlatform("slack")
  const at = (channel: string): Place => ({ platform: "slack", team: "T1", channel })
  platform.setFacts("secret", { isPublic: false, hasGuests: false, isArchived: false })
  platform.setFacts("gone", undefined)
  platform.letRead("UADA", "open")
  platform.letRead("UADA", "secret")
  const find = (place: Place, id: string) =>
    platform.said().find((one) => one.id === id && one.place.channel === place.channel)
  return {
    platform,
    open: at("open"),
    secret: at("secret"),
    closed: at("closed"),
    gone: at("gone"),
    member: "UADA",
    stranger: "UEVE",
    team: "T1",
    threadId: "slack:open/1.2",
    textOf: (place, id) => {
      const post = find(place, id)
      return post === undefined ? undefined : wordsOf(post.versions.at(-1)).replaceAll("<", "&lt;")
    },
    parentOf: (place, id) => find(place, id)?.under,
    countPosts: (place) => platform.said().filter((one) => one.place.channel === place.channel).length,
    remove: (_, id) => {
      platform.remove(id)
    },
    fail: (how) => {
      platform.failNext({
        error:
          how.status === 429
            ? new AppError("rate-limited", "Cannot post: slow down", { retryAfterMs: how.retryAfterSeconds * 1_000 })
            : new AppError("platform-unreachable", "Cannot post: it does not answer"),
      })
    },
    stop: async () => {},
  }
})
