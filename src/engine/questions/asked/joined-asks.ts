import type { BodyLine } from "../../../model/body.ts"
import { foldSpace } from "../../body/sentences/fold-space.ts"
import type { Spoken } from "./broken-sentences.ts"
import type { AskingShape } from "./question-forms.ts"
import { isFragment } from "./question-forms.ts"

/** A sentence that asks, by its place among its author's sentences. */
export interface Found {
  readonly at: number
  readonly sentence: Spoken
  readonly shape: AskingShape
}

/** Adjacent sentences that ask one thing, as one: halves of a choice, and tails that only ask for a word on it. */
export function joinAsks(
  found: readonly Found[],
  { spoken, lines }: { readonly spoken: readonly Spoken[]; readonly lines: readonly BodyLine[] },
): readonly Found[] {
  const joined: Found[] = []
  for (const entry of joinParts(found, spoken)) {
    const before = spoken[entry.at - 1]
    const last = joined.at(-1)?.at === entry.at - 1 ? joined.at(-1) : undefined
    if (before === undefined) joined.push(entry)
    else if (isOtherHalf(entry, joined) || goesOn(entry, last))
      joined.push({ ...(joined.pop() ?? entry), at: entry.at, sentence: joinOf(before, entry.sentence, lines) })
    else if (isTail(entry, before)) {
      const whole = withTail(entry, { before, last, lines })
      if (whole === undefined) continue
      if (last !== undefined) joined.pop()
      joined.push(whole)
    } else joined.push(entry)
  }
  return joined
}

/** What a tail makes of the sentence before; undefined for a nod alone: "Right?" asks nothing that can be told. */
function withTail(
  { at, sentence: tail, shape }: Found,
  {
    before,
    last,
    lines,
  }: { readonly before: Spoken; readonly last: Found | undefined; readonly lines: readonly BodyLine[] },
): Found | undefined {
  const sentence = joinOf(before, tail, lines)
  if (sentence === tail && WANTS_NOD.test(tail.text)) return undefined
  return { at, sentence, shape: { ...shape, weight: Math.max(shape.weight, last?.shape.weight ?? 0) } }
}

/** "Is it the sum? rather than the product?": one question with a mark in its middle. */
const GOES_ON =
  /^(?:\.{3} ?)?(?:[Ee]specially|[Pp]articularly|[Oo]r even|rather than|instead of|as opposed to|besides|except|other than|apart from|including|such as|say,?|like|with|without|for example,?|e\.g\.|i\.e\.) /

function goesOn({ sentence, shape }: Found, last: Found | undefined): boolean {
  if (last === undefined || !last.shape.hasMark || !shape.hasMark) return false
  return GOES_ON.test(sentence.text) && last.sentence.blockEnd === sentence.blockEnd
}

const ONE_PART = /^(?:one|the (?:first|former))\b/i
const OTHER_PART = /^(?:and )?the (?:other|second|latter|rest)\b/i

/** "Should it be two? One for oil. The other for coal?": the mark stands once more at the end of its parts. */
function joinParts(found: readonly Found[], spoken: readonly Spoken[]): readonly Found[] {
  const whole: Found[] = []
  for (const entry of found) {
    const before = whole.at(-1)
    if (before !== undefined && isLastPart(entry, { before, between: spoken[entry.at - 1]?.text ?? "" })) {
      const { last, lastLine } = entry.sentence
      whole[whole.length - 1] = { ...before, at: entry.at, sentence: { ...before.sentence, last, lastLine } }
    } else whole.push(entry)
  }
  return whole
}

function isLastPart(
  { at, sentence, shape }: Found,
  { before, between }: { readonly before: Found; readonly between: string },
): boolean {
  if (before.at !== at - 2 || !shape.hasMark || !OTHER_PART.test(sentence.text)) return false
  return ONE_PART.test(between) && before.sentence.blockEnd === sentence.blockEnd
}

const MAX_FRAGMENT = 6

/** "A typo? Or is it meant?": a fragment, not one of a row of them, says little without the other half. */
function isOtherHalf({ at, sentence, shape }: Found, joined: readonly Found[]): boolean {
  const half = joined.at(-1)
  if (half?.at !== at - 1 || joined.at(-2)?.at === at - 2 || !/^or\b/i.test(sentence.text)) return false
  const isFirst =
    half.shape.hasMark && isFragment(half.sentence.text) && half.sentence.text.split(" ").length <= MAX_FRAGMENT
  return isFirst && shape.hasMark && half.sentence.blockEnd === sentence.blockEnd
}

