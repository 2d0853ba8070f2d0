import type { ThreadId } from "../model/thread.ts"
import type { Ask, Card, Note, Place, PlatformName, Reply } from "./ask.ts"

/** Platform's own id of something that we posted. */
export type PostId = string

export interface Post {
  readonly content: Card | Note
  /** Names the post: the same key is never posted twice, however often it is tried. */
  readonly key: string
  /** The post that this one goes under, as a reply in its thread. */
  readonly under?: PostId | undefined
  /** Accounts that asked to be told of this: the only ones that the post may notify. Absent: it notifies nobody. */
  readonly mentions?: readonly string[] | undefined
}

/** What decides whether a summary may be shown in a place; asked at the moment of posting. */
export interface PlaceFacts {
  /** Everybody of the team may read it; false for private channels, groups and direct messages. */
  readonly isPublic: boolean
  /** Somebody in it is not of the team: a guest, a shared channel. */
  readonly hasGuests: boolean
  readonly isArchived: boolean
  /** The workspaces whose people see it where it is public; absent where the place's own `team` says all. */
  readonly teams?: readonly string[] | undefined
}

/** Something happened in a chat thread. It carries no words: only where to look. */
export interface Activity {
  readonly kind: "message" | "edited" | "deleted"
  readonly threadId: ThreadId
  readonly place: Place
  /** A bot wrote it; never activity by itself. */
  readonly isBot: boolean
  /** The message that was edited or deleted. */
  readonly messageId?: string | undefined
}

/** A chat platform, where the bot can also speak. Failures are AppErrors: `rate-limited` with `retryAfterMs`,
 * `platform-unreachable` where another try may work, `platform-refused` and `not-permitted` where none will. */
export interface Platform {
  readonly name: PlatformName
  /**
   * Hands every request to `answer` and every happening in a chat thread to `notice`, until stop() is called.
   * Resolves once the connection stands.
   */
  start(answer: (ask: Ask) => Promise<Reply>, notice?: (activity: Activity) => Promise<void>): Promise<void>
  /** Finishes what is in flight. */
  stop(): Promise<void>
  /** For /healthz. */
  isConnected(): boolean
  post(place: Place, post: Post): Promise<PostId>
  edit(place: Place, id: PostId, content: Card | Note): Promise<void>
  /** Our own earlier post with this key, looked up on the platform: before a late retry. `under` is the post that it was put under. */
  findPost(place: Place, key: string, under?: PostId): Promise<PostId | undefined>
  /** Undefined where the place is gone or closed to us. */
  readPlace(place: Place): Promise<PlaceFacts | undefined>
  /** Whether this person may read what was said in that place now. */
  mayRead(userId: string, place: Place): Promise<boolean>
  /** Where a thread of this platform is said; undefined for an id that is not its own. */
  placeOf(threadId: ThreadId): Place | undefined
  /** A place that reaches this person alone; undefined where there is none (account gone, messages refused). */
  directPlace(userId: string, team?: string): Promise<Place | undefined>
}
