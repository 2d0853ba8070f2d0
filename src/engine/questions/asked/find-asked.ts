import type { BodyLine } from "../../../model/body.ts"
import { withoutQuotedWords } from "../../words/quoted-words.ts"
import type { ReadMessage } from "../../read-message.ts"
import type { AskedQuestion } from "../asked-question.ts"
import { bareLetters } from "../words/bare-letters.ts"
import { calledNames, isPutToRoom } from "../addressees/called-names.ts"
import { choiceOptions } from "../choices/choice-options.ts"
import type { AskingShape, Place } from "./question-forms.ts"
import { askingShape, opensAsking } from "./question-forms.ts"
import {
  asksNothing,
  behindCourtesy,
  hasLostBullet,
  hasLostLetters,
  hasLostQuotationMarks,
  isCatechism,
} from "./no-questions.ts"
import type { Found } from "./joined-asks.ts"
import { joinAsks, withLedIn } from "./joined-asks.ts"
import { leavesChoice, putsUnmarked } from "../choices/indirect-choices.ts"
import { areLabelled, asksWhich, listedAbove, listedBelow, orAsked, orElse } from "../choices/listed-options.ts"
import { questionId } from "../question-id.ts"
import { questionKind } from "./question-kind.ts"
import { joinBrokenSentences } from "./broken-sentences.ts"
import type { Spoken } from "./broken-sentences.ts"
import { quotableGrams } from "./quoted-questions.ts"
import { tellingWords } from "../../words/telling-words.ts"
import { waitingWeight } from "./waiting-weight.ts"

/** What the author of a message asks in their own words, as asked. Two adjacent sentences that ask one thing are one. */
export function findAsked(read: ReadMessage): readonly AskedQuestion[] {
  const spoken = joinBrokenSentences(read.sentences, read.lines)
  const mail = { read, spoken, isPatchMail: isPatch(read), ...lossesIn(spoken) }
  const found = spoken.flatMap((_, at) => askedAt(at, mail) ?? [])
  const asked = joinAsks(found, { spoken, lines: read.lines }).map((entry) => toQuestion(entry, { read, spoken }))
  return withoutRepeats(asked)
}

/** The same words twice in one message are one question: nobody could tell the two apart. */
function withoutRepeats(asked: readonly AskedQuestion[]): readonly AskedQuestion[] {
  const first = new Map<string, AskedQuestion>()
  for (const one of asked) if (!first.has(one.id)) first.set(one.id, one)
  return [...first.values()]
}

interface Asking extends Losses {
  readonly read: ReadMessage
  readonly spoken: readonly Spoken[]
  readonly isPatchMail: boolean
}

function askedAt(at: number, mail: Asking): Found | undefined {
  const { read, spoken, isLossy, isGappy } = mail
  const sentence = spoken[at]
  if (sentence === undefined) return undefined
  const isChat = read.message.medium === "chat"
  const isOnPatch = (): boolean => standsOnPatch(sentence, read)
  // Few sentences have the shape of a question; only of those it matters what else they are.
  const shape = shapeOf(sentence.text, { isChat, isLossy, isGappy, isOnPatch })
  const choice = unmarkedChoice(at, { shape, mail })
  if (choice !== undefined) return isOtherwise(choice, mail) || isTorn(choice.sentence, read.lines) ? undefined : choice
  if (shape === undefined || isOtherwise({ at, sentence, shape }, mail)) return undefined
  return shape.hasMark || isChat ? { at, sentence, shape } : unmarkedIn({ at, sentence, shape }, mail)
}

/** What a choice is put in that has no mark. */
const PUTS_CHOICE: AskingShape = { form: "asks", weight: 0.75, hasMark: false, isCued: true }

/** "I'm not sure if we should wait or go.", "I can wait or go. As you like.": a choice without a mark says all that it asks. */
function unmarkedChoice(
  at: number,
  { shape, mail: { read, spoken } }: { readonly shape: AskingShape | undefined; readonly mail: Asking },
): Found | undefined {
  const sentence = spoken[at]
  if (sentence === undefined || shape?.hasMark === true || !JOINS.test(sentence.text)) return undefined
  const isChat = read.message.medium === "chat"
  const whole = isChat && shape?.form === "asks" ? undefined : withLeave(sentence, spoken[at + 1])
  if (whole === undefined || !putsUnmarked(whole.text, isChat) || choiceOptions(whole.text).length < 2) return undefined
  return { at, sentence: whole, shape: PUTS_CHOICE }
}

