import type { ReadMessage } from "../../read-message.ts"
import type { Aligned } from "../answers/align-answers.ts"
import { alignAnswers, comparedWith } from "../answers/align-answers.ts"
import type { Reply } from "../answers/answer-words.ts"
import { isSubstance } from "../answers/reply-verdict.ts"
import { typeFit } from "../answers/type-fit.ts"
import type { AskedQuestion } from "../asked-question.ts"
import type { Block } from "../asked/quoted-questions.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import { isSamePerson } from "../../people/same-person.ts"
import { overlapOf, sharedBy, tellingWords } from "../../words/telling-words.ts"
import { REAL_QUESTION, readBlock, suits, toLink, verdictsOn } from "./read-block.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"

interface Unquoted {
  readonly parent: QuestionAbove | undefined
  /** The questions that were quoted, and are dealt with. */
  readonly quoted: ReadonlySet<string>
  readonly isOnTop: boolean
}

/** A reply without quotes, or one that leaves a question out and speaks of it all the same. */
export function unquotedLinks(read: ReadMessage, { parent, quoted, isOnTop }: Unquoted): readonly ReplyLink[] {
  if (parent === undefined || isSamePerson(parent.message.author, read.message.author)) return []
  const questions = parent.question.asked.filter((question) => !quoted.has(question.id))
  if (questions.length === 0) return []
  const isInline = read.sentences.some(({ under, text }) => under !== undefined && isSubstance(text))
  if (!isInline) return [...keptLinks(read, questions), ...answeredAtOnce(read.sentences, questions)]
  return isOnTop ? answeredAtOnce(topOf(read), questions) : spokenOf(read, questions)
}

/** So many sentences above all quotes answer the mail; so few below them are afterthoughts. */
const REPLY = 3
const AFTERTHOUGHT = 2

/** A reply above the quotation of a whole mail, with hardly a word below it. */
export function isReplyOnTop(read: ReadMessage): boolean {
  const top = topOf(read)
  const rest = read.sentences.length - top.length
  if (rest === 0 || rest > AFTERTHOUGHT || top.length < REPLY) return false
  return top.filter(({ text }) => isSubstance(text)).length >= REPLY
}

function topOf({ sentences }: ReadMessage): Block {
  return sentences.filter(({ under }) => under === undefined)
}

