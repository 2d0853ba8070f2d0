import type { ParticipantId } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import type { AskedQuestion } from "./asked-question.ts"
import type { FavourLink } from "./favours/favour-links.ts"
import type { ReplyLink } from "./links/reply-links.ts"
import type { Told } from "./told.ts"

/** A question with everything that was later said to it. */
export interface Track {
  readonly asked: AskedQuestion
  readonly by: MessageFacts
  readonly asker: ParticipantId
  readonly deeds: Deed[]
  /** Who speaks for which option of a choice, oldest first. */
  readonly favours: FavourDeed[]
  /** "Or …?", said by the asker in the next sentence or turn, makes a choice of it. */
  readonly alternatives: string[]
  /** The question whose other option it names: what is said to it is said to that one too. */
  readonly alternativeTo: Track | undefined
  /** Index of its message in the thread. */
  readonly place: number
  /** So many messages its asker had written by then, this one included. */
  readonly turn: number
  /** So many questions of its message are asked in earnest. */
  readonly together: number
  /** Who replied to its message without a word on it. */
  readonly passedOverBy: ParticipantId[]
  /** What was last said of it; undefined where something came since. */
  told: Told | undefined
}

/** What a later message does to a question. */
export interface Deed {
  readonly link: ReplyLink
  readonly by: MessageFacts
  readonly doer: ParticipantId
}

export interface FavourDeed {
  readonly link: FavourLink
  readonly by: MessageFacts
  readonly doer: ParticipantId
}
