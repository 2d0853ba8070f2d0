import type { Question, Summary } from "../model/summary.ts"

/**
 * Open questions as every mouth lists and numbers them: choices first, then as they were asked.
 *
 * The number that a person sees beside a question is its place in this list, from 1.
 */
export function openQuestionsInOrder(summary: Summary): readonly Question[] {
  const open = summary.questions.filter(({ status }) => status === "open")
  return [...open.filter(({ kind }) => kind === "choice"), ...open.filter(({ kind }) => kind !== "choice")]
}

/** Questions that nobody has to answer any more, latest first. */
export function settledQuestionsInOrder(summary: Summary): readonly Question[] {
  return summary.questions.filter(({ status }) => status !== "open").toReversed()
}
