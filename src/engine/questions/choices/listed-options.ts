import { quick } from "../../patterns/quick-pattern.ts"
import { AUXILIARY, PRONOUN } from "./choice-frames.ts"
import { choiceOptions, offeredOptions } from "./choice-options.ts"
import { areParallel, headOf, wellFormed } from "./option-shape.ts"
import { opensAsking } from "../asked/question-forms.ts"

/** Asks for one of several things and names none of them. */
const WHICH = quick(
  /\bwhich \w+ (?:works|suits|should we|would (?:you|we))\b|\bwhich (?:one|way|of (?:these|those|them|the (?:two|three|above))|(?:option|approach|variant|solution)|(?:do|would|should) (?:you|we|people)|(?:is|would be|seems) (?:the )?(?:better|best|right|correct|true|preferable|preferred))\b|\b(?:what|which)(?: one)? (?:(?:do|would) you|you(?:'d| would)?) prefer\b|\b(?:any|your|a) preferences?\b|\bwhat (?:do you think )?(?:is|would be) (?:better|best|preferable)\b/i,
)
/** Whether a question asks for one of the things that stand above it. */
export function asksWhich(text: string): boolean {
  return text.includes("?") && WHICH.test(text)
}

const LABELLED = quick(
  /^(?:option|variant|alternative|approach|proposal|solution|choice|plan) #?(?:\d|[a-d])\b[\s:.)-]*/i,
)
const LIST_MARK = /^(?:(?:option )?\(?(?:[a-d]|[1-4])[).:]|[-*•])\s+/i
/** Sets itself against what was said before it. */
const OTHER =
  /^(?:alternatively|as an alternative|another (?:option|way|possibility|approach|alternative|idea)|the (?:other|alternative)(?: (?!is\b|would\b|could\b)\w+)?|or(?: else| maybe| perhaps)?|alternative)\b[\s,:]*(?:(?:is|would be|could be)(?: to(?= [a-z]))?)?\s*/i
/** "We could …" offers; what follows is the option. */
const OFFER =
  /^(?:(?:we|I|one|it|you) (?:could|can|might|may) (?:also |either |just |always )?|(?:one|the first) (?:option|way|possibility|approach|alternative|idea) (?:is|would be|could be) (?:to )?)(?=\S+ \S)/i
const OFFERS = /\b(?:could|can|might|may|option|one way|possib|propos|either|suggest)/i

/**
 * What "which one do you prefer?" leaves to choose between, in the few sentences right above it: the items of a list, the sentence
 * that sets itself against another ("Alternatively, …"), or the options that the sentence right above names.
 */
export function listedAbove(text: string, above: readonly string[]): readonly string[] {
  if (!WHICH.test(text)) return isOpinionOn(text, above) ? ofOneSort(above) : []
  const items = itemsIn(above)
  if (items.length > 1) return items
  const set = setAgainst(above)
  if (set.length > 1) return set
  const said = IS_RIGHT.test(text) ? saidIn(above) : []
  return said.length > 1 ? said : offeredIn(above)
}

const IS_RIGHT =
  /\bwhich (?:one |of (?:them|these|the two) )?(?:is|would be) (?:the )?(?:right|correct|true|wrong|meant|intended)\b/i
const SAYS = "\\b(?:says?|states?|reads?|claims?|tells? (?:us|me)) (?:that )?"
const SAYS_ONE = new RegExp(`^(?:(?!${SAYS}).)*${SAYS}(?<said>\\S.*)$`, "i")
const SAYS_BOTH = new RegExp(
  `^(?:(?!${SAYS}).)*${SAYS}(?<one>[^,;]{2,80})[,;] (?:but |while |whereas |and )?[^,;]{2,40}? ${SAYS}(?<other>[^,;]{2,80})$`,
  "i",
)
/** "Any gate (i.e. even …) is shut" says that gates are shut. */
const ASIDE = /^any (?=\S+ \S)| \((?:i\.e|e\.g)\.[^()]{1,80}\)/gi

/** "Here it says A. Below it says B. Which is correct?" */
function saidIn(above: readonly string[]): readonly string[] {
  const last = above.at(-1) ?? ""
  const { one, other } = SAYS_BOTH.exec(last)?.groups ?? {}
  const said =
    one !== undefined && other !== undefined
      ? [one, other]
      : above.slice(-2).flatMap((sentence) => SAYS_ONE.exec(sentence)?.groups?.["said"] ?? [])
  const options = wellFormed(said.map((text) => text.replaceAll(ASIDE, "")))
  return areParallel(options) ? options : []
}

/** Where only an opinion is asked for, what stands above has to be plainly a list or a pair. */
function ofOneSort(above: readonly string[]): readonly string[] {
  const items = itemsIn(above)
  if (items.length > 1) return items
  const set = OTHER.test(above.at(-1) ?? "") ? setAgainst(above) : []
  return areParallel(set) ? set : []
}

/** The sentence right above names them, or one a little higher sets one against the other. */
function offeredIn(above: readonly string[]): readonly string[] {
  const right = offeredOptions(above.at(-1) ?? "")
  if (right.length > 1) return right
  const versus = above.slice(-NEAR).findLast((sentence) => /\b(?:vs\.?|versus)\s/i.test(sentence))
  return versus === undefined ? [] : choiceOptions(versus)
}

const NEAR = 4

/** Asks what others think, of whatever stands above. */
const OPINION =
  /\b(?:thoughts|opinions|votes|preferences|comments|wdyt)\W*\?|\bwhat(?:'s| is) your (?:take|opinion|vote|view)\b|\bwhat (?:do|would) (?:you|others|people|folks|you all) (?:think|do|say)\b|\bplease vote\b|\bhow should we proceed\b/i
/** What stands above is there to choose from. */
const OFFERED =
  /\b(?:options?|alternatives?|ways|approaches|choices|candidates|possibilities|variants|proposals|either|alternatively|another (?:option|way|approach|possibility)|the alternative)\b/i

function isOpinionOn(text: string, above: readonly string[]): boolean {
  return OPINION.test(text) && [...above, text].some((sentence) => OFFERED.test(sentence))
}

const SEVERAL = quick(
  /\b(?:two|three|four|several|some|2|3|4|following|these) (?:\w+ )?(?:options|proposals|variants|alternatives|approaches|possibilities|choices|ways|solutions|ideas)\b.{0,60}:\s*$/i,
)

/** The items of the list that "which of these two ways:" opens, or short questions in a row: "Any preference? The hall? The garden?" */
export function listedBelow(text: string, below: readonly string[]): readonly string[] {
  const row = WHICH.test(text) ? rowIn(below) : []
  if (row.length > 1) return row
  if (!SEVERAL.test(text) && !(WHICH.test(text) && LIST_MARK.test(below[0] ?? ""))) return []
  const items = below.flatMap((sentence) => {
    const mark = LABELLED.exec(sentence) ?? LIST_MARK.exec(sentence)
    return mark === null ? [] : [headOf(sentence.slice(mark[0].length))]
  })
  return wellFormed(items)
}

const SHORT_QUESTION = /^(?!or\b)\S+(?: [^\s?]+){0,5}\?$/i
const OTHERS = /^(?:others?|something else|neither|both|none)\?$/i

function rowIn(below: readonly string[]): readonly string[] {
  const end = below.findIndex((sentence) => !SHORT_QUESTION.test(sentence) || opensAsking(sentence))
  const row = end < 0 ? below : below.slice(0, end)
  return wellFormed(row.filter((sentence) => !OTHERS.test(sentence)))
}

function itemsIn(near: readonly string[]): readonly string[] {
  const items: string[] = []
  for (const sentence of near.toReversed()) {
    const mark = LABELLED.exec(sentence) ?? LIST_MARK.exec(sentence)
    if (mark === null && items.length > 0) break
    if (mark !== null) items.unshift(headOf(sentence.slice(mark[0].length)))
  }
  return wellFormed(items)
}

/** "We could do A." … "Alternatively, B." */
function setAgainst(near: readonly string[]): readonly string[] {
  const at = near.findLastIndex((sentence) => OTHER.test(sentence))
  const first = near.slice(0, Math.max(0, at)).findLast((sentence) => OFFERS.test(sentence))
  if (first === undefined) return []
  return wellFormed([first, (near[at] ?? "").replace(OTHER, "")].map((said) => headOf(said.replace(OFFER, ""))))
}

const ASKS_VIEW =
  /\b(?:stance|opinions?|views?|take|thoughts|(?:do|would) you (?:think|feel|say))\b (?:on|about|of|regarding)\b\s*|\b(?:how|what) about\s+/i
const OR_ELSE = /^(?:or|alternatively),? (?:(?:maybe|perhaps|alternatively|instead),? |(?=(?:you|we) ))/i

/** "What is your view on A? Or, maybe you would rather B.": the second sentence sets B beside A, with a mark or without. */
export function orElse(text: string, next: string | undefined): readonly string[] {
  const view = ASKS_VIEW.exec(text)
  if (view === null || next === undefined || !OR_ELSE.test(next)) return []
  return wellFormed([text.slice(view.index + view[0].length), next.replace(OR_ELSE, "")])
}

const ASKS_SO = new RegExp(
  `^(?:\\W*(?:so|and|but),? )?(?<lead>${AUXILIARY} ${PRONOUN}(?: (?:mean|want|prefer|plan|intend|propose|suggest))?) `,
  "i",
)

/** "Do you mean A? That would … Or do you mean B?": a little below it asks the same of the other way, in the same words. */
export function orAsked(text: string, below: readonly string[]): readonly string[] {
  const lead = ASKS_SO.exec(text)?.groups?.["lead"]?.toLowerCase()
  if (lead === undefined || !text.endsWith("?")) return []
  const at = below.findIndex((sentence) => sentence.includes("?"))
  const other = below[at] ?? ""
  // What comes right behind it is told from the two together.
  if (at < 1 || !other.toLowerCase().startsWith(`or ${lead} `)) return []
  return choiceOptions(`${text} ${other}`)
}

const LABEL = /(?:^|[\s(])\(?(?:[a-dA-D1-4])\)\s|^(?:[a-dA-D1-4])[.:]\s|\boption (?:[a-d]|[1-4])\b/gi

/** Whether what stands near a choice calls its options by letter or number. */
export function areLabelled(near: readonly string[]): boolean {
  return near.reduce((count, text) => count + (text.match(LABEL)?.length ?? 0), 0) > 1
}
