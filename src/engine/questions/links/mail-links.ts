import type { ReadMessage } from "../../read-message.ts"
import type { Aligned } from "../answers/align-answers.ts"
import { alignAnswers, comparedWith } from "../answers/align-answers.ts"
import type { Reply } from "../answers/answer-words.ts"
import { repliesIn } from "../answers/answer-words.ts"
import type { AskedQuestion } from "../asked-question.ts"
import type { Block, Quoted } from "../asked/quoted-questions.ts"
import { askingOthers, blocksOf, quotedQuestions } from "../asked/quoted-questions.ts"
import type { QuestionAbove, ReplyLink } from "./reply-links.ts"
import { isSureAnswer } from "./reply-links.ts"
import type { ReplyVerdict } from "../answers/reply-verdict.ts"
import { isSubstance, judgeReply } from "../answers/reply-verdict.ts"
import { returningLinks } from "./returning-links.ts"
import { isSamePerson } from "../../people/same-person.ts"
import { overlapOf, sharedBy, tellingWords } from "../words/telling-words.ts"
import { isReaction, typeFit } from "../answers/type-fit.ts"
import { quick } from "../../patterns/quick-pattern.ts"

/** What a mail answers: the questions quoted right above its blocks, and those of its parent that it does not quote. */
export function mailLinks(read: ReadMessage, above: readonly QuestionAbove[]): readonly ReplyLink[] {
  const links: ReplyLink[] = []
  const quoted = new Set<string>()
  const asking = askingOthers(read, above)
  const hasTop = isReplyOnTop(read)
  for (const block of asking.length === 0 ? [] : blocksOf(read.sentences)) {
    const questions = quotedQuestions(block, asking)
    if (questions.length === 0 || !block.some((sentence) => isSubstance(sentence.text))) continue
    const found = linksOfBlock(block, stillAsked(questions, above[0]))
    const answered = new Set(found.flatMap(({ questionId, does }) => (does === "answers" ? questionId : [])))
    for (const { question } of questions) if (!hasTop || answered.has(question.id)) quoted.add(question.id)
    links.push(...found)
  }
  links.push(...unquotedLinks(read, { parent: above[0], quoted }))
  // Who answers something else has turned to that.
  return links.some(({ does }) => does === "answers") ? links : [...links, ...returningLinks(read, above)]
}

/** So many sentences above all quotes answer the mail; so few below them are afterthoughts. */
const REPLY = 3
const AFTERTHOUGHT = 2

/** A reply above the quotation of a whole mail, with hardly a word below it. */
function isReplyOnTop(read: ReadMessage): boolean {
  const top = topOf(read)
  const rest = read.sentences.length - top.length
  if (rest === 0 || rest > AFTERTHOUGHT || top.length < REPLY) return false
  return top.filter(({ text }) => isSubstance(text)).length >= REPLY
}

function topOf({ sentences }: ReadMessage): Block {
  return sentences.filter(({ under }) => under === undefined)
}

/** What the mail above has answered stands in its quotes as context: what follows is to that answer. */
function stillAsked(quoted: readonly Quoted[], parent: QuestionAbove | undefined): readonly Quoted[] {
  const answered = new Set(parent?.question.links.flatMap((link) => (isSureAnswer(link) ? link.questionId : [])))
  return quoted.filter(({ question, depth }) => depth === 0 || !answered.has(question.id))
}

// Below this a sentence that asks is a remark: it takes no place among questions that stand together.
const REAL_QUESTION = 0.35

function linksOfBlock(below: Block, quoted: readonly Quoted[]): readonly ReplyLink[] {
  const real = quoted.filter(({ question }) => question.weight >= REAL_QUESTION)
  const remarks = quoted.filter(({ question }) => question.weight < REAL_QUESTION)
  const nearest = Math.min(...real.map((entry) => entry.depth))
  const near = real.filter((entry) => entry.depth === nearest)
  const older = real.filter((entry) => entry.depth !== nearest).map((entry) => ({ ...entry, isOlder: true }))
  const block = readBlock(below)
  const most = comparedWith(remarks.length)
  const beginning = below.length <= most ? block : readBlock(below.slice(0, most))
  const last = near.at(-1)?.distance ?? Infinity
  const [passed, asked] = partedByText(near)
  return [
    ...linksOf(asked, block),
    ...passed.flatMap((entry) => linksOf([entry], block).flatMap((link) => passedLink(entry.question, link))),
    ...linksOf(older, block),
    // Words that follow a question are not to a remark above it.
    ...remarks.flatMap((entry) =>
      linksOf([entry], beginning).filter(({ text }) => entry.distance <= last || suits(entry.question, text)),
    ),
  ]
}

// So many letters, a sentence of its own, part one question from the next.
const APART = 60

