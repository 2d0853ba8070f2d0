import { tellingWords } from "./telling-words.ts"
import { quick } from "../patterns/quick-pattern.ts"

/** One option that somebody speaks for. */
export interface Favoured {
  readonly option: string
  /** Their sentence, verbatim. */
  readonly text: string
}

const FOR =
  /\b(?:prefer|favou?r|vote|\+1|go (?:with|for)|going (?:with|for)|let's|let us|should|would|like|better|best|fine|ok|okay|good|agree|choose|pick|take|use|want|rather|makes sense|works|simpler|cleaner|easier|lean(?:ing)?|for)\b|\+1|👍/i
const AGAINST = quick(
  /\b(?:not|n't|never|against|worse|worst|bad|wrong|avoid|no need|without|dislike|nak|nack|oppose|ugly|overkill|drop)\b|n't\b|-1\b/i,
)
const SET_BACK = quick(/\b(?:rather than|instead of|over|than|and not|not)\b/i)
const FORMER = quick(
  /\b(?:the )?(?:former|first (?:one|option|approach|variant)|option (?:1|a|one)|1st)\b|^\W*\(?(?:a|1)\)?\W*$/i,
)
const LATTER = quick(
  /\b(?:the )?(?:latter|second (?:one|option|approach|variant)|option (?:2|b|two)|2nd)\b|^\W*\(?(?:b|2)\)?\W*$/i,
)

/** The option that a sentence speaks for; undefined where it names none, or several alike. */
export function favouredIn(
  text: string,
  { options, isAnswer }: { readonly options: readonly string[]; readonly isAnswer: boolean },
): Favoured | undefined {
  if (/\?\W*$/.test(text)) return undefined
  const placed = isAnswer ? placedOption(text, options) : undefined
  if (placed !== undefined) return { option: placed, text }
  const named = options.filter((option) => isNamed(text, { option, options }))
  const [first, second] = named
  if (first === undefined || named.length > 2) return undefined
  if (second !== undefined) return setBack(text, [first, second])
  if (AGAINST.test(withoutWordsOf(first, text))) {
    const other = options.find((option) => option !== first)
    return options.length === 2 && other !== undefined ? { option: other, text } : undefined
  }
  return isAnswer || FOR.test(text) ? { option: first, text } : undefined
}

/** "drop the check" may be the option itself. */
function withoutWordsOf(option: string, text: string): string {
  const own = new Set(option.toLowerCase().split(" "))
  return text
    .split(" ")
    .filter((word) => !own.has(word.toLowerCase()))
    .join(" ")
}

function placedOption(text: string, options: readonly string[]): string | undefined {
  if (options.length !== 2) return undefined
  const [isFormer, isLatter] = [FORMER.test(text), LATTER.test(text)]
  return isFormer === isLatter ? undefined : options[isFormer ? 0 : 1]
}

// Half of the words that set an option apart name it; people shorten.
const ENOUGH = 0.5

function isNamed(
  text: string,
  { option, options }: { readonly option: string; readonly options: readonly string[] },
): boolean {
  if (text.toLowerCase().includes(option.toLowerCase())) return true
  const others = options.filter((other) => other !== option).map(tellingWords)
  const said = tellingWords(text)
  let [own, named] = [0, 0]
  for (const word of tellingWords(option)) {
    if (others.some((words) => words.has(word))) continue
    own++
    if (said.has(word)) named++
  }
  return own > 0 && named >= ENOUGH * own
}

/** "A rather than B": B is set back. */
function setBack(text: string, [one, other]: readonly [string, string]): Favoured | undefined {
  const back = SET_BACK.exec(text)
  if (back === null) return undefined
  const [before, after] = [text.slice(0, back.index), text.slice(back.index)]
  for (const [kept, left] of [
    [one, other],
    [other, one],
  ] as const)
    if (
      isNamed(before, { option: kept, options: [one, other] }) &&
      isNamed(after, { option: left, options: [one, other] })
    )
      return { option: kept, text }
  return undefined
}
