import type { Choice, Question, Waiting } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import type { QuestionMemory } from "./question-memory.ts"

/** What is asked in a thread, as it stands after its last message. */
export interface QuestionsPart {
  readonly questions: readonly Question[]
  readonly choices: readonly Choice[]
  readonly waiting: readonly Waiting[]
}

/** The first `thread.unchanged` facts are what they were in the run before, with the same people. */
export function findQuestions(_thread: ThreadFacts, _memory: QuestionMemory): QuestionsPart {
  return { questions: [], choices: [], waiting: [] }
}