/** "Sorry for blocking the gate": who asked for it to be left off is heard. */
const APOLOGY = quick(
  /^\W*(?:(?:I'm |I am |so |very )*sorry|(?:my )?apologies) (?:for|about) (?!(?:(?:my|the|this|that|any|being) )*(?:\w+ly )?(?:delay|late|noise|slow|long|confusion|trouble|inconvenience|spam)\b)\w/i,
)
const HEARD = 0.6

function keptLinks({ sentences }: ReadMessage, questions: readonly AskedQuestion[]): readonly ReplyLink[] {
  const said = sentences.slice(0, 2).find(({ text }) => APOLOGY.test(text))
  if (said === undefined) return []
  const words = tellingWords(said.text)
  return questions
    .filter(
      (question) => (question.kind === "request" || question.kind === "yes-no") && sharedBy(question.words, words) > 0,
    )
    .map((question) => ({ ...toLink(question, { does: "answers", score: HEARD, text: said.text }), isReaction: true }))
}

/**
 * A reply without quotes: nothing but the words tells to which of several questions a sentence is, so each answers one
 * at most. To the others its main statement is given, where they are few.
 */
function answeredAtOnce(said: Block, questions: readonly AskedQuestion[]): readonly ReplyLink[] {
  const real = questions.filter((question) => question.weight >= REAL_QUESTION)
  if (real.length === 0) return []
  const block = readBlock(said)
  const aligned = suitingEach(real, block.replies)
  const verdictOn = verdictsOn(aligned, block)
  return aligned.flatMap(({ question, text, whole, score }) => {
    const verdict = verdictOn({ question, text })
    const shown = verdict === "answers" ? whole : text
    return verdict === "nothing" ? [] : [toLink(question, { does: verdict, score: 0.4 + 0.5 * score, text: shown })]
  })
}

const PLAINLY = 0.5
const YES_OR_NO = { kind: "yes-no", text: "" }

function suitingEach(questions: readonly AskedQuestion[], replies: readonly Reply[]): readonly Aligned[] {
  const main = replies.find(({ isWeak }) => !isWeak) ?? replies[0]
  if (main === undefined || replies.length === 1) return alignAnswers(questions, replies)
  const near = replies.slice(0, comparedWith(questions.length))
  const last = questions.findLast(({ kind }) => kind !== "open")
  const found = questions.flatMap((question) => {
    // "Yes, …" at the head of a mail is to what it was asked last.
    const isToLast = question === last && typeFit(main.text, YES_OR_NO) === 1
    return bestSuiting(question, { replies: isToLast ? [main] : near, main }) ?? []
  })
  const taken = new Set<string>()
  const suiting = found
    .toSorted((one, other) => other.score - one.score)
    .filter(({ question, text }) => {
      const isSuiting = !taken.has(text) && (questions.length === 1 || suits(question, text))
      if (isSuiting) taken.add(text)
      return isSuiting
    })
  // What is plainly to one question is to no other.
  if (suiting.some(({ question, text }) => text === main.text && overlapOf(question.words, main.words) >= PLAINLY))
    return suiting
  const others = found.filter((aligned) => !suiting.includes(aligned))
  return [...suiting, ...others.map((aligned) => ({ ...aligned, text: main.text, whole: main.whole }))]
}

/** A sentence of which the words suit a question so much better than the main statement answers it. */
const MUCH_BETTER = 0.25

function bestSuiting(
  question: AskedQuestion,
  { replies, main }: { readonly replies: readonly Reply[]; readonly main: Reply },
): Aligned | undefined {
  const [aligned] = alignAnswers([question], replies)
  if (aligned === undefined) return undefined
  let [best, most] = [main, overlapOf(question.words, main.words) + MUCH_BETTER]
  for (const reply of replies) {
    const overlap = reply.isWeak ? 0 : overlapOf(question.words, reply.words)
    if (overlap > most) [best, most] = [reply, overlap]
  }
  return { question, text: best.text, whole: best.whole, score: aligned.score }
}

/** Asks what others think of all that the mail says. */
const ASKS_OPINION = quick(
  /\b(?:what do (?:you|others|people|folks)(?: all| guys)? think|(?:any )?(?:thoughts|comments|opinions|objections)|wdyt|strong opinions)\b[^?]{0,40}\?/i,
)
const OPINION = 0.5

/** Asks for another way, which may be put as a question: "How about a rope?" */
const ASKS_PROPOSAL = quick(
  /\b(?:(?:please|(?:can|could|would) you|what (?:do|would) you) (?:suggest|propose|recommend)|any (?:other |better )?(?:suggestions|proposals|alternatives)|how (?:would|do) you (?:like|want|prefer) (?:me|us|this|it|that) )\b/i,
)
const PROPOSES = quick(
  /^\W*(?:(?:so|then|maybe|perhaps|ok|well),? )?(?:how about|what about|why not|why don't (?:you|we)|(?:we|you) (?:could|might|can|should)|I(?:'d| would) (?:suggest|propose|recommend|rather)|let's)\b/i,
)
const PROPOSED = 0.6

/**
 * An inline reply: what stands under a quote is to that quote, and answers a question that was cut out of it only where
 * the words leave no doubt. Whoever asks for opinions is told them anywhere.
 */
function spokenOf(read: ReadMessage, questions: readonly AskedQuestion[]): readonly ReplyLink[] {
  const said = read.sentences
    .filter(({ text }) => isSubstance(text))
    .slice(0, comparedWith(questions.length))
    .map(({ text, under }) => ({ text, under, words: tellingWords(text) }))
  return questions.flatMap((question) => {
    const proposed = ASKS_PROPOSAL.test(question.text) ? said.find(({ text }) => PROPOSES.test(text)) : undefined
    if (proposed !== undefined) return [toLink(question, { does: "answers", score: PROPOSED, text: proposed.text })]
    const isForOpinions = ASKS_OPINION.test(question.text)
    const least = isForOpinions ? OPINION : 0.1
    const scored = said.map((one) => ({ ...one, score: least + 0.7 * overlapOf(question.words, one.words) }))
    const best = scored.toSorted((one, other) => other.score - one.score)[0]
    if (best === undefined || best.text.endsWith("?")) return []
    const { text, under, words, score } = best
    const isTo =
      isForOpinions || (under === undefined && score >= SPOKEN_TO) || sharedBy(question.words, words) >= SHARED
    return [toLink(question, { does: isTo ? "answers" : "passes-over", score, text })]
  })
}

// Of the words of a question more than here and there one.
const SPOKEN_TO = 0.2

/** So many telling words, or a name with figures in it and one more, stand in both by more than chance. */
const SHARED = 3
