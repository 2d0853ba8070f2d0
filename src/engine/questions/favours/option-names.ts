import type { PlacedWord } from "./option-words.ts"
import { isEmptyWord, isGeneralWord, isWeakWord, placedWords } from "./option-words.ts"

/** The options of a choice, by the words that tell each from the others. */
export interface OptionNames {
  readonly options: readonly OptionName[]
  /** Whether people call them by letter or number. */
  readonly areLabelled: boolean
  /** What makes two words one: a stem, or the whole word where stems do not tell the options apart. */
  readonly keyOf: (word: Pick<PlacedWord, "word" | "stem">) => string
  /** How the words begin that name any of them, in lower case: most sentences of a reply hold none. */
  readonly beginnings: readonly string[]
}

export interface OptionName {
  /** Keys of all its words. */
  readonly all: ReadonlySet<string>
  /** Keys of the words that no other option has, in order. */
  readonly own: readonly string[]
  /** Those of them that stand before the first preposition: "postgres" of "postgres for the queue". */
  readonly head: readonly string[]
  /** Key of the proper name that it ends with: "GitLab" of "move it to GitLab". */
  readonly name: string | undefined
  /** Only weak words tell it from the others: "on". */
  readonly isWeak: boolean
  readonly letters: string
}

/** Every reply below a choice is read for it. */
const known = new WeakMap<readonly string[], OptionNames>()

export function optionNames(options: readonly string[], areLabelled: boolean): OptionNames {
  const names = known.get(options) ?? readNames(options, areLabelled)
  known.set(options, names)
  return names
}

function readNames(options: readonly string[], areLabelled: boolean): OptionNames {
  const told = options.map((option) => option.replaceAll(/\([^)]{2,80}\)/g, " "))
  const heads = withoutAdjunct(told)
  const words = told.map((option, at) =>
    placedWords(option).map((placed): OptionWord => ({
      ...placed,
      isAdjunct: placed.start >= (heads[at]?.length ?? 0),
      isName: placed.start > 0 && /[\p{Lu}\d_]/u.test(option.slice(placed.start, placed.end)),
    })),
  )
  const stemmed = namesBy(byStem, words)
  const isTold = stemmed.every(({ own }) => own.length > 0)
  const keyOf = isTold ? byStem : byWord
  const named = isTold ? stemmed : namesBy(byWord, words)
  const beginnings = new Set(
    named.flatMap(({ own, letters }) => [
      ...own.map(beginningOf),
      ...(letters.length > SHORTEST_PREFIX ? [letters] : []),
    ]),
  )
  return { options: named, areLabelled, keyOf, beginnings: [...beginnings] }
}

const byStem: OptionNames["keyOf"] = ({ stem }) => stem
const byWord: OptionNames["keyOf"] = ({ word }) => word

/** Shorter beginnings of a name are words of their own. */
export const SHORTEST_PREFIX = 3

/** Of a name of several parts ("warn_on_once") its first letters are enough. */
function beginningOf(key: string): string {
  return /[_.'’-]/.test(key) ? key.slice(0, SHORTEST_PREFIX) : key
}

interface OptionWord extends PlacedWord {
  readonly isAdjunct: boolean
  readonly isName: boolean
}

const ADJUNCT = / (?:for|in|on|at|here|by|when|if|right away)\b.*$/i

/** "Postgres or sqlite for the queue": what the last option ends with is said of them all. */
function withoutAdjunct(options: readonly string[]): readonly string[] {
  const [last = "", ...others] = options.toReversed()
  if (others.some((option) => ADJUNCT.test(option))) return options
  const head = last.replace(ADJUNCT, "")
  return placedWords(head).every(({ word }) => isEmptyWord(word)) ? options : [...options.slice(0, -1), head]
}

const PREPOSITION = new Set("for in on at with to from by until when if as that which because here into of".split(" "))

function namesBy(keyOf: OptionNames["keyOf"], options: readonly (readonly OptionWord[])[]): readonly OptionName[] {
  const keys = options.map((words) => words.map((placed) => ({ ...placed, key: keyOf(placed) })))
  return keys.map((words, at) => {
    const others = new Set(keys.flatMap((other, index) => (index === at ? [] : other.map(({ key }) => key))))
    const own = words.filter(({ word, key, isAdjunct }) => !isAdjunct && !isEmptyWord(word) && !others.has(key))
    const strong = own.filter(({ word }) => !isWeakWord(word))
    const telling = strong.length > 0 ? strong : own
    const first = words.findIndex((entry) => telling.includes(entry))
    const end = words.findIndex(({ word }, index) => index > first && PREPOSITION.has(word))
    const head = telling.filter((entry) => end < 0 || words.indexOf(entry) < end)
    return {
      all: new Set(words.map(({ key }) => key)),
      own: [...new Set(telling.map(({ key }) => key))],
      head: [...new Set(head.map(({ key }) => key))],
      name: telling.findLast(({ isName }) => isName)?.key,
      isWeak: strong.length === 0,
      letters: words.map(({ word }) => word).join(""),
    }
  })
}

// Half of the words that set an option apart name it; people shorten.
const ENOUGH = 0.5
// One word names an option of no more own words than this: the first one, or a name.
const MOST_BY_ONE = 5

/** "2" is no name of "2^31". */
const IS_FIGURE = /^\d+$/

/** Whether so many of an option's own words, all told, name it. */
export function isNamedBy(found: ReadonlySet<string>, { own, head, name }: OptionName): boolean {
  const count = (keys: readonly string[]): number => keys.filter((key) => found.has(key)).length
  if (own.length === 0) return false
  if (own.every((key) => IS_FIGURE.test(key))) return own.every((key) => found.has(key))
  const [first = ""] = own
  const isShort = own.length <= MOST_BY_ONE
  if (isShort && ((found.has(first) && !isGeneralWord(first)) || (name !== undefined && found.has(name)))) return true
  return count(own) >= ENOUGH * own.length || (head.length > 0 && isShort && count(head) >= ENOUGH * head.length)
}
