import type { ReadMessage } from "../read-message.ts"
import type { AskedQuestion } from "./asked-question.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isSureAnswer } from "./reply-links.ts"
import { acceptsAnswer, isPing, retractionIn } from "./retractions.ts"
import { isSameAuthor } from "./same-author.ts"

/** What an asker later does to questions of their own: takes them back, answers them, accepts an answer, reminds. */
export function ownLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const mine = above.find((entry) => isOwn(entry, read) && entry.question.asked.length > 0)
  if (mine === undefined) return []
  const links: ReplyLink[] = []
  const sentences = read.sentences.map((sentence) => sentence.text)
  for (const [at, text] of sentences.entries()) {
    const does = deedOf(text, () => sentences.slice(at + 1, at + 1 + MAX_REST).join(" "))
    if (does === undefined) continue
    const questions = touchedBy(does, mine, above)
    for (const question of questions)
      links.push({ questionId: question.id, asked: mine.message.id, does, score: 0.8, text, isReaction: false })
  }
  return links
}

function touchedBy(
  does: ReplyLink["does"],
  mine: QuestionAbove,
  above: readonly QuestionAbove[],
): readonly AskedQuestion[] {
  const { asked } = mine.question
  if (does === "accepts") return asked
  if (does !== "pings") return asked.slice(-1)
  // After a promise to do it a reminder asks anew.
  const replies = above.slice(0, above.indexOf(mine)).flatMap(({ question }) => question.links)
  return asked.filter(({ id }) => !replies.some((link) => link.questionId === id && isSureAnswer(link)))
}

// Whoever takes a question back says why soon.
const MAX_REST = 50

function isOwn(entry: QuestionAbove, read: ReadMessage): boolean {
  return isSameAuthor(entry.message.author, read.message.author)
}

function deedOf(text: string, rest: () => string): ReplyLink["does"] | undefined {
  if (isPing(text)) return "pings"
  return retractionIn(text, rest) ?? (acceptsAnswer(text) ? "accepts" : undefined)
}
