import type { Topic } from "../../model/change.ts"
import type { Until, WatchFilter } from "../../store/watch.ts"

/** Part of a chat channel: since a point in time, or its last messages. */
export interface Stretch {
  /** ISO 8601 UTC. */
  readonly since?: string | undefined
  readonly last?: number | undefined
}

/** Everything that people can ask for, whatever mouth it came in by. `source` absent: the thread it is said in. */
export type Command =
  | { readonly kind: "summarize"; readonly source?: string | undefined; readonly stretch?: Stretch | undefined }
  | { readonly kind: "share"; readonly source?: string | undefined; readonly stretch?: Stretch | undefined }
  | {
      readonly kind: "watch"
      readonly source?: string | undefined
      readonly channel?: string | undefined
      readonly topics: readonly Topic[]
      readonly filter: WatchFilter
    }
  | { readonly kind: "unwatch"; readonly source?: string | undefined; readonly channel?: string | undefined }
  /** `isMine`: what the asker set up, wherever it is told. */
  | { readonly kind: "watches"; readonly isMine: boolean }
  | { readonly kind: "settings"; readonly name?: string | undefined; readonly value?: string | undefined }
  | { readonly kind: "mute"; readonly source?: string | undefined; readonly until: Until }
  | { readonly kind: "unmute"; readonly source?: string | undefined }
  | { readonly kind: "open"; readonly person?: string | undefined }
  | { readonly kind: "waiting"; readonly person: string }
  | { readonly kind: "who"; readonly person: string }
  | { readonly kind: "catchup" }
  | { readonly kind: "me"; readonly address?: string | undefined; readonly account?: string | undefined }
  | { readonly kind: "not-a-question"; readonly question: string; readonly source?: string | undefined }
  | {
      readonly kind: "answered"
      readonly question: string
      readonly by?: string | undefined
      readonly source?: string | undefined
    }
  | { readonly kind: "stance"; readonly isMine: boolean; readonly source?: string | undefined }
  | { readonly kind: "undo"; readonly source?: string | undefined }
  | { readonly kind: "history"; readonly source?: string | undefined }
  | { readonly kind: "veto"; readonly isLifted: boolean }
  | {
      readonly kind: "allow"
      readonly isTakenBack: boolean
      readonly source: string
      readonly channel?: string | undefined
    }
  | { readonly kind: "forget"; readonly what: "person" | "thread" | "channel"; readonly target: string }
  | { readonly kind: "help"; readonly topic?: string | undefined }
