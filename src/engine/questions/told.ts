import type { Answer, Choice, ParticipantId, Question } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import { addressees } from "./addressees/addressees.ts"
import { asksForDiagnosis } from "./choices/choice-options.ts"
import { handedTo } from "./answers/handed-on.ts"
import { areParallel } from "./choices/option-shape.ts"
import { toChoice } from "./choices/to-choice.ts"
import type { QuestionMemory } from "./question-memory.ts"
import type { Track } from "./track.ts"
import type { Mattering } from "./waiting/still-waiting.ts"
import { stillWaiting } from "./waiting/still-waiting.ts"
import { answeredInOtherWords, toQuestion } from "./to-question.ts"

/** All that is said of one question, as long as nothing comes that touches it and nobody new comes in. */
export interface Told {
  /** The question as the summary shows it; without one it is not worth showing. */
  readonly question: Question | undefined
  /** The same, should events have made it moot. */
  readonly overtaken: Question | undefined
  /** The same, should nobody wait for it any more: replies passed it over, or its asker went on without it. */
  readonly passed: Question | undefined
  readonly choice: Choice | undefined
  readonly matters: Mattering
  /** One of those asked has said that they will look, or who will. */
  readonly isHandedOn: boolean
  /** When it was last asked: a reminder dates the wait anew. */
  readonly since: string | undefined
}

export function tell(
  track: Track,
  { thread, memory }: { readonly thread: ThreadFacts; readonly memory: QuestionMemory },
): Told {
  const asked = toQuestion(track, thread)
  if (asked === undefined) return NOT_WORTH_SHOWING
  const isChoice = asked.options.length > 1 && areParallel(asked.options) && !asksForDiagnosis(track.asked.text)
  const choice = isChoice ? toChoice(asked, track) : undefined
  const question = choice === undefined ? asked : withFavours(asked, choice)
  const pings = track.deeds.filter(({ link }) => link.does === "pings")
  const overtaken = { ...question, status: "overtaken" } as const
  return {
    question,
    overtaken,
    passed: answeredInOtherWords(track, question) ?? overtaken,
    choice,
    matters: stillWaiting(track, { thread, memory }),
    isHandedOn: handedTo(track.deeds, thread) !== undefined,
    since: pings.at(-1)?.by.message.sentAt ?? question.askedAt,
  }
}

/** Who took an option where they were asked to has answered, whatever else their mail is about. */
function withFavours(asked: Question, choice: Choice): Question {
  if (asked.status !== "open") return { ...asked, answers: overtakenFirst(asked.answers, choice) }
  const isAsked = (id: ParticipantId): boolean =>
    id !== asked.askedBy && (asked.addressedTo.length === 0 || asked.addressedTo.includes(id))
  const answers = choice.favours.flatMap(({ participant, statement }) =>
    isAsked(participant) ? { by: participant, statement } : [],
  )
  return answers.length === 0 ? asked : { ...asked, status: "answered", answers }
}

/** What somebody said who has moved to another option since is not the answer that stands, and that comes last. */
function overtakenFirst(answers: readonly Answer[], { favours }: Choice): readonly Answer[] {
  const hasMoved = ({ by, statement }: Answer): boolean =>
    favours.some(
      (one) => one.participant === by && one.movedFrom !== undefined && one.statement.messageId !== statement.messageId,
    )
  return [...answers.filter(hasMoved), ...answers.filter((answer) => !hasMoved(answer))]
}

/**
 * Whether somebody who came in since changes what is told: they may be the one who was called by name,
 * quoted or handed the question, and where everybody is asked to choose they are asked too.
 */
export function isChangedByPeople({ asked, by, deeds, told }: Track, thread: ThreadFacts): boolean {
  if (told?.question === undefined) return false
  const isHandedOn = deeds.some(({ link }) => link.does === "defers")
  if (isHandedOn || told.choice !== undefined || asked.names.length > 0 || by.message.mentions.length > 0) return true
  return addressees({ asked, by }, thread).join(" ") !== told.question.addressedTo.join(" ")
}

const NOT_WORTH_SHOWING: Told = {
  question: undefined,
  overtaken: undefined,
  passed: undefined,
  choice: undefined,
  matters: { recently: 0, later: 0 },
  isHandedOn: false,
  since: undefined,
}
