import { quick } from "../../patterns/quick-pattern.ts"
import type { OptionName, OptionNames } from "./option-names.ts"
import { isNamedBy, SHORTEST_PREFIX } from "./option-names.ts"
import type { PlacedWord } from "./option-words.ts"
import { isEmptyWord, isWeakWord, placedWords } from "./option-words.ts"

/** A place where a text names an option. */
interface Mention {
  readonly option: number
  readonly start: number
  readonly end: number
}

/** A cheap look before the dear one: whether a text may name an option. */
export function mayMention(text: string, names: OptionNames): boolean {
  return mayLabel(text, names) || mayName(text, names)
}

function mayName(text: string, { beginnings }: OptionNames): boolean {
  const lower = text.toLowerCase()
  return beginnings.some((beginning) => lower.includes(beginning))
}

function mayLabel(text: string, { areLabelled }: OptionNames): boolean {
  return areLabelled || text.length < SHORT || MAY_LABEL.test(text)
}

/** A text in lower case with "§0" in place of each mention of the first option, "§1" of the second, and so on. */
export function markOptions(said: string, names: OptionNames): string {
  const text = said.replaceAll("§", " ")
  const labels = mayLabel(text, names) ? labelsIn(text, names) : []
  const words = wordsIn(text, names).filter(
    ({ start, end }) => !labels.some((one) => start < one.end && one.start < end),
  )
  let [marked, from] = ["", 0]
  for (const { option, start, end } of [...labels, ...words].toSorted((one, other) => one.start - other.start)) {
    if (start < from || option > LAST_MARK) continue
    marked += `${text.slice(from, start).replace(DETERMINER, " ")}§${option}`
    from = end
  }
  return (marked + text.slice(from)).toLowerCase().replaceAll("’", "'").replaceAll(AFTER_MARK, "$1")
}

/** Only short texts are nothing but a letter; see ALONE. */
const SHORT = 12
const MAY_LABEL = quick(
  /\b(?:first|1st|former|second|2nd|latter|third|3rd|fourth|4th|options?|variant|alternative|approach|proposal|solution|choice|plan|number|nr)\b/i,
)

// One figure tells them apart.
const LAST_MARK = 9

