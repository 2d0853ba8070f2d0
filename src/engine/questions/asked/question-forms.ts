import type { AskingCue } from "./asking-cues.ts"
import { askingCue } from "./asking-cues.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import type { QuestionForm } from "../asked-question.ts"
import { withoutQuotedWords } from "../../words/quoted-words.ts"
import { withLostApostrophes } from "../../words/words.ts"
import { hasLostBullet, hasLostLetters } from "./no-questions.ts"

/** What the shape of one sentence says of whether it asks. */
export interface AskingShape {
  readonly form: QuestionForm
  /** How often a sentence of this shape waits for somebody, from 0 to 1. */
  readonly weight: number
  readonly hasMark: boolean
  /** By words of its own, not only by a mark that may belong to what it quotes. */
  readonly isCued: boolean
}

const ENDS_WITH_MARK = /[?？][\s)\]"'”’*_`!?.,;:…(|/\\DPpo-]{0,6}$/u

const ADDRESSES = /https?:\/\/\S+/g
const ENDS_IN_ADDRESS = /https?:\/\/\S+\?\S*$/

export interface Place {
  readonly isChat: boolean
  readonly isOnPatch: () => boolean
  /** The message lost letters on its way: a mark at an end may stand for one of them. */
  readonly isLossy: boolean
  /** It lost bullets or arrows: a mark that stands apart may stand for one of them. */
  readonly isGappy: boolean
}

/** Whether and how a sentence asks, by its own words; undefined where it does not. */
export function askingShape(raw: string, { isChat, isOnPatch, ...losses }: Place): AskingShape | undefined {
  const text = withLostApostrophes(raw)
  const said = withPlainApostrophes(withoutQuotedWords(text))
  const hasMark = isMarked(text, text === raw ? losses : { ...losses, isLossy: true })
  const found = askingCue(said, { hasMark, isOnPatch })
  return hasMark ? markedShape(text, found) : unmarkedShape(text, { found, isChat })
}

function withPlainApostrophes(text: string): string {
  return text.includes("\u2019") ? text.replaceAll("\u2019", "'") : text
}

function isMarked(text: string, { isLossy, isGappy }: Pick<Place, "isLossy" | "isGappy">): boolean {
  if (!text.includes("?") || !ENDS_WITH_MARK.test(text)) return false
  if (OPENS_ASKING.test(text)) return true
  // In brackets the end doubts a word: "a library (lapack?)".
  if (ENDS_IN_BRACKET.test(text)) return asksInBracket(text)
  // The mark may be the address's own.
  if (ENDS_IN_ADDRESS.test(text)) return ASKING_WORDS.test(text.replaceAll(ADDRESSES, ""))
  if (hasLostBullet(text) || ((isLossy || isGappy) && STANDS_APART.test(text))) return false
  return !hasLostLetters(text) && (!isLossy || asksPlainly(text))
}

function asksPlainly(text: string): boolean {
  return ASKING_WORDS.test(text) && !THINKS.test(text)
}

