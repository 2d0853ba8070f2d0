import type { ReadMessage } from "../../read-message.ts"
import type { AskedQuestion } from "../asked-question.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isSureAnswer } from "./reply-links.ts"
import { acceptsAnswer, isPing, retractionIn } from "./retractions.ts"
import { isSolved } from "../../words/success-words.ts"
import { isSamePerson } from "../../people/same-person.ts"

/** What an asker later does to questions of their own: takes them back, answers them, accepts an answer, reminds. */
export function ownLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const mine = above.find((entry) => isOwn(entry, read) && entry.question.asked.length > 0)
  if (mine === undefined) return []
  const links: ReplyLink[] = []
  const sentences = read.sentences.map((sentence) => sentence.text)
  const followsOwn = read.message.medium === "mail" && above[0] !== undefined && isOwn(above[0], read)
  for (const [at, said] of sentences.entries()) {
    const does = deedOf(said, { rest: () => sentences.slice(at + 1, at + 1 + MAX_REST).join(" "), followsOwn })
    if (does === undefined) continue
    // "Solved." tells less than what follows.
    const text = does === "answers-self" && said.split(" ", FEW).length < FEW ? (sentences[at + 1] ?? said) : said
    const questions = touchedBy(does, mine, above)
    for (const question of questions)
      links.push({ questionId: question.id, asked: mine.message.id, does, score: 0.8, text, isReaction: false })
  }
  return links
}

const FEW = 4

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
  return isSamePerson(entry.message.author, read.message.author)
}

function deedOf(
  text: string,
  { rest, followsOwn }: { readonly rest: () => string; readonly followsOwn: boolean },
): ReplyLink["does"] | undefined {
  if (isPing(text)) return "pings"
  const isThankful = acceptsAnswer(text) || (!followsOwn && isSolved(text))
  return retractionIn(text, rest, { followsOwn }) ?? (isThankful ? "accepts" : undefined)
}
