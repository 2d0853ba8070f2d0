import type { ReadMessage } from "../read-message.ts"
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
  const found: FavourLink[] = []
  for (const { question } of above)
    for (const asked of question.asked) {
      if (asked.kind !== "choice") continue
      const isAnswer = links.some((link) => link.questionId === asked.id && link.does === "answers")
      const favoured = read.sentences
        .flatMap(({ text }) => favouredIn(text, { options: asked.options, isAnswer }) ?? [])
        .at(-1)
      if (favoured !== undefined) found.push({ questionId: asked.id, ...favoured })
    }
  return found
}
