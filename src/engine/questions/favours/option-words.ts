import { remembering } from "../../patterns/remember.ts"

/** A word of a text, and where it stands. */
export interface PlacedWord {
  readonly word: string
  readonly stem: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}_]+(?:[.'’-][\p{L}\p{N}_]+)*/gu

/** The words of a text in lower case; identifiers and compounds are one. A sentence is read for every choice above it. */
export const placedWords: (text: string) => readonly PlacedWord[] = remembering((text) =>
  [...text.matchAll(WORD)].map(({ 0: whole, index }) => {
    const word = whole.toLowerCase().replace(/['’](?:s|m|d|ll|re|ve)$/, "")
    return { word, stem: stemOf(word), start: index, end: index + whole.length }
  }),
)

/** They name nothing. */
const EMPTY = new Set(
  (
    "a an the this that these those it its them they we i you he she my your our me us to of be is are was were am been do does did " +
    "have has had will would shall should can could may might must and or for at by from as if then than so too also just rather " +
    "instead maybe perhaps really there here please away like into but even still already what which who how when where why because no " +
    "want need such say says said think"
  ).split(" "),
)

/** They name an option only where it has no other word of its own, and where they stand by themselves. */
const WEAK = new Set(
  (
    "on off in out up down back over with without now later new old one two both first second always never not all only left right " +
    "more less same other good bad better enough any some"
  ).split(" "),
)

/** Nearly every sentence on what to do has one of these; alone they name no longer option. */
const GENERAL = new Set("make use do add get go put take give let set try want need have call".split(" "))

export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word)
}

export function isWeakWord(word: string): boolean {
  return WEAK.has(word)
}

export function isGeneralWord(word: string): boolean {
  return GENERAL.has(word)
}

const ENDINGS = ["ings", "ions", "ing", "ion", "ed", "es", "s", "e"] as const
const SHORTEST_STEM = 3

/** What "dropping", "drops" and "drop" have in common; names with figures or signs in them are kept. */
export function stemOf(word: string): string {
  if (/[\d_.]/.test(word)) return word
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
  if (word.endsWith("ss")) return word
  return word.slice(0, word.length - (ending?.length ?? 0)).replace(/([bdfgklmnprtz])\1$/, "$1")
}
