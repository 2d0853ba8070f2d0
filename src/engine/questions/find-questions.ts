import type { Answer, Choice, Question, Waiting } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import { addressees } from "./addressees.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { findChoices } from "./find-choices.ts"
import { findWaiting } from "./find-waiting.ts"
import type { Deed, QuestionMemory, Track } from "./question-memory.ts"
import { forgetQuestions, rememberMessage } from "./question-memory.ts"
import { stillWaiting } from "./still-waiting.ts"

/** What is asked in a thread, as it stands after its last message. */
export interface QuestionsPart {
  readonly questions: readonly Question[]
  readonly choices: readonly Choice[]
  readonly waiting: readonly Waiting[]
}

/** The first `thread.unchanged` facts are what they were in the run before, with the same people. */
export function findQuestions(thread: ThreadFacts, memory: QuestionMemory): QuestionsPart {
  if (thread.unchanged === 0 || memory.count !== thread.unchanged) forgetQuestions(memory)
  for (; memory.count < thread.facts.length; memory.count++) {
    const [by, author] = [thread.facts[memory.count], thread.authors[memory.count]]
    if (by !== undefined && author !== undefined && author.person?.isBot !== true)
      rememberMessage(memory, by, author.id)
  }
  const questions = memory.tracks.flatMap((track) => {
    track.told ??= { question: toQuestion(track, thread) }
    const { question } = track.told
    if (question === undefined) return []
    return question.status !== "open" || stillWaiting(track, thread) >= SHOWN_OPEN ? question : []
  })
  return {
    questions,
    choices: findChoices(thread, { questions, memory }),
    waiting: findWaiting(questions, memory),
  }
}

const ANSWERED = 0.5
const SHOWN_OPEN = 0.5
const SHOWN_ANSWERED = 0.2

function toQuestion({ asked, by, asker, deeds }: Track, thread: ThreadFacts): Question | undefined {
  const answers = answersOf(deeds)
  const isWithdrawn = deeds.some(({ link }) => link.does === "withdraws")
  const status = answers.length > 0 ? "answered" : isWithdrawn ? "withdrawn" : "open"
  if (asked.weight < (status === "open" ? SHOWN_OPEN : SHOWN_ANSWERED)) return undefined
  if (status === "answered" && isMereSuggestion(asked, deeds)) return undefined
  return {
    id: asked.id,
    askedBy: asker,
    addressedTo: addressees({ asked, by }, thread),
    kind: asked.kind,
    options: asked.options,
    status,
    statement: { messageId: asked.messageId, text: asked.text },
    answers,
    ...(by.message.sentAt === undefined ? {} : { askedAt: by.message.sentAt }),
  }
}

/** A suggestion counts as a question only where somebody takes it up or turns it down. */
function isMereSuggestion({ form, hasMark, weight }: AskedQuestion, deeds: readonly Deed[]): boolean {
  if (hasMark || (form !== "suggests" && weight >= LIKELY)) return false
  return !deeds.some(({ link }) => link.does === "answers" && link.score >= ANSWERED && link.isReaction)
}

const LIKELY = 0.4
const MAX_ANSWERS = 3
// What suits a question so much less than its best answer belongs to another one.
const NEAR_BEST = 0.25
const ACCEPTED = 0.15

function answersOf(deeds: readonly Deed[]): readonly Answer[] {
  const answering = deeds.filter(({ link }) => link.does === "answers" || link.does === "answers-self")
  const isAccepted = deeds.some(({ link }) => link.does === "accepts")
  const best = Math.max(0, ...answering.map(({ link }) => link.score))
  const least = Math.max(ANSWERED - (isAccepted ? ACCEPTED : 0), best - NEAR_BEST)
  return answering
    .filter(({ link }) => link.score >= least)
    .toSorted((one, other) => other.link.score - one.link.score)
    .slice(0, MAX_ANSWERS)
    .map(({ link, by, doer }) => ({ by: doer, statement: { messageId: by.message.id, text: link.text } }))
}