/** With the next sentence, where that leaves the choice to others; nothing where that asks for it. */
function withLeave(sentence: Spoken, next: Spoken | undefined): Spoken | undefined {
  if (next?.blockEnd !== sentence.blockEnd) return sentence
  if (asksWhich(next.text)) return undefined
  if (!leavesChoice(next.text)) return sentence
  return { ...sentence, text: `${sentence.text} ${next.text}`, last: next.last, lastLine: next.lastLine }
}

const JOINS = / (?:or|between) /

/** Has the shape of a question and is something else. */
function isOtherwise({ at, sentence, shape }: Found, { read, spoken, isPatchMail }: Asking): boolean {
  if (asksNothing(withoutQuotedEnd(sentence.text, shape)) || isEdit(sentence, read)) return true
  if (shape.form === "suggests" && !shape.hasMark && isPatchMail && !/\byou\b/i.test(sentence.text)) return true
  return isCatechism(sentence.text, [spoken[at - 1]?.text, spoken[at + 1]?.text])
}

function unmarkedIn(entry: Found, { read: { lines }, spoken }: Asking): Found | undefined {
  return isTorn(entry.sentence, lines) ? undefined : withLedIn(entry, { spoken, lines })
}

/** Words set below those of the quoted line that they are to replace: an edit, not speech. */
function isEdit({ first, firstLine }: Spoken, { sentences, lines }: ReadMessage): boolean {
  if (sentences[first]?.under === undefined) return false
  return /^(?: {12}|\t\t)/.test(lines[firstLine]?.content ?? "")
}

const DANGLES = /\b(?:saying|says|said|asking|that|to|the|an?|of|and|or|with|for|like|is|are|in|on|by|from|as)$/i

/** The first half of a sentence that ends in something which is not the author's prose. */
function isTorn({ text, lastLine }: Spoken, lines: readonly BodyLine[]): boolean {
  if (!/[\p{L}\p{N},]$/u.test(text)) return false
  if (DANGLES.test(text) || text.endsWith(",")) return true
  const below = lines[lastLine + 1]?.zone
  return below === "code" || below === "patch" || below === "log"
}

/** Behind a courtesy counts what asks; half of what looks like advice there tells what was done. */
function shapeOf(text: string, place: Place): AskingShape | undefined {
  const item = withoutListMark(text)
  if (item !== text && !text.includes("?") && opensAsking(item)) return askingShape(item, place)
  const said = behindCourtesy(text)
  const shape = askingShape(said, place)
  return said !== text && (shape?.form === "suggests" || asksNothing(said)) ? undefined : shape
}

/** "How about we ask "is it a fix?"": what asks around a quotation that ends with a mark asks itself. */
function withoutQuotedEnd(text: string, { isCued }: AskingShape): string {
  return isCued ? withoutQuotedWords(text) : text
}

/** What a patch says in the imperative is what it does: "Drop the old table." */
function isPatch({ message, parent, lines }: ReadMessage): boolean {
  if (parent === undefined && /\[[^\]]*\bpatch\b/i.test(message.subject)) return true
  return lines.some(({ zone, depth }) => zone === "patch" && depth === 0)
}

const PATCH_LINE = /^\+(?!\d)|^-\t|^@@ |[;{}]\s*$/

/** Whether the line right above a sentence, or above its block, is a quoted one of a patch. */
function standsOnPatch({ first }: Spoken, { sentences, lines }: ReadMessage): boolean {
  const under = sentences[first]?.under
  return under !== undefined && PATCH_LINE.test(lines[under.lastLine]?.content ?? "")
}

type Losses = Pick<Place, "isLossy" | "isGappy">

/** What an archive lost; looks at the next sentence too: a mark that was none parts what is one sentence. */
function lossesIn(spoken: readonly Spoken[]): Losses {
  const marked = [...spoken.entries()].filter(([, { text }]) => text.includes("?"))
  const isLossy = marked.some(
    ([at, { text }]) => hasLostLetters(text) || hasLostQuotationMarks(`${text} ${spoken[at + 1]?.text ?? ""}`),
  )
  const isGappy = marked.some(([, { text }]) => hasLostBullet(text))
  return { isLossy, isGappy }
}

// A list and a remark under each of its items.
const MAX_NEAR = 6

interface Neighbours {
  readonly spoken: readonly Spoken[]
  readonly at: number
  /** The sentence right behind it, as far as it speaks of the same. */
  readonly next: string | undefined
}

