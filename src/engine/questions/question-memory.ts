/** What earlier runs found out about questions; see Kept. */
export interface QuestionMemory {
  /** How often questions were looked for; nothing is kept yet. */
  runs: number
}

export function createQuestionMemory(): QuestionMemory {
  return { runs: 0 }
}
