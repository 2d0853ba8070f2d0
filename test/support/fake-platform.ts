import type { Card, Note, Place, Platform, PlaceFacts, Post, PostId } from "../../src/index.ts"
import { AppError, placeKey } from "../../src/index.ts"

export interface Said {
  readonly id: PostId
  readonly place: Place
  readonly key: string
  readonly under: PostId | undefined
  readonly mentions: readonly string[]
  /** Every version: as posted, and as edited since. */
  readonly versions: readonly (Card | Note)[]
}

export interface FakePlatform extends Platform {
  /** Everything that stands there now, in the order in which it was posted. */
  said(): readonly Said[]
  setFacts(channel: string, facts: PlaceFacts | undefined): void
  /** The next calls fail with these, in turn; `after`: only once the post is made. */
  failNext(...errors: readonly { readonly error: AppError; readonly after?: boolean }[]): void
  /** Somebody deletes a post. */
  remove(id: PostId): void
  letRead(userId: string, channel: string): void
}

const PUBLIC: PlaceFacts = { isPublic: true, hasGuests: false, isArchived: false }

/** A chat platform in memory that keeps the contract; it never answers the same key with a second post by itself. */
export function createFakePlatform(name: "slack" | "discord"): FakePlatform {
  const posts: Said[] = []
  let count = 0
  const factsByChannel = new Map<string, PlaceFacts | undefined>()
  const readers = new Set<string>()
  let failures: { readonly error: AppError; readonly after?: boolean }[] = []
  const call = <T>(work: () => T): T => {
    const failure = failures.shift()
    if (failure !== undefined && failure.after !== true) throw failure.error
    const result = work()
    if (failure !== undefined) throw failure.error
    return result
  }
  return {
    name,
    start: async () => {},
    stop: async () => {},
    isConnected: () => true,
    post: async (place: Place, post: Post) =>
      call(() => {
        if (place.channel === "closed") throw new AppError("not-permitted", "Cannot post: the bot may not write there")
        if (factsByChannel.has(place.channel) && factsByChannel.get(place.channel) === undefined)
          throw new AppError("platform-refused", "Cannot post: no such channel")
        const id = `${name}-${(count += 1)}`
        posts.push({
          id,
          place,
          key: post.key,
          under: post.under,
          mentions: post.mentions ?? [],
          versions: [post.content],
        })
        return id
      }),
    edit: async (_, id, content) =>
      call(() => {
        const index = posts.findIndex((post) => post.id === id)
        const post = posts[index]
        if (post === undefined) throw new AppError("platform-refused", `Cannot edit ${id}: no such post`)
        posts[index] = { ...post, versions: [...post.versions, content] }
      }),
    findPost: async (place, key, under) =>
      posts.find((post) => post.key === key && post.under === under && placeKey(post.place) === placeKey(place))?.id,
    readPlace: async (place) => {
      if (place.channel.startsWith("D-")) return { ...PUBLIC, isPublic: false }
      return factsByChannel.has(place.channel) ? factsByChannel.get(place.channel) : PUBLIC
    },
    mayRead: async (userId, place) => readers.has(`${userId} ${place.channel}`),
    placeOf: (threadId) => {
      const groups = /^(?<platform>[a-z]+):(?<channel>[^/]+)\/(?<thread>.+)$/.exec(threadId)?.groups
      if (groups?.["platform"] !== name) return undefined
      return { platform: name, team: "T1", channel: groups["channel"] ?? "", thread: groups["thread"] }
    },
    directPlace: async (userId, team) => ({ platform: name, team, channel: `D-${userId}` }),
    said: () => [...posts],
    setFacts: (channel, facts) => {
      factsByChannel.set(channel, facts)
    },
    failNext: (...errors) => {
      failures = [...failures, ...errors]
    },
    remove: (id) => {
      posts.splice(
        posts.findIndex((post) => post.id === id),
        1,
      )
    },
    letRead: (userId, channel) => {
      readers.add(`${userId} ${channel}`)
    },
  }
}

/** A post's words as one text, without markup. */
export function wordsOf(content: Card | Note | undefined): string {
  if (content === undefined) return ""
  const lines = content.kind === "note" ? content.lines : content.outline.sections.flatMap((section) => section.lines)
  return lines.map((line) => line.spans.map((span) => (span.kind === "time" ? span.at : span.text)).join("")).join("\n")
}
