import type { ReadMessage } from "../../read-message.ts"
import { alignAnswers } from "../answers/align-answers.ts"
import { repliesIn } from "../answers/answer-words.ts"
import type { AskedQuestion } from "../asked-question.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { judgeReply } from "../answers/reply-verdict.ts"
import { isSamePerson } from "../../people/same-person.ts"
import { isReaction } from "../answers/type-fit.ts"

// Told after a counter-question. What was put off needs surer words: see toQuestion.
const ASKED_BACK = 0.5
const PUT_OFF = 0.62

/**
 * What a mail does to the questions to which its author had asked something back, or which they had put off: it
 * follows that mail of theirs, or the asker's reply to it.
 */
export function returningLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const at = above.slice(0, 2).findIndex(({ message }) => isSamePerson(message.author, read.message.author))
  const mine = above[at]?.question
  // Where they asked something, the asker's reply is to that and so is what they say to it.
  const isFree = at === 0 || mine?.asked.length === 0
  const pending = mine?.links.filter(({ does }) => does === "asks-back" || (does === "defers" && isFree)) ?? []
  if (pending.length === 0) return []
  const sentences = read.sentences.map(({ text }) => text)
  const replies = repliesIn(read.sentences)
  const verdictOn = judgeReply(sentences)
  return pending.flatMap(({ questionId, asked: messageId, does }): ReplyLink[] => {
    const asked = questionWith(questionId, above)
    if (asked === undefined || (at === 1 && above[0]?.message.author.address !== asked.by.address)) return []
    const [aligned] = alignAnswers([asked.question], replies)
    const verdict = verdictOn(asked.question.text)
    if (aligned === undefined || verdict === "nothing") return []
    const text = verdict === "answers" ? aligned.whole : aligned.text
    const score = verdict === "answers" && does === "defers" ? PUT_OFF : ASKED_BACK
    return [{ questionId, asked: messageId, does: verdict, score, text, isReaction: isReaction(text) }]
  })
}

function questionWith(
  id: string,
  above: readonly QuestionAbove[],
): { readonly question: AskedQuestion; readonly by: QuestionAbove["message"]["author"] } | undefined {
  for (const { message, question } of above) {
    const found = question.asked.find((asked) => asked.id === id)
    if (found !== undefined) return { question: found, by: message.author }
  }
  return undefined
}
