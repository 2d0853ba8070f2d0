import { AUXILIARY, FINITE, isFragment, MOST_LEFT, OPENS, PRONOUN, startOf, WH, wordsIn } from "./choice-frames.ts"
import { shapeOf } from "./option-shape.ts"

/** Where a piece of a text begins and ends. */
interface Span {
  readonly start: number
  readonly end: number
}

/** The halves of an "or", and the text with the insides of its brackets and quotation marks covered. */
interface Joined {
  readonly masked: string
  readonly left: Span
  readonly right: Span
  /** A comma stands before the "or": there may be more of them. */
  readonly isSeries: boolean
  /** "A? Or B?": the left half is a question of its own. */
  readonly isApart: boolean
}

/** What cannot be had: "or not", "or am I wrong", "or any other reason". */
const NOTHING =
  /^(?:if |is it |it's |maybe |perhaps )?(?:not|no(?=\W*$|,)|so|(?:is|are) there (?:any|some)thing else|something(?! (?:to|that|which|with)\b)|anything|anyone|any (?:other|more|such)|whatever|whichever|wherever|similar|such|later|else|elsewhere|more|less|fewer|otherwise|maybe|may be|perhaps|possibly|at least|even|am I|I'm|I am|did I|have I|is it just|just me|are we missing|what|how|why|who|when|where|which|the like|vice versa|not at all|do I (?:misunderstand|misread|miss|get))\b/i
/** Nobody offers this: it only says that it may be a mistake of theirs. */
const MERE_WONDER = /\b(?:my imagination|just me|only me)\b/i
/** Who names one of these is against it. */
const ASKS_AGAINST = /\b(?:object|dislike|disagree|opposed|mind)\b/i
// "A or B or am I wrong": more parts than this that name nothing are not worth a look.
const MOST_NOTHINGS = 3

/** What "or" leaves to choose between in a question: each verbatim, from where the two begin to run side by side. */
export function alternativesIn(text: string): readonly string[] {
  const masked = covered(text)
  const joined = lastJoined(masked)
  if (joined === undefined) return []
  const options = spansOf(joined).map(({ start, end }) => text.slice(start, end))
  return options.length > 2 && BOTH.test(options.at(-1) ?? "") ? options.slice(0, -1) : options
}

/** "If A or if B", "whether A, or whether B": what stands in each, behind the words that both begin with. */
export function clausesIn(clause: string): readonly string[] | undefined {
  const parts = CLAUSES.exec(clause) ?? OFFERS_ANEW.exec(clause)
  if (parts === null) return undefined
  const [, one = "", other = ""] = parts
  const lead = SUBJECT_LEAD.exec(one)?.[0] ?? ""
  const skip = lead !== "" && other.toLowerCase().startsWith(lead.toLowerCase()) ? lead.length : 0
  return [one.slice(skip), other.slice(skip)]
}

const CLAUSES =
  /^([^?]{3,160}?),? or (?:if|whether) (?!(?:not|so|you (?:like|prefer|want)|that fails|possible|any)\b)([^,?]{3,160})$/i
/** "(We can) A or we can B" */
const OFFERS_ANEW = /^([^?,]{3,120}?),? or (?:I|we) (?:can|could|may|might) (?:also |just |instead )?([^,?.]{3,120})/i
const SUBJECT_LEAD =
  /^(?:it|we|i|you|they|this|that)(?:'s|'d)? (?:(?:should|shall|is|are|would|could|can|ought to|need to) (?:rather |better |be )?)?/i

