import type { Cue } from "./cue.ts"
import { OPPOSE_CUES } from "./oppose-cues.ts"
import { OPINION_CUES, UNDECIDED_CUES } from "./opinion-cues.ts"
import { CHANGE_CUES, PREFER_CUES } from "./prefer-cues.ts"
import { SUPPORT_CUES } from "./support-cues.ts"

const ALL: readonly Cue[] = [
  ...SUPPORT_CUES,
  ...OPPOSE_CUES,
  ...PREFER_CUES,
  ...CHANGE_CUES,
  ...UNDECIDED_CUES,
  ...OPINION_CUES,
]

const CUES_BY_WORD: ReadonlyMap<string, readonly Cue[]> = byWord(ALL)

/** The cues that may be in a sentence of these words; only these need to be tried. */
export function cuesFor(words: readonly string[]): Iterable<Cue> {
  let found: Set<Cue> | undefined
  for (const word of words) {
    const cues = CUES_BY_WORD.get(word)
    if (cues === undefined) continue
    found ??= new Set()
    for (const cue of cues) found.add(cue)
  }
  return found ?? []
}

function byWord(cues: readonly Cue[]): ReadonlyMap<string, readonly Cue[]> {
  const map = new Map<string, Cue[]>()
  for (const cue of cues) for (const word of cue.words) map.set(word, [...(map.get(word) ?? []), cue])
  return map
}
