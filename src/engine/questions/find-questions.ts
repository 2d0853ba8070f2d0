import type { Choice, Question, Waiting } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"

/** What is asked in a thread, as it stands after its last message. */
export interface QuestionsPart {
  readonly questions: readonly Question[]
  readonly choices: readonly Choice[]
  readonly waiting: readonly Waiting[]
}

export function findQuestions(_thread: ThreadFacts): QuestionsPart {
  return { questions: [], choices: [], waiting: [] }
}
