import { clausesOf } from "./clauses.ts"
import { leaningOf } from "./leaning.ts"
import type { Leaning } from "./leaning.ts"
import { markOptions, mayMention } from "./option-mentions.ts"
import type { OptionNames } from "./option-names.ts"
import { RANK, SAYS_NO, UNDECIDED } from "./preference-words.ts"

/** One option that somebody speaks for. */
export interface Favoured {
  /** Its place among the options. */
  readonly option: number
  /** How plainly: see RANK. */
  readonly rank: number
  /** Their sentence, verbatim. */
  readonly text: string
}

/** A sentence, and whether it stands where the choice is answered: only there the bare name of an option is a vote. */
export interface Voice {
  /** As it is to be read: "this one" may stand for an option. */
  readonly text: string
  /** Verbatim. */
  readonly said: string
  readonly isAnswer: boolean
}

/** The option that some sentences of one message speak for: of the plainest words the first count. */
export function favouredIn(voices: readonly Voice[], names: OptionNames): Favoured | undefined {
  const first = voices.findIndex(({ isAnswer }) => isAnswer)
  // Who says first that both will do needs a plain word to be for one of them all the same.
  const least = isUndecided(voices[first]?.text ?? "") ? RANK.preference : RANK.fact
  let best: Favoured | undefined
  let meant: string | undefined
  for (const [at, { text, said, isAnswer }] of voices.entries()) {
    const marked = markedIn(text, { names, meant })
    meant = onlyIn(marked)
    const favoured = favouredBy(marked, { text: said, names })
    // A fact answers only as the first thing that is said.
    const needed = isAnswer ? Math.max(least, at === first ? RANK.fact : RANK.consent) : RANK.consent
    if (favoured !== undefined && favoured.rank >= Math.max(needed, (best?.rank ?? 0) + 1)) best = favoured
  }
  return best
}

/** A sentence with its options marked; nothing where it names none, as most do, and speaks of none that was named before. */
function markedIn(
  text: string,
  { names, meant }: { readonly names: OptionNames; readonly meant: string | undefined },
): string {
  return meant === undefined && !mayMention(text, names) ? "" : withMeant(markOptions(text, names), meant)
}

function onlyIn(marked: string): string | undefined {
  if (marked === "") return undefined
  const [one, ...others] = new Set(marked.match(/§\d/g))
  return others.length > 0 ? undefined : one
}

function isUndecided(text: string): boolean {
  return UNDECIDED.test(text.toLowerCase()) && !/\bbut\b/i.test(text)
}

/** "So I'd vote for that": what was named last. */
const THAT =
  /\b(?<lead>vote for|prefer|go (?:with|for)|take|use|so|do|pick|choose) (?:that|this|it)(?: one| then)?(?=\W*(?:$|[,.;:]))/

function withMeant(marked: string, before: string | undefined): string {
  const that = THAT.exec(marked)
  if (that === null) return marked
  const within = marked.slice(0, that.index).match(/§\d/g)
  const meant = within?.at(-1) ?? before
  return meant === undefined ? marked : marked.replace(THAT, `$<lead> ${meant}`)
}

/** "Why not …?" proposes; other questions speak for nothing. */
const PROPOSES =
  /^\W*(?:\w+,? )?(?:why not|how about|what about|can't we just|couldn't we just|shouldn't (?:we|it|this)|let's)\b/
const ASKS = /\?\W*$/

/** The option that one sentence speaks for. */
function favouredBy(
  marked: string,
  { text, names }: { readonly text: string; readonly names: OptionNames },
): Favoured | undefined {
  if (!marked.includes("§")) return undefined
  const found = ASKS.test(marked) ? proposedIn(marked) : decided(leaningsIn(marked), names.options.length)
  return found && { ...found, text }
}

type Found = Pick<Favoured, "option" | "rank">

function proposedIn(marked: string): Found | undefined {
  const [one, ...others] = new Set(PROPOSES.test(marked) ? marked.match(/§\d/g) : [])
  return one === undefined || others.length > 0 ? undefined : { option: Number(one.slice(1)), rank: RANK.comparison }
}

/** Behind "No, …" only a plain preference speaks for something. */
function leaningsIn(marked: string): readonly Leaning[] {
  const leanings = clausesOf(marked).flatMap(leaningOf)
  return SAYS_NO.test(marked) ? leanings.filter(({ rank }) => rank === RANK.preference) : leanings
}

/** What a sentence is for; of two options who turns one down is for the other. */
function decided(leanings: readonly Leaning[], count: number): Found | undefined {
  const against = leanings.filter(({ isFor }) => !isFor)
  const turnedDown = new Set(against.map(({ option }) => option))
  const won = plainest(leanings.filter(({ isFor, option }) => isFor && !turnedDown.has(option)))
  const lost = plainest(against)
  if (won !== undefined && (lost === undefined || won.rank >= lost.rank || count > 2)) return pick(won)
  if (lost === undefined || lost.isSetBack || count > 2 || turnedDown.size > 1) return undefined
  return { option: 1 - lost.option, rank: lost.rank }
}

function pick({ option, rank }: Leaning): Found {
  return { option, rank }
}

/** The plainest; of several that are as plain the first. */
function plainest(leanings: readonly Leaning[]): Leaning | undefined {
  return leanings.reduce<Leaning | undefined>(
    (best, leaning) => (leaning.rank > (best?.rank ?? 0) ? leaning : best),
    undefined,
  )
}
