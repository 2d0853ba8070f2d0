import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { comparedWith } from "./align-answers.ts"
import type { Favoured } from "./favours-in.ts"
import { favouredIn } from "./favours-in.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"

/** That the author of a message speaks for one option of a choice that stands above it. */
export interface FavourLink {
  readonly questionId: string
  readonly option: string
  /** Verbatim words of the message. */
  readonly text: string
}

/** The options that a message speaks for; the last word on a choice counts. */
export function favourLinks(
  read: ReadMessage,
  { above, links }: { readonly above: readonly QuestionAbove[]; readonly links: readonly ReplyLink[] },
): readonly FavourLink[] {
  const choices: AskedQuestion[] = []
  for (const { question } of above) for (const asked of question.asked) if (asked.kind === "choice") choices.push(asked)
  if (choices.length === 0) return []
  const answered = new Set(links.flatMap((link) => (link.does === "answers" ? link.questionId : [])))
  const last = read.sentences.slice(-comparedWith(choices.length)).toReversed()
  return choices.flatMap(({ id, options }) => {
    const favoured = lastFavoured(last, { options, isAnswer: answered.has(id) })
    return favoured === undefined ? [] : { questionId: id, ...favoured }
  })
}

function lastFavoured(
  sentences: readonly OwnSentence[],
  choice: { readonly options: readonly string[]; readonly isAnswer: boolean },
): Favoured | undefined {
  for (const { text } of sentences) {
    const favoured = favouredIn(text, choice)
    if (favoured !== undefined) return favoured
  }
  return undefined
}
