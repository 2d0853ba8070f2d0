import type { Choice, Question, Waiting } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import { findChoices } from "./find-choices.ts"
import { findWaiting } from "./find-waiting.ts"
import { isLeftBehind, isOvertaken } from "./overtaken.ts"
import type { QuestionMemory } from "./question-memory.ts"
import { forgetQuestions, rememberMessage } from "./question-memory.ts"
import { stillWaiting } from "./still-waiting.ts"
import { toQuestion } from "./to-question.ts"

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
      rememberMessage(memory, by, { author: author.id, people: thread.people })
  }
  const questions = memory.tracks.flatMap((track) => {
    track.told ??= { question: toQuestion(track, thread) }
    const { question } = track.told
    if (question?.status !== "open") return question ?? []
    if (isOvertaken(track, memory)) return { ...question, status: "overtaken" as const }
    const isShown = stillWaiting(track, thread, memory) >= SHOWN_OPEN
    if (!isShown && track.asked.weight < SHOWN_OPEN) return []
    return isShown && !isLeftBehind(track, memory) ? question : { ...question, status: "overtaken" as const }
  })
  return {
    questions,
    choices: findChoices(thread, { questions, memory }),
    waiting: findWaiting(questions, memory),
  }
}

const SHOWN_OPEN = 0.5