/** What somebody does not think is told, where the mark at its end may be a lost letter. */
const THINKS = /^(?:and |but |so |well,? )?(?:I|we) (?:do|did)(?:n't| not) (?:think|believe|know|doubt)\b/i

/** Where letters were lost, a mark that stands apart is one of them. */
const STANDS_APART = /^(?!\W*(?:what|which|why|how|who|when|where)\b).*\s\?\s*$/is
const ENDS_IN_BRACKET = /[^\s(] \((?<inside>[^()]{2,200}\?+)\)[.!]?$/

function asksInBracket(text: string): boolean {
  return ASKING_WORDS.test(ENDS_IN_BRACKET.exec(text)?.groups?.["inside"] ?? "")
}

function markedShape(text: string, found: AskingCue | undefined): AskingShape {
  const form = found === undefined || found.form === "wonders" ? "asks" : found.form
  return { form, weight: weightOfMarked(text, found), hasMark: true, isCued: isStrong(found) }
}

function isStrong(found: AskingCue | undefined): boolean {
  return found !== undefined && found.weight >= 0.45
}

function unmarkedShape(
  text: string,
  { found, isChat }: { readonly found: AskingCue | undefined; readonly isChat: boolean },
): AskingShape | undefined {
  const weight = found?.form === "suggests" || found === undefined ? unmarkedWeight(text, isChat) : 0
  if (weight > (found?.weight ?? 0)) return { form: "asks", weight, hasMark: false, isCued: true }
  return found && { form: found.form, weight: found.weight, hasMark: false, isCued: isStrong(found) }
}

/** Whether a turn in a chat asks though it has no mark. */
export function asksUnmarked(text: string): boolean {
  return !text.includes("?") && unmarkedWeight(text, true) >= 0.5
}

/** People leave the mark away in chats more than in mail. */
function unmarkedWeight(text: string, isChat: boolean): number {
  if (IS_INVERTED.test(text) && !COMMANDS.test(text)) return isChat ? 0.65 : STARTS_SENTENCE.test(text) ? 0.6 : 0.3
  if (IS_WH_INVERTED.test(text) && (isChat || !OPENS_CLAUSE.test(text))) return isChat ? 0.55 : 0.3
  if (isChat && CHAT_FORMS.test(text) && !COMMANDS.test(text)) return 0.55
  return 0
}

const LEADS =
  "(?:\\W*(?:so|and|but|ok|okay|hey|hi|or|then|well|also|btw|hmm+|um+|yeah|yes|no|if not|if so|@\\S+|\\S{2,20}[,:]),? ){0,3}"
const INVERTED = new RegExp(
  `^${LEADS}(?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|had|am|isn't|aren't|doesn't|don't|didn't|can't|couldn't|wouldn't|shouldn't|won't|haven't|hasn't) (?:it|this|that|there|these|those|you|u|we|they|i|he|she|anyone|anybody|someone|somebody|any|everyone|the following)\\b`,
  "i",
)
/** In mail a small letter goes on with a sentence that something tore apart. */
const STARTS_SENTENCE = /^[^\p{L}]*\p{Lu}/u
/** "Do it once more", "Should it fail, …": an order and a condition look alike. */
const COMMANDS = new RegExp(
  `^${LEADS}(?:(?:do|have) (?:it|this|that|these|those|any)\\b|(?:should|had|were) .{3,80}, |would I .{3,80}, I would )`,
  "i",
)
const WH_INVERTED = new RegExp(
  `^${LEADS}(?:what|who|whom|when|where|why|how|which|whose)(?:'s)? (?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|am|if|kind|about|else|\\S+ (?:is|are|do|does|did|should|would|can|could))\\b`,
  "i",
)
/** "When you are", "what we could do": a clause of a statement, no question such as "which branch is". */
const OPENS_CLAUSE = new RegExp(
  `^${LEADS}(?:what|when|where|why|how|which) (?:you|we|i|it|this|that|they|he|she|there)\\b`,
  "i",
)
/** Chats leave out the mark, and half of the sentence. */
const CHAT_FORMS = quick(
  /^(?:\W*(?:so|and|but|ok|okay|hey|hi|or|btw|um+|hm+|also|@\S+|\S{2,20}[,:]),? ){0,2}(?:(?:is|are|was|were|does|did|do|can|could|should|will|has|have) (?:the|a|an|our|my|your|their)\b|(?:anyone|anybody|someone|somebody) (?:(?:else|here) )?(?:know|knows|seen|sees|got|have|has|had|tried|remember|able|up for)\b|(?:who|where|when|what|how|which)(?:'?s|'?re) (?!up\b|left to\b)|who (?:owns|has|is|can|wants|knows how|broke|runs|wrote|maintains|should|will|deployed|changed|merged)\b|any (?:luck|idea|ideas|update|updates|news|eta|progress)\b)/i,
)
const IS_INVERTED = quick(INVERTED)
const IS_WH_INVERTED = quick(WH_INVERTED)
const OPENS_ASKING = new RegExp(`${INVERTED.source}|${WH_INVERTED.source}`, "i")

export function opensAsking(text: string): boolean {
  return OPENS_ASKING.test(text)
}

/** A question without a verb that asks: "a flag in the first one?". */
export function isFragment(text: string): boolean {
  return !opensAsking(text) && !/^(?:you|we|i|it|this|that|they|there|he|she|so|but|and)\b/i.test(text)
}

const ASKING_WORDS =
  /\b(?:what|who|whom|when|where|why|how|which|whose|any|anyone|anybody)\b|\b(?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|had|am|\w+n't) (?:it|this|that|there|these|those|you|u|we|they|i|he|she|the|a|an|anyone|anybody|someone|any)\b|(?:right|correct|no|yes|ok|true|huh|wdyt|thoughts)\W*\?/iu
const ASKS_OF_NAMED =
  /\b(?:[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]oe?s?|[Dd]id|[Cc]an|[Cc]ould|[Ww]ould|[Ss]hould|[Ww]ill|[Hh]as|[Hh]ad) \p{Lu}\S*/u

function weightOfMarked(text: string, found: AskingCue | undefined): number {
  if (found !== undefined && found.weight < 0.2) return 0.1
  if (/\(\?\)\.?$/.test(text)) return 0.45
  if (found?.form === "wonders" && found.weight < 0.4) return 0.45
  if (found?.form === "suggests") return 0.6
  // A statement with a mark: some want it confirmed, some only doubt.
  return found === undefined && !ASKING_WORDS.test(text) && !ASKS_OF_NAMED.test(text) ? 0.55 : 0.75
}