function listedBeside(text: string, { spoken, at }: Neighbours): readonly string[] {
  const textsOf = (near: readonly Spoken[]): readonly string[] => near.map((one) => one.text)
  const above = listedAbove(text, textsOf(spoken.slice(Math.max(0, at - MAX_NEAR), at)))
  return above.length > 1 ? above : listedBelow(text, textsOf(spoken.slice(at + 1, at + 1 + MAX_NEAR)))
}

/** The sentences behind a question that stand below the same quote. */
function behind({ spoken, at }: Neighbours): readonly string[] {
  const near = spoken.slice(at + 1, at + 1 + MAX_NEAR)
  return near.filter(({ blockEnd }) => blockEnd === spoken[at]?.blockEnd).map(({ text }) => text)
}

/** What stands above, below or right beside a question that leaves its options to them. */
function namedBeside(text: string, place: Neighbours): readonly string[] {
  const listed = listedBeside(text, place)
  if (listed.length > 1) return listed
  const other = orElse(text, place.next)
  return other.length > 1 ? other : orAsked(text, behind(place))
}

const LIST_MARK = /^(?:[-*•+]|\(?\d{1,2}[.)]|\(?[a-z]\)) +(?=[\p{L}"'(])/u

function withoutListMark(text: string): string {
  return text.replace(LIST_MARK, "")
}

const IDEAS =
  /\b(?:ideas|options|possibilities|suggestions|candidates|proposals|names|titles|wordings|alternatives)\b[^?]*:$/i
/** "Some ideas: - move it, perhaps?": it is offered, not asked. */
const AMONG_IDEAS = 0.5

// A list of ideas, each with a remark or two.
const MAX_ABOVE = 16

function isAmongIdeas(spoken: readonly Spoken[], at: number): boolean {
  if (!LIST_MARK.test(spoken[at]?.text ?? "")) return false
  const from = Math.max(0, at - MAX_ABOVE)
  const lead = spoken.slice(from, at).findLastIndex(({ text }) => text.endsWith(":"))
  if (lead < 0 || !IDEAS.test(spoken[from + lead]?.text ?? "")) return false
  return LIST_MARK.test(spoken[from + lead + 1]?.text ?? "")
}

// Nobody asks more in one breath.
const LONGEST_RUN = 8

/** The first sentence from a place on that ends without a mark. */
function behindRun(spoken: readonly Spoken[], from: number): Spoken | undefined {
  return spoken.slice(from, from + LONGEST_RUN).find(({ text }) => !text.endsWith("?"))
}

function toQuestion(
  { at, sentence, shape }: Found,
  { read, spoken }: { readonly read: ReadMessage; readonly spoken: readonly Spoken[] },
): AskedQuestion {
  const text = withoutListMark(sentence.text)
  const letters = bareLetters(text)
  // What stands below another quote speaks of something else.
  const sameBlock = (near: Spoken | undefined): string | undefined =>
    near?.blockEnd === sentence.blockEnd ? near.text : undefined
  const next = sameBlock(spoken[at + 1])
  const afterRun = next?.endsWith("?") === true ? sameBlock(behindRun(spoken, at + 1)) : undefined
  const near = spoken.slice(Math.max(0, at - MAX_NEAR), at + 1 + MAX_NEAR).map((one) => one.text)
  const isAsked = shape.hasMark || shape.form === "asks" || shape.form === "wonders"
  const named = isAsked ? choiceOptions(text) : []
  const place = { spoken, at, next }
  // "Let me know which one you favour" asks without asking.
  const beside = isAsked ? namedBeside : listedBeside
  const options = named.length === 0 ? beside(text, place) : named
  const isOnPatch = standsOnPatch(sentence, read)
  return {
    id: questionId(read.message.id, text),
    messageId: read.message.id,
    text,
    firstSentence: sentence.first,
    lastSentence: sentence.last,
    firstLine: sentence.firstLine,
    lastLine: sentence.lastLine,
    form: shape.form,
    hasMark: shape.hasMark,
    kind: questionKind(text, { form: shape.form, options }),
    options,
    isLabelled: options.length > 1 && areLabelled([sentence.text, ...near]),
    weight: waitingWeight(shape, { text, next, afterRun, isOnPatch }) * (isAmongIdeas(spoken, at) ? AMONG_IDEAS : 1),
    isToRoom: isPutToRoom(text, isOnPatch),
    names: calledNames(text),
    letters,
    grams: quotableGrams(letters),
    words: tellingWords(text),
  }
}