/** Asks nothing of its own: it puts the question of the sentence before once more, or turns a statement into one. */
const TAIL =
  /^(?:\W*(?:so|and|or|but),? )?(?:any (?:ideas?|thoughts?|comments?|opinions?|objections?|suggestions?|advice)(?: (?:on (?:this|that)|here|anyone|about (?:this|that)))?|thoughts|comments|opinions|objections|ideas|right|correct|no|ok|agreed|what do you (?:all |guys )?(?:think|say)(?: about (?:this|that|it))?|does (?:that|this|it) (?:make (?:any )?sense|sound (?:good|ok|okay|right|reasonable)|work|look (?:ok|good|right))(?: (?:to|for) you)?|(?:that )?makes? sense|is (?:that|this|it) (?:right|correct|ok|okay|true|so|acceptable|fine)|wdyt|(?:does |do )?any(?:one|body)(?: (?:else|here))?(?: knows?)?|(?:err?|um|pretty)?\W*please|(?:what )?am I missing(?: something)?(?: here)?|what did I miss|or am I missing something|did I get that right|[@]?\p{Lu}?[\p{L}-]{2,20},? (?:thoughts|any idea|wdyt|what do you think)|@?\p{Lu}[\p{L}-]{1,20})\W*\?+\W*$/iu

function isTail({ sentence }: Found, before: Spoken): boolean {
  return TAIL.test(sentence.text) && before.blockEnd === sentence.blockEnd
}

/** Of the tails those that only want a nod. */
const WANTS_NOD = /^(?:\W*(?:so|and|or|but),? )?(?:right|correct|no|ok|agreed)\W*$/i

// Longer than this the tail alone is shown: the statement before it would drown it.
const LONGEST_LEAD = 260
/** A nod is to that statement alone, and nothing without it. */
const LONGEST_TO_NOD = 400

function joinOf(before: Spoken, tail: Spoken, lines: readonly BodyLine[]): Spoken {
  const longest = WANTS_NOD.test(tail.text) ? LONGEST_TO_NOD : LONGEST_LEAD
  if (before.text.length > longest || isOfAnother(before, tail, lines)) return tail
  return { ...tail, text: `${before.text} ${tail.text}`, first: before.first, firstLine: before.firstLine }
}

/** Something else than an empty line stands between. */
function isParted(before: Spoken, next: Spoken, lines: readonly BodyLine[]): boolean {
  if (next.firstLine > before.lastLine + 2) return true
  return next.firstLine === before.lastLine + 2 && lines[before.lastLine + 1]?.zone !== "blank"
}

/** What wants a nod is about the sentence before, wherever that stands; more may be about all of the paragraph before. */
function isOfAnother(before: Spoken, tail: Spoken, lines: readonly BodyLine[]): boolean {
  return WANTS_NOD.test(tail.text) ? isParted(before, tail, lines) : before.lastLine + 1 < tail.firstLine
}

const MAX_CODE_LINES = 4

/**
 * "Would this be better:" with what it leads in, the sentence or the few lines of code below it; undefined where nothing
 * of the kind is below it and it says nothing alone. What is requested so is said.
 */
export function withLedIn(
  { at, sentence, shape }: Found,
  { spoken, lines }: { readonly spoken: readonly Spoken[]; readonly lines: readonly BodyLine[] },
): Found | undefined {
  if (!sentence.text.endsWith(":")) return { at, sentence, shape }
  const next = spoken[at + 1]
  if (
    next?.blockEnd === sentence.blockEnd &&
    /\p{L}{2}/u.test(next.text) &&
    next.text.length <= LONGEST_LEAD &&
    !isParted(sentence, next, lines)
  ) {
    const { last, lastLine } = next
    return { at, shape, sentence: { ...sentence, text: `${sentence.text} ${next.text}`, last, lastLine } }
  }
  const code = codeBelow(sentence, lines)
  if (code === undefined)
    return shape.form === "requests" || leadsInToBlock(sentence, lines) ? { at, sentence, shape } : undefined
  return { at, shape, sentence: { ...sentence, text: `${sentence.text} ${code.text}`, lastLine: code.lastLine } }
}

/** "Would the following do:" over more than can be shown with it. */
function leadsInToBlock({ lastLine }: Spoken, lines: readonly BodyLine[]): boolean {
  const below = lines[lines[lastLine + 1]?.zone === "blank" ? lastLine + 2 : lastLine + 1]
  return below?.depth === 0 && (below.zone === "code" || below.zone === "log" || below.zone === "patch")
}

function codeBelow(
  { lastLine }: Spoken,
  lines: readonly BodyLine[],
): { readonly text: string; readonly lastLine: number } | undefined {
  const from = lines[lastLine + 1]?.zone === "blank" ? lastLine + 2 : lastLine + 1
  let end = from
  while (lines[end]?.zone === "code" && lines[end]?.depth === 0) end++
  if (end === from || end - from > MAX_CODE_LINES) return undefined
  return {
    text: lines
      .slice(from, end)
      .map((line) => foldSpace(line.content))
      .join(" "),
    lastLine: end - 1,
  }
}