const INSIDE = [
  /\([^()]{1,300}\)/g,
  /\([^()]{1,300}\)/g,
  /\[[^[\]]{1,200}\]/g,
  /"[^"]{1,200}"/g,
  /\u201c[^\u201d]{1,200}\u201d/g,
  /(?<![\w'])'[^']{1,120}'(?!\w)/g,
  /`[^`]{1,120}`/g,
]

/** What stands in brackets or quotation marks is no part of the sentence around it: it becomes "_". */
function covered(text: string): string {
  return INSIDE.reduce((before, form) => before.replaceAll(form, (inside) => `_${"_".repeat(inside.length - 1)}`), text)
}

function lastJoined(masked: string): Joined | undefined {
  let end = masked.length
  for (let turn = 0; turn < MOST_NOTHINGS; turn++) {
    const at = lastOr(masked.slice(0, end))
    if (at < 0) return undefined
    const start = at + (OR.exec(masked.slice(at, end))?.[0].length ?? 0)
    const right = { start, end: start + clauseLength(masked.slice(start, end)) }
    const said = masked.slice(right.start, right.end)
    if (said !== "" && !isNothing(said, masked.slice(0, at))) return joinedAt({ masked, at, right })
    end = at
  }
  return undefined
}

/** "Now or later" is a choice, "5 or later" is none; "or both" is no third way where two were named. */
function isNothing(said: string, before: string): boolean {
  if (/^later\b/i.test(said)) return !/\bnow,?\s*$/i.test(before)
  return NOTHING.test(said) || (BOTH.test(said) && lastOr(before) >= 0)
}

const BOTH = /^(?:both|neither|all|none)(?: of (?:them|these|those))?$/i

function joinedAt({
  masked,
  at,
  right,
}: {
  readonly masked: string
  readonly at: number
  readonly right: Span
}): Joined | undefined {
  const head = masked.slice(0, at).replace(/[,\s?]+$/, "")
  const start = clauseStart(head)
  const left = { start, end: head.length }
  const end = /\?|[.!](?=\s|$)/.exec(masked.slice(at))?.[0]
  const isMarked = end === "?" || masked.startsWith("?", at - 1)
  const clause = masked.slice(start, at)
  if (!isMarked && !OPENS.test(clause) && !DELIBERATES.test(clause) && clause.search(INNER) < 0) return undefined
  if (MERE_WONDER.test(clause) || ASKS_AGAINST.test(clause)) return undefined
  return { masked, left, right, isSeries: masked.startsWith(",", at), isApart: masked.startsWith("?", at - 1) }
}

const OR = /^[,\s]*\bor\s+(?:just |rather (?!than\b)|instead (?!of\b)|maybe |perhaps |else |alternatively |simply )?/i

function lastOr(text: string): number {
  let last = -1
  for (const match of text.matchAll(/,? \bor\b /gi))
    if (!/^,? or two\b/i.test(text.slice(match.index)) || /\bone \S+$/i.test(text.slice(0, match.index)))
      last = match.index
  return last
}

/** To the end of the clause; "A or B be better" has its judgement in common. */
function clauseLength(text: string): number {
  const end = CLAUSE_END.exec(text)?.index ?? text.length
  const judged = ASKS_ANEW.test(text) ? undefined : JUDGEMENT.exec(text)?.index
  return Math.min(end, judged ?? end)
}

const CLAUSE_END =
  /[?;!]|[.:](?=\s|$)|, (?:and|so|but|because|since|when|if|as|which|given|while|I|we|you|it|they|right|correct|please|thanks|what|any|how)\b|\s[-–—]+\s|\s$/
const JUDGEMENT = / (?:be )?(?:better|best|preferable|preferred)\b(?=[^?]{0,12}\?)/i

const DELIBERATES =
  /^whether |\bwhether (?:to\b|(?:we|i|it|this|that|they|the \S+|an? \S+) (?:should|shall|ought|must|had better)\b)|\bif (?:we|i|it|this|they) should\b|\b(?:choose|decide|pick) (?:between|either)\b|\beither\b|\b(?:wonder\w*|curious|question is|know|clear|tell|ask\w*) (?:if|whether) (?:it|this|that|they|these)(?:'s| is| are| was| were)\b/i

const ASKS_WHICH = /\s(?:which|what|who) \S+(?: \S+){0,4}, $/i
const ASKS_THEN = new RegExp(`^(?:and |but |so |then )?${AUXILIARY} `, "i")
/** Leads up to what is asked: a condition, a place, whom it is put to. */
const LEAD =
  /^(?:\W*(?:and|but|so|or|also|well|then|however) )?(?:if|on|in|for|at|by|given|as|since|after|before|with|so|also|well|then|ok|okay|btw|just curious|sorry|hi|hey|hello|dear|quick one|anyway|otherwise|however|but|and|therefore|because|when|while|e\.g\.|i\.e\.|rather than|instead of|now|yet|still|honestly|maybe|perhaps)\b/i

/** Where the clause begins whose end is the end of a text: behind the last full stop or colon, and behind what only leads up to it. */
function clauseStart(head: string): number {
  const start = Math.max(0, ...CLAUSE_ENDS.map((mark) => at(head, mark)))
  const parts = head.slice(start).split(/(?<=, )/)
  let from = askingPart(parts)
  while (from < parts.length - 1 && leadsUp(parts[from] ?? "")) from++
  const lead = /^\s*(?:and|but|so|or|also|then|well|hi|hey|ok|btw|now|however|yet)\b,?\s+/i.exec(parts[from] ?? "")
  return start + parts.slice(0, from).join("").length + (lead?.[0].length ?? 0)
}

const CLAUSE_ENDS = ["; ", "? ", "! ", ". ", ": ", " - ", " -- ", " – "]

function leadsUp(part: string): boolean {
  return LEAD.test(part) && !ASKS_THEN.test(part)
}

/** The part between commas that asks; where it asks "which is safer, …", what is asked for stands behind it. */
function askingPart(parts: readonly string[]): number {
  const isLed = LEAD.test(parts[0] ?? "")
  const asking = parts.findLastIndex(
    (part, index) => (index > 0 && ASKS_THEN.test(part)) || WH.test(part) || (isLed && ASKS_WHICH.test(part)),
  )
  if (asking < 0) return 0
  return ASKS_THEN.test(parts[asking] ?? "") || asking === parts.length - 1 ? asking : asking + 1
}

function at(head: string, mark: string): number {
  const found = head.lastIndexOf(mark)
  return found < 0 ? 0 : found + mark.length
}

/** Asks to do or to have what "or" joins: yes or no is the answer. What was done may be one or the other. */
const JOINS =
  /^(?:\W*(?:so|and|but|also|then|or|hi|please),? ){0,3}(?:(?:could|can|will) (?!we\b|I\b)\S|would (?:you|anybody|anyone|somebody|someone) (?:mind|be|have|please|send|check|add|try|kindly)\b|(?:is|are|was|were) there\b|(?:do|does) (?:you|anybody|anyone|they|we|somebody|someone) (?:have|see|know|get|still|ever|happen)\b(?! to\b)|any\b(?! preferences?\b)|please\b)/i
const ASKS_ANEW = new RegExp(
  `^(?:(?:is|are|am|was|were|does|did|should|shall|can|could|will|would|has|must)(?:n't)? (?:${PRONOUN}|the|an?|my|your|our|their|some|all)|(?:do|have)(?:n't)? (?:we|you|they|i|these|those))\\b \\S`,
  "i",
)
const MODAL =
  /^(?:should|shall|does|did|can|could|will|would)(?:n't)? (?!be\b|have\b|not\b|also\b|just\b|even\b|still\b|only\b|go\b|then\b)\S+ \S/i
/** Asks somebody to do something: no option, another request. */
const REQUESTS = /^(?:could|can|would|will) you\b(?! rather| prefer)/i
/** "Should I, or will you?" */
const OFFERS_TO = /\b(?:(?:should|shall|can|do) I|(?:want|like|prefer|need) me to)\b/i
const TELLS = /^(?:it|we|i|you|they|he|she|there)(?:'s|'re|'ll)? \S/i

function spansOf(joined: Joined): readonly Span[] {
  const { masked, left, right, isSeries } = joined
  const [one, other] = [masked.slice(left.start, left.end), masked.slice(right.start, right.end)]
  if (ASKS_ANEW.test(other) || (OPENS.test(one) && (MODAL.test(other) || TELLS.test(other))))
    return askedAnew({ left, right, one, other })
  if (JOINS.test(one) || WH.test(one)) return []
  const pair = OPPOSITES.exec(`${one} or ${other}`)
  if (pair !== null) return oppositeSpans(pair, left)
  const start = startOf(one, other) ?? (standsWhole(one, { other, joined }) ? 0 : undefined)
  if (start === undefined) return []
  let place = left.start + start
  const spans = seriesIn(masked.slice(place, left.end), other, isSeries).map((part) => {
    const span = { start: place, end: place + withoutJoint(part).length }
    place += part.length
    return span
  })
  return [...spans, withoutCleft(right, { one, other })]
}

/** "Before or after the lock is taken": what follows goes for both. */
const OPPOSITES =
  /(?<= )(?<one>before|with|inside|above|upstream) or (?<other>after|without|outside|below|downstream)\b/i

function oppositeSpans({ index, groups }: RegExpExecArray, left: Span): readonly Span[] {
  const { one = "", other = "" } = groups ?? {}
  const start = left.start + index
  return [
    { start, end: start + one.length },
    { start: start + one.length + " or ".length, end: start + one.length + " or ".length + other.length },
  ]
}

const CLEFT = /\b(?:is|was) (?:it|this|that)\b|\b(?:it|this|that)(?:'s| is| was)\b/i
const THAT_DOES = / (?:that|who|which) (?:(?:is|was|has|does|did)\b|\w+s\b|\w+ed\b|(?:you|we|I|they) )/i

/** "Is it A or B that fails?": what fails is one of them. */
function withoutCleft(right: Span, { one, other }: { readonly one: string; readonly other: string }): Span {
  const that = CLEFT.test(one) && !THAT_DOES.test(one) ? THAT_DOES.exec(other) : null
  return that === null ? right : { start: right.start, end: right.start + that.index }
}

/** The left half is an option as it stands: a few words without a verb, or a question of its own. */
function standsWhole(one: string, { other, joined }: { readonly other: string; readonly joined: Joined }): boolean {
  if (joined.isApart && (OPENS.test(one) || wordsIn(one) <= MOST_LEFT)) return true
  return isFragment(one) && shapeOf(other) !== "clause"
}

/** "Is it A or should it be B": both are whole questions, unless they ask in the same words. */
function askedAnew({
  left,
  right,
  one,
  other,
}: {
  readonly left: Span
  readonly right: Span
  readonly one: string
  readonly other: string
}): readonly Span[] {
  if (REQUESTS.test(other) && !OFFERS_TO.test(one)) return []
  const start = askedFrom(one)
  if (start === undefined) return []
  const asked = one.slice(start)
  const lead = SAME_LEAD.exec(asked)?.[0].toLowerCase() ?? ""
  const skip = lead !== "" && other.toLowerCase().startsWith(lead) && other.length > lead.length ? lead.length : 0
  return [
    { start: left.start + start + skip, end: left.end },
    { start: right.start + skip, end: right.end },
  ]
}

/** Where the left half asks: at its start, behind "whether", or behind what leads up to it without a comma. */
function askedFrom(left: string): number | undefined {
  if (OPENS.test(left)) return 0
  const whether = /\bwhether /i.exec(left)
  if (whether !== null) return whether.index + whether[0].length
  const inner = [...left.matchAll(INNER)].at(-1)
  if (inner !== undefined) return inner.index + 1
  return isFragment(left) || (TELLS.test(left) && wordsIn(left) <= MOST_LEFT) ? 0 : undefined
}

const INNER = /\s(?:is|are|does|do|did|should|can|could|will|would) (?:it|this|that|they|we|you|i) (?=\S)/gi

const SAME_LEAD = new RegExp(`^${AUXILIARY} ${PRONOUN} (?:be |just |mean |want to |need to |have to )?`, "i")

function withoutJoint(part: string): string {
  return part.replace(/,? (?:or )?$/, "")
}

/** More parts than this with commas between them are a sentence. */
const MOST = 5

/** "A, B, or C": what stands between the commas, each of one sort with the last. */
function seriesIn(left: string, right: string, isSeries: boolean): readonly string[] {
  const parts = left.split(/(?<=, (?:or )?)(?!or )|(?<= or )/)
  if (parts.length < 2 || parts.length > MOST) return [left]
  const shape = shapeOf(right)
  const isOne = parts.every((part) => {
    const said = withoutJoint(part)
    return (
      said !== "" &&
      shapeOf(said) === shape &&
      !FINITE.test(said.split(" ", 1)[0] ?? "") &&
      wordsIn(said) <= wordsIn(right) + 4
    )
  })
  return isOne && (isSeries || shape !== "thing" || parts.every((part) => wordsIn(part) <= 4)) ? parts : [left]
}
