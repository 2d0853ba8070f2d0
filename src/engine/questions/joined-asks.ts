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
export function joinAsks(found: readonly Found[], spoken: readonly Spoken[]): readonly Found[] {
  const joined: Found[] = []
  for (const entry of found) {
    const before = spoken[entry.at - 1]
    const last = joined.at(-1)?.at === entry.at - 1 ? joined.at(-1) : undefined
    if (before !== undefined && isOtherHalf(entry, joined))
      joined.push({ ...(joined.pop() ?? entry), at: entry.at, sentence: joinOf(before, entry.sentence) })
    else if (before !== undefined && isTail(entry, before)) {
      if (last !== undefined) joined.pop()
      const weight = Math.max(entry.shape.weight, last?.shape.weight ?? 0)
      joined.push({ at: entry.at, sentence: joinOf(before, entry.sentence), shape: { ...entry.shape, weight } })
    } else joined.push(entry)
  }
  return joined
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
  /^(?:\W*(?:so|and|or|but),? )?(?:any (?:ideas?|thoughts?|comments?|opinions?|objections?|suggestions?|advice)(?: (?:on (?:this|that)|here|anyone|about (?:this|that)))?|thoughts|comments|opinions|objections|ideas|right|correct|no|ok|agreed|what do you (?:all |guys )?(?:think|say)(?: about (?:this|that|it))?|does (?:that|this|it) (?:make sense|sound (?:good|ok|okay|right|reasonable)|work(?: for you)?|look (?:ok|good|right))|makes? sense|is (?:that|this|it) (?:right|correct|ok|okay|true|so|acceptable|fine)|wdyt|(?:what )?am I missing(?: something)?(?: here)?|what did I miss|or am I missing something|did I get that right|[@]?\p{Lu}?[\p{L}-]{2,20},? (?:thoughts|any idea|wdyt|what do you think)|@?\p{Lu}[\p{L}-]{1,20})\W*\?+\W*$/iu

function isTail({ sentence }: Found, before: Spoken): boolean {
  return TAIL.test(sentence.text) && before.blockEnd === sentence.blockEnd
}

// Longer than this the tail alone is shown: the statement before it would drown it.
const LONGEST_LEAD = 260

function joinOf(before: Spoken, tail: Spoken): Spoken {
  if (before.text.length > LONGEST_LEAD || before.lastLine + 1 < tail.firstLine) return tail
  return { ...tail, text: `${before.text} ${tail.text}`, first: before.first, firstLine: before.firstLine }
}
