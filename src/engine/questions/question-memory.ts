import type { ParticipantId, Question } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import type { AskedQuestion } from "./asked-question.ts"
import type { ReplyLink } from "./reply-links.ts"

/** A question with everything that was later said to it. */
export interface Track {
  readonly asked: AskedQuestion
  readonly by: MessageFacts
  readonly asker: ParticipantId
  readonly deeds: Deed[]
  /** What was last said of it; undefined where something came since. */
  told: Told | undefined
}

/** The question as the summary shows it; without one it is not worth showing. */
export interface Told {
  readonly question: Question | undefined
}

/** What a later message does to a question. */
export interface Deed {
  readonly link: ReplyLink
  readonly by: MessageFacts
  readonly doer: ParticipantId
}

/** What earlier runs found out about questions; see Kept. */
export interface QuestionMemory {
  /** So many messages were looked at. */
  count: number
  tracks: Track[]
  trackById: Map<string, Track>
}

export function createQuestionMemory(): QuestionMemory {
  return { count: 0, tracks: [], trackById: new Map() }
}

/** Starts anew: what was kept was told from another thread or other people. */
export function forgetQuestions(memory: QuestionMemory): void {
  Object.assign(memory, createQuestionMemory())
}

/** Takes in one more message: what it asks, and what it does to earlier questions. */
export function rememberMessage(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  for (const link of by.question.links) {
    const track = memory.trackById.get(link.questionId)
    if (track === undefined) continue
    track.deeds.push({ link, by, doer: author })
    track.told = undefined
  }
  for (const asked of by.question.asked) {
    if (memory.trackById.has(asked.id)) continue
    const track: Track = { asked, by, asker: author, deeds: [], told: undefined }
    memory.tracks.push(track)
    memory.trackById.set(asked.id, track)
  }
}
