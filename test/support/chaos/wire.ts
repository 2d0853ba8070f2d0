import type { Card, FeedItem, Message, Note, Place } from "../../../src/index.ts"

/** What a replica asks the world for, as JSON over HTTP. */
export type WireAsk =
  | {
      readonly kind: "post"
      readonly platform: string
      readonly place: Place
      readonly key: string
      readonly under?: string | undefined
      readonly content: Card | Note
    }
  | { readonly kind: "edit"; readonly platform: string; readonly id: string; readonly content: Card | Note }
  | {
      readonly kind: "find"
      readonly platform: string
      readonly key: string
      readonly under?: string | undefined
    }
  | { readonly kind: "thread"; readonly id: string }
  | { readonly kind: "feed"; readonly cursor?: string | undefined }

export interface WireAnswer {
  readonly id?: string | undefined
  readonly messages?: readonly Message[]
  readonly items?: readonly FeedItem[]
  readonly cursor?: string
}