/** The questions of a quote that stand right above its end or each other, and those further up. */
function partedByText(quoted: readonly Quoted[]): readonly [passed: readonly Quoted[], asked: readonly Quoted[]] {
  let at = quoted.length - 1
  for (; at > 0; at--) {
    const [before, next] = [quoted[at - 1], quoted[at]]
    if (before === undefined || next === undefined) break
    if (before.distance - next.distance - next.question.letters.length > APART) break
  }
  return [quoted.slice(0, Math.max(0, at)), quoted.slice(Math.max(0, at))]
}

// What stands further up in a quote is less likely meant, unless the words below suit it.
const PASSED = 0.12
/** A "yes" of so many letters is to the last question above it. */
const SHORT = 13

function passedLink(question: AskedQuestion, link: ReplyLink): readonly ReplyLink[] {
  if (suits(question, link.text)) return [link]
  return link.does === "answers" && link.text.length < SHORT ? [] : [{ ...link, score: link.score - PASSED }]
}

function suits(question: AskedQuestion, text: string): boolean {
  return overlapOf(question.words, tellingWords(text)) > 0.2
}

/** The sentences of a block, read once for all questions above it. */
interface ReadBlock {
  readonly sentences: readonly string[]
  readonly replies: readonly Reply[]
  readonly verdictOn: (question: string) => ReplyVerdict
}

function readBlock(block: Block): ReadBlock {
  const sentences = block.map(({ text }) => text)
  return { sentences, replies: repliesIn(block), verdictOn: judgeReply(sentences) }
}

// A question ten lines above the answer is likely passed over; a line holds some sixty letters.
const FAR = 0.03 / 60
const MAX_FAR = 0.3
// What an earlier reply was there to answer is as a rule only context.
const OLDER = 0.2

function linksOf(quoted: readonly (Quoted & { readonly isOlder?: boolean })[], block: ReadBlock): readonly ReplyLink[] {
  if (quoted.length === 0) return []
  const distances = new Map(quoted.map((entry) => [entry.question.id, entry.distance]))
  const older = new Set(quoted.filter((entry) => entry.isOlder === true).map((entry) => entry.question.id))
  const aligned = alignAnswers(
    quoted.map((entry) => entry.question),
    block.replies,
  )
  const verdictOn = verdictsOn(aligned, block)
  return aligned.flatMap(({ question, text, whole, score }) => {
    const verdict = verdictOn({ question, text })
    const distance = distances.get(question.id) ?? 0
    if (verdict === "nothing" || isBeside(question, { text, opening: block.sentences[0] ?? "", distance })) return []
    const far = Math.min(MAX_FAR, FAR * distance)
    const old = older.has(question.id) ? OLDER : 0
    const shown = verdict === "answers" ? whole : text
    return [toLink(question, { does: verdict, score: 0.55 + 0.5 * score - far - old, text: shown })]
  })
}

const ASIDE = quick(
  /^\W*(?:by the way|btw|(?:on a |as a )?side[- ]?note|unrelated|while (?:you're|you are|we're|we are) at it|off[- ]topic)\b/i,
)

/** "By the way, …" under a question turns to something else, unless its words are the question's. */
function isBeside(
  question: AskedQuestion,
  { text, opening, distance }: { readonly text: string; readonly opening: string; readonly distance: number },
): boolean {
  if (ASIDE.test(opening)) return overlapOf(question.words, tellingWords(text)) <= 0.1
  return distance > BELOW && RETURNS.test(text)
}

// "Likewise." below more of the quote is to that.
const BELOW = 20
const RETURNS = quick(/^\W*(?:likewise|ditto|you too|me too|same (?:here|to you))\b\W*$/i)

/**
 * What a reply does to each of the questions that it is about: "Friday. No idea, sorry." tells one and puts the other
 * off, so where they have sentences of their own, those up to the next one's are judged.
 */
function verdictsOn(
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

function toLink(question: AskedQuestion, { does, score, text }: Pick<ReplyLink, "does" | "score" | "text">): ReplyLink {
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

/** Asks what others think of all that the mail says. */
const ASKS_OPINION = quick(
  /\b(?:what do (?:you|others|people|folks)(?: all| guys)? think|(?:any )?(?:thoughts|comments|opinions|objections)|wdyt|strong opinions)\b[^?]{0,40}\?/i,
)
const OPINION = 0.5

/** A reply without quotes, or one that leaves a question out and speaks of it all the same. */
function unquotedLinks(
  read: ReadMessage,
  { parent, quoted }: { readonly parent: QuestionAbove | undefined; readonly quoted: ReadonlySet<string> },
): readonly ReplyLink[] {
  if (parent === undefined || isSamePerson(parent.message.author, read.message.author)) return []
  const questions = parent.question.asked.filter((question) => !quoted.has(question.id))
  if (questions.length === 0) return []
  const isInline = read.sentences.some(({ under, text }) => under !== undefined && isSubstance(text))
  if (!isInline) return [...keptLinks(read, questions), ...answeredAtOnce(read.sentences, questions)]
  return isReplyOnTop(read) ? answeredAtOnce(topOf(read), questions) : spokenOf(read, questions)
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
