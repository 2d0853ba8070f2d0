import type { MessageId } from "../../model/message.ts"
import type { ParticipantId, Question } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import type { AskedQuestion } from "./asked-question.ts"
import type { FavourLink } from "./favour-links.ts"
import type { ReplyLink } from "./reply-links.ts"

/** A question with everything that was later said to it. */
export interface Track {
  readonly asked: AskedQuestion
  readonly by: MessageFacts
  readonly asker: ParticipantId
  readonly deeds: Deed[]
  /** Who speaks for which option of a choice, oldest first. */
  readonly favours: FavourDeed[]
  /** Index of its message in the thread. */
  readonly place: number
  /** So many others replied to its message. */
  replies: number
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

export interface FavourDeed {
  readonly link: FavourLink
  readonly by: MessageFacts
  readonly doer: ParticipantId
}

/** What earlier runs found out about questions; see Kept. */
export interface QuestionMemory {
  /** So many messages were looked at. */
  count: number
  tracks: Track[]
  trackById: Map<string, Track>
  tracksByMessage: Map<MessageId, readonly Track[]>
}

export function createQuestionMemory(): QuestionMemory {
  return { count: 0, tracks: [], trackById: new Map(), tracksByMessage: new Map() }
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
  for (const link of by.question.favours)
    memory.trackById.get(link.questionId)?.favours.push({ link, by, doer: author })
  for (const track of memory.tracksByMessage.get(by.parent?.message.id ?? "") ?? [])
    if (track.asker !== author) track.replies++
  const asked = by.question.asked.filter(({ id }) => !memory.trackById.has(id))
  const tracks = asked.map((entry): Track => ({
    asked: entry,
    by,
    asker: author,
    deeds: [],
    favours: [],
    place: memory.count,
    replies: 0,
    told: undefined,
  }))
  for (const track of tracks) memory.trackById.set(track.asked.id, track)
  memory.tracks.push(...tracks)
  memory.tracksByMessage.set(by.message.id, tracks)
}
