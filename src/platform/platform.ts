import type { Ask, Card, Note, Place, PlatformName, Reply } from "./ask.ts"

/** Platform's own id of something that we posted. */
export type PostId = string

export interface Post {
  readonly content: Card | Note
  /** Names the post: the same key is never posted twice, however often it is tried. */
  readonly key: string
  /** The post that this one goes under, as a reply in its thread. */
  readonly under?: PostId | undefined
}

/** What decides whether a summary may be shown in a place; asked at the moment of posting. */
export interface PlaceFacts {
  readonly isPublic: boolean
  readonly hasGuests: boolean
  readonly isArchived: boolean
}

/** A chat platform, where the bot can also speak. */
export interface Platform {
  readonly name: PlatformName
  /** Hands every request over until stop() is called. Resolves once the connection stands. */
  start(answer: (ask: Ask) => Promise<Reply>): Promise<void>
  /** Finishes what is in flight. */
  stop(): Promise<void>
  /** For /healthz. */
  isConnected(): boolean
  post(place: Place, post: Post): Promise<PostId>
  edit(place: Place, id: PostId, content: Card | Note): Promise<void>
  /** Our own earlier post with this key, looked up on the platform: before a late retry. */
  findPost(place: Place, key: string): Promise<PostId | undefined>
  /** Undefined where the place is gone or closed to us. */
  readPlace(place: Place): Promise<PlaceFacts | undefined>
  /** Whether this person may read what was said in that place now. */
  mayRead(userId: string, place: Place): Promise<boolean>
}