const DETERMINER = /(?:^|\s)(?:an?|the|this|that|your)\s+["'`(]{0,2}$|["'`]$/i
/** Brackets and quotation marks that belong to the option. */
const AFTER_MARK = /(§\d)(?:\(\)|["'`])+/g

const SORT = "(?:one|option|approach|variant|solution|suggestion|proposal|choice|idea|alternative|way)"
const ORDINALS = ["first|1st|former", "second|2nd|latter", "third|3rd", "fourth|4th"]
const SAID_OF = " (?:is|was|would|looks|sounds|seems|makes|please|then|for me|it is)\\b"
// "Second, …" at the head of a sentence counts what is said.
const ORDINAL = new RegExp(
  `\\b(?:the |your |my )?(?<ordinal>${ORDINALS.join("|")})(?:(?<=former|latter)\\b| ${SORT}s?\\b|(?<=\\b(?:the|your|my) \\w+)(?=[^\\w\\s]|$|${SAID_OF})|(?<=^\\W*\\w+)(?=[^\\w\\s,]|$|${SAID_OF}))`,
  "gi",
)
const NUMBERED =
  /\b(?:option|variant|alternative|approach|proposal|solution|choice|plan|number|nr\.?) ?#?\(?(?<label>[a-f]|[1-6])\b\)?/gi
const BRACKETED = /(?<![\w(])\(?(?<label>[a-fA-F]|[1-6])\)/g
/** A bare letter or figure: at the start of a sentence or clause, or behind what prefers. */
const BARE =
  /(?<=^\W*|[,;:.] (?:so |but |and |hence |definitely )?|\b(?:for|to|towards?|with|not|prefer|like|pick|take|choose|do|or|and|than|over|definitely|because|because of|so|be|avoid|say) )(?<label>[A-F]|[a-f](?=[,.!]|\s*$)|[1-6])(?=[,.;:!]? *$|[,;:!] |\.(?: |$)| (?:is|was|would|please|pls|for (?:me|now)|then|looks|sounds|seems|makes|needs|works|too|or|and|over|has|because|as well|here|definitely)\b|\+|,)/g

/** "The latter", "option 2", and where the options carry labels also "(b)" and "B, definitely". */
function labelsIn(text: string, names: OptionNames): readonly Mention[] {
  const found: Mention[] = []
  for (const { option, start, end } of [...ordinalsIn(text, names), ...lettersIn(text, names)]) {
    const isFree = found.every((other) => start >= other.end || end <= other.start)
    if (option >= 0 && option < names.options.length && isFree) found.push({ option, start, end })
  }
  return found
}

function ordinalsIn(text: string, { options }: OptionNames): readonly Mention[] {
  return [...text.matchAll(ORDINAL)].flatMap((match) => {
    const ordinal = (match.groups?.["ordinal"] ?? "").toLowerCase()
    // "The latter" is the second of two; "second" may be a word of an option itself.
    const isOther = options.some(({ all }) => all.has(ordinal)) || (ordinal.endsWith("er") && options.length !== 2)
    const option = ORDINALS.findIndex((ways) => ways.split("|").includes(ordinal))
    return isOther ? [] : [placed(match, option)]
  })
}

function lettersIn(text: string, { options, areLabelled }: OptionNames): readonly Mention[] {
  const numbered = [...text.matchAll(NUMBERED)]
  const loose = areLabelled ? [BRACKETED, BARE].flatMap((form) => [...text.matchAll(form)]) : []
  const alone = areLabelled || options.length !== 2 ? null : ALONE.exec(text)
  const isWord = options.some(({ all }) => all.has(alone?.groups?.["label"]?.toLowerCase() ?? ""))
  return [...numbered, ...loose, ...(alone === null || isWord ? [] : [alone])].map((match) =>
    placed(match, placeOfLabel(match)),
  )
}

/** Nothing but a letter or a figure: it counts the options even where they carry no labels. */
const ALONE = /^[^\w+-]*(?<label>[ab12])\b\W*$/i

function placed({ 0: all, index }: RegExpExecArray, option: number): Mention {
  return { option, start: index, end: index + all.length }
}

function placeOfLabel({ groups }: RegExpExecArray): number {
  const label = (groups?.["label"] ?? "").toLowerCase()
  return /\d/.test(label) ? Number(label) - 1 : label.charCodeAt(0) - "a".charCodeAt(0)
}

interface Hit extends PlacedWord {
  readonly option: number
  readonly key: string
}

function wordsIn(text: string, names: OptionNames): readonly Mention[] {
  if (!mayName(text, names)) return []
  const words = placedWords(text)
  const hits = words.flatMap((word, at) => hitOf(word, { at, words, text, names }) ?? [])
  const named = names.options.map((option, at) =>
    isNamedBy(new Set(hits.flatMap((hit) => (hit.option === at ? hit.key : []))), option),
  )
  const mentions: Mention[] = []
  for (const { option, start, end } of hits) {
    if (named[option] !== true) continue
    const last = mentions.at(-1)
    const known = names.options[option]
    if (
      last !== undefined &&
      known !== undefined &&
      last.option === option &&
      isWithin(text.slice(last.end, start), { known, names })
    )
      mentions[mentions.length - 1] = { ...last, end }
    else mentions.push({ option, start, end })
  }
  return mentions.map((mention) => widen(mention, { words, names }))
}

function hitOf(
  placed: PlacedWord,
  {
    at,
    words,
    text,
    names,
  }: {
    readonly at: number
    readonly words: readonly PlacedWord[]
    readonly text: string
    readonly names: OptionNames
  },
): Hit | undefined {
  const { word } = placed
  if (!names.beginnings.some((beginning) => word.startsWith(beginning))) return undefined
  const key = names.keyOf(placed)
  // "panic()" is a name of its own, not the beginning of "panic_on_error()".
  const isCall = text.startsWith("(", placed.end)
  const fits = names.options.map((option) => (isCall ? callKey : ownKey)(key, word, option))
  const option = fits.findIndex((fit) => fit !== undefined)
  const fit = fits[option]
  // A word that would do for two of them names neither.
  if (fit === undefined || fits.some((other, index) => index !== option && other !== undefined)) return undefined
  if (names.options[option]?.isWeak === true && isWeakWord(word) && !isByItself({ at, words, text })) return undefined
  return { ...placed, option, key: fit }
}

function callKey(key: string, word: string, { own, letters }: OptionName): string | undefined {
  if (own.includes(key)) return key
  return word.length > SHORTEST_PREFIX && word === letters ? own[0] : undefined
}

/** The own word of an option that a word stands for: itself, or "warn" for "warn_on_once". */
function ownKey(key: string, word: string, { own, letters }: OptionName): string | undefined {
  if (own.includes(key)) return key
  if (word.length > SHORTEST_PREFIX && word === letters) return own[0]
  if (word.length < SHORTEST_PREFIX || isEmptyWord(word)) return undefined
  return own.find((one) => one.length > word.length && one.startsWith(word) && /[_.-]/.test(one.charAt(word.length)))
}

// A sentence of so few words is hardly about anything else.
const FEW = 4

/** "On by default", "I'd do it now": weak words name where they open a clause or where hardly anything else is said. */
function isByItself({
  at,
  words,
  text,
}: {
  readonly at: number
  readonly words: readonly PlacedWord[]
  readonly text: string
}): boolean {
  const before = words[at - 1]
  if (words.length <= FEW || before === undefined) return true
  const [word, next] = [words[at], words[at + 1]]
  const gap = text.slice(before.end, word?.start)
  return (
    /[,;:.!?(]/.test(gap) ||
    (next !== undefined &&
      /^(?:it|the|say|prefer|use|with|for|make|be|to|vote|pick|want|keep)$/.test(before.word) &&
      /[,;.!]/.test(text.slice(word?.end, next.start)))
  )
}

/** Whether nothing stands between two words of an option but empty words and words of its own. */
function isWithin(gap: string, { known, names }: { readonly known: OptionName; readonly names: OptionNames }): boolean {
  return (
    !/[,;:.!?]/.test(gap) &&
    placedWords(gap).every(
      (placed) =>
        (isEmptyWord(placed.word) && !/^(?:but|or|and|than|then)$/.test(placed.word)) ||
        known.all.has(names.keyOf(placed)),
    )
  )
}

/** Takes in the words right beside it that belong to the option as well. */
function widen(
  mention: Mention,
  { words, names }: { readonly words: readonly PlacedWord[]; readonly names: OptionNames },
): Mention {
  const all = names.options[mention.option]?.all
  const isPart = (word: PlacedWord | undefined): word is PlacedWord =>
    word !== undefined && !isEmptyWord(word.word) && all?.has(names.keyOf(word)) === true
  let { start, end } = mention
  for (let at = words.findIndex((word) => word.start === start) - 1; isPart(words[at]); at--)
    start = words[at]?.start ?? start
  for (let at = words.findIndex((word) => word.end === end) + 1; isPart(words[at]); at++) end = words[at]?.end ?? end
  return { ...mention, start, end }
}
