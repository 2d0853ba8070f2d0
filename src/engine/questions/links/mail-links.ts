import type { ReadMessage } from "../../read-message.ts"
import { isSubstance } from "../answers/reply-verdict.ts"
import type { Quoted } from "../asked/quoted-questions.ts"
import { askingOthers, blocksOf, quotedQuestions } from "../asked/quoted-questions.ts"
import { quotedLinks } from "./quoted-links.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isSureAnswer } from "./reply-links.ts"
import { returningLinks } from "./returning-links.ts"
import { isReplyOnTop, unquotedLinks } from "./unquoted-links.ts"

/** What a mail answers: the questions quoted right above its blocks, and those of its parent that it does not quote. */
export function mailLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const links: ReplyLink[] = []
  const quoted = new Set<string>()
  const asking = askingOthers(read, above)
  const isOnTop = isReplyOnTop(read)
  for (const block of asking.length === 0 ? [] : blocksOf(read.sentences)) {
    const questions = quotedQuestions(block, asking)
    if (questions.length === 0 || !block.some((sentence) => isSubstance(sentence.text))) continue
    const found = quotedLinks(block, stillAsked(questions, above[0]))
    const answered = new Set(found.flatMap(({ questionId, does }) => (does === "answers" ? questionId : [])))
    for (const { question } of questions) if (!isOnTop || answered.has(question.id)) quoted.add(question.id)
    links.push(...found)
  }
  links.push(...unquotedLinks(read, { parent: above[0], quoted, isOnTop }))
  // Who answers something else has turned to that.
  return links.some(({ does }) => does === "answers") ? links : [...links, ...returningLinks(read, above)]
}

/** What the mail above has answered stands in its quotes as context: what follows is to that answer. */
function stillAsked(quoted: readonly Quoted[], parent: QuestionAbove | undefined): readonly Quoted[] {
  const answered = new Set(parent?.question.links.flatMap((link) => (isSureAnswer(link) ? link.questionId : [])))
  return quoted.filter(({ question, depth }) => depth === 0 || !answered.has(question.id))
}
