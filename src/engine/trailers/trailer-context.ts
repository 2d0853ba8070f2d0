import type { BodyLine } from "../../model/body.ts"
import { CONDITION } from "../stances/sentence/judge-sentence.ts"
import { plainText } from "../words/words.ts"

/** What an author writes around a trailer, as far as it reaches it. */
export interface TrailerContext {
  /** The sentence that leads up to it: "With that fixed," or "For the series:". */
  readonly before: string
  /** What goes on behind it, on its line or below: "for 2/3", "once the typo is fixed". */
  readonly behind: string
}

/** Words that say of a tag that it is not there: they stand right before it, or the sentence breaks off with them. */
const LACKING =
  /\b(?:(?<!\bor )without|(?<!\bnothing |'s |\bis nothing )missing|needs?|lacks?|no|instead of)(?: (?:a|an|any|the|my|your|some))?(?:(?: [\w-]+){0,2} (?:tags?|trailers?|acks?|r-?bs?|\w+-by|following)\b|\W*$)/i
/** Asked for, or offered for later. */
const ASKED =
  /\b(?:can|could|may|might) (?:i|we|you)\b.{0,80}\b(?:add|get|have|take|keep|count|put|use|collect|carry|give)\b|\badd (?:the )?following\b/i
/** "Once I have run it" behind a trailer: it is not given before that. */
const GIVEN_LATER = /\b(?:once|after|when|if|as soon as) i\b/i
/** "Should this have a Reported-by: me?" */
const ASKED_BEHIND = /^[^.#(]{0,60}\?/

/** Words around a trailer that make it somebody else's business: asked for, offered for later, told about. */
export function isNotGiven({ before, behind }: TrailerContext): boolean {
  return (
    before.includes("?") ||
    LACKING.test(before) ||
    ASKED.test(before) ||
    GIVEN_LATER.test(behind) ||
    ASKED_BEHIND.test(behind)
  )
}

const FINISHED = /[.!]["')]*$/
const OFFERED =
  /\b(?:you (?:can|may)|feel free|please|kindly|with that|then)\b.{0,40}\b(?:add|have|take|keep|carry|use)\b/i
/** "Looks good once the typo is fixed." */
const APPROVED = /\b(?:looks? (?:good|fine|ok|okay|great)|lgtm|fine (?:by|with|for) me|happy)\b/i
const LEADING_UP =
  /(?:^|[,;] |\b(?:but|so|and) )(?:if|once|unless|provided|assuming)\b|\b(?:apart from|other than|except(?: for)?|aside from|modulo)\b|^with .{2,60}\bi(?:'m| am|'d be| would be) (?:happy|fine|ok|okay|good)\b/i
const BOUND_BEHIND =
  /^\W*(?:(?:if|once|unless|provided|assuming|modulo|as (?:soon|long) as)\b|(?:with|when|after)\b.{1,80}\b(?:fixed|changed|addressed|updated|corrected|resolved|sorted|done|removed|added|reworded)\b|(?:for|to|in|on) (?:your |the )?(?:v\d|(?:next|new) (?:version|revision|round|spin)))/i

/** Whether a trailer is bound to something: a finished sentence above it speaks of it only where it gives it. */
export function isBound({ before, behind }: TrailerContext): boolean {
  if (BOUND_BEHIND.test(behind)) return true
  const reaches = !FINISHED.test(before) || OFFERED.test(before) || APPROVED.test(before)
  if (!reaches) return false
  if (CONDITION.pattern.test(plainText(before))) return true
  return !FINISHED.test(before) && LEADING_UP.test(before) && !FOR_PART.test(before)
}

const COMMENT = /^\s*[#([]\s*(?<scope>[^)\]]*)/
const NUMBERS = String.raw`#?\d+(?:\/\d+)?(?: ?(?:-|,|,? and|&|to|through) ?#?\d+(?:\/\d+)?){0,8}`
const SERIES = `(?:(?:the|this|all|both|whole|entire|full|first|last|remaining|two|three|four) ){0,4}(?:series|set|patch ?set|patches|patch)\\b(?: ${NUMBERS})?`
const PART = `(?:${SERIES}|(?:patch(?:es)? )?${NUMBERS}|(?:the )?(?:[\\w-]+ ){1,3}(?:bits?|parts?|side|half|changes|patch(?:es)?))`
const EXCEPTION = String.raw`(?: (?:except|without|but not|apart from)(?: for)? [^.,:;]{1,40})?`
/** "For patches 1 and 2:", "for 2/3.", "For this series except patch 3," */
const FOR_PART = new RegExp(`^\\W*(?:also |and |so )?for (?<scope>${PART}${EXCEPTION})[\\s.,:;)]*(?:but\\b.*)?$`, "i")
/** "Series:", "Patches 1 and 2 are" */
const NAMED_PART = new RegExp(`^(?<scope>${SERIES}${EXCEPTION})(?: is| are)?[\\s:,-]*$`, "i")
const FOR_SERIES = new RegExp(
  `\\bfor (?<scope>(?:the|this|all)? ?(?:whole |entire |full )?(?:series|patch ?set))\\b`,
  "i",
)

/** What a trailer is given for, where that is not the whole: "s390", "patches 1 and 2". */
export function scopeOf({ before, behind }: TrailerContext): string | undefined {
  const comment = BOUND_BEHIND.test(behind) ? undefined : COMMENT.exec(behind)?.groups?.["scope"]?.trim()
  if (comment !== undefined && comment !== "") return comment.replace(/^for /i, "")
  const found = [FOR_PART.exec(behind), FOR_PART.exec(before), NAMED_PART.exec(before), FOR_SERIES.exec(before)]
  return found.find((match) => match !== null)?.groups?.["scope"]?.trim()
}

/** What stands above a block of trailers, up to where its paragraph begins; of it the last sentence. */
export function sentenceAbove(lines: readonly BodyLine[], index: number, isTrailer: IsTrailer): string {
  const above = lines.slice(0, index).toReversed()
  const last = above.findIndex((line) => line.depth > 0 || (line.zone !== "blank" && !isTrailer(line)))
  const paragraph: string[] = []
  for (const line of above.slice(Math.max(last, 0), last + MAX_LINES)) {
    if (line.depth > 0 || line.zone !== "own" || isTrailer(line)) break
    paragraph.unshift(line.content.trim())
  }
  const sentence = lastSentence(paragraph.join(" "))
  const isParted = above.slice(0, Math.max(last, 0)).some(({ zone }) => zone === "blank")
  return isParted && isOtherQuestion(sentence) ? "" : sentence
}

type IsTrailer = (line: BodyLine) => boolean

/** Of what stands before a trailer only the last sentence can reach it. */
export function lastSentence(text: string): string {
  return text.split(SENTENCE_END).at(-1)?.trim() ?? ""
}

const MAX_LINES = 4
const SENTENCE_END = /(?<=[.!?]["')]?) +(?=\S)/

/** A remark in the form of a question ("Is the full stop missing?") in a paragraph of its own asks for no trailer. */
function isOtherQuestion(text: string): boolean {
  return text.trimEnd().endsWith("?") && !/\b(?:add|give|carry|keep|collect|have|tags?|following)\b/i.test(text)
}

/** The line below a block of trailers, where it goes on with what they began. */
export function lineBelow(lines: readonly BodyLine[], index: number, isTrailer: IsTrailer): string {
  for (const line of lines.slice(index + 1)) {
    if (line.depth > 0) return ""
    if (line.zone === "blank" || isTrailer(line)) continue
    return line.zone === "own" && GOES_ON.test(line.content) ? line.content : ""
  }
  return ""
}

const GOES_ON =
  /^\s*(?:\?|\(?(?:for|to|in|on|if|once|when|after|unless|provided|assuming|modulo|with|as (?:soon|long) as)\b)/
