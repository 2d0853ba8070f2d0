import type { Aligned } from "../answers/align-answers.ts"
import type { Reply } from "../answers/answer-words.ts"
import { repliesIn } from "../answers/answer-words.ts"
import type { ReplyVerdict } from "../answers/reply-verdict.ts"
import { judgeReply } from "../answers/reply-verdict.ts"
import { isReaction } from "../answers/type-fit.ts"
import type { AskedQuestion } from "../asked-question.ts"
import type { Block } from "../asked/quoted-questions.ts"
import { overlapOf, tellingWords } from "../../words/telling-words.ts"
import type { ReplyLink } from "./reply-links.ts"

// Below this a sentence that asks is a remark: it takes no place among questions that stand together.
export const REAL_QUESTION = 0.35

/** The sentences of a block, read once for all questions above it. */
export interface ReadBlock {
  readonly sentences: readonly string[]
  readonly replies: readonly Reply[]
  readonly verdictOn: (question: string) => ReplyVerdict
}

export function readBlock(block: Block): ReadBlock {
  const sentences = block.map(({ text }) => text)
  return { sentences, replies: repliesIn(block), verdictOn: judgeReply(sentences) }
}

/**
 * What a reply does to each of the questions that it is about: "Friday. No idea, sorry." tells one and puts the other
 * off, so where they have sentences of their own, those up to the next one's are judged.
 */
export function verdictsOn(
  aligned: readonly Aligned[],
  { sentences, verdictOn: ofAll }: ReadBlock,
): (pair: Pick<Aligned, "question" | "text">) => ReplyVerdict {
  if (aligned.length === 1) return ({ question }) => ofAll(question.text)
  const ofOwn = judgesBySentence(aligned, sentences)
  return ({ question, text }) => {
    const verdict = ofAll(question.text)
    return verdict === "answers" && ofOwn.get(text)?.(question.text) === "defers" ? "defers" : verdict
  }
}

/** By the sentence that suits some question best: what it and those after it do, up to the next such one. */
function judgesBySentence(
  aligned: readonly Aligned[],
  sentences: readonly string[],
): ReadonlyMap<string, (question: string) => ReplyVerdict> {
  const best = new Set(aligned.map(({ text }) => text))
  const judges = new Map<string, (question: string) => ReplyVerdict>()
  let end = sentences.length
  for (let at = end - 1; at >= 0; at--) {
    const text = sentences[at] ?? ""
    if (!best.has(text)) continue
    judges.set(text, judgeReply(sentences.slice(at, end)))
    end = at
  }
  return judges
}

/** Whether words share more with a question than any would. */
export function suits(question: AskedQuestion, text: string): boolean {
  return overlapOf(question.words, tellingWords(text)) > 0.2
}

export function toLink(
  question: AskedQuestion,
  { does, score, text }: Pick<ReplyLink, "does" | "score" | "text">,
): ReplyLink {
  const bounded = Math.min(1, Math.max(0, score))
  return {
    questionId: question.id,
    asked: question.messageId,
    does,
    score: bounded,
    text,
    isReaction: isReaction(text),
  }
}
