import { AVERSION_CUES } from "./aversion-cues.ts"
import { CHANGE_CUES } from "./change-cues.ts"
import type { Cue } from "./cue.ts"
import { OPPOSE_CUES } from "./oppose-cues.ts"
import { OPINION_CUES, UNDECIDED_CUES } from "./opinion-cues.ts"
import { PRAISE_CUES } from "./praise-cues.ts"
import { PREFER_CUES } from "./prefer-cues.ts"
import { SUPPORT_CUES } from "./support-cues.ts"
import { WISH_CUES } from "./wish-cues.ts"
import { knownWord } from "../../words/vocabulary.ts"
import { withoutApostrophe } from "../../words/words.ts"

/** By the number under which the vocabulary has them: a sentence knows by its words which ones it may hold. */
export const CUES: readonly Cue[] = [
  ...SUPPORT_CUES,
  ...PRAISE_CUES,
  ...WISH_CUES,
  ...OPPOSE_CUES,
  ...AVERSION_CUES,
  ...PREFER_CUES,
  ...CHANGE_CUES,
  ...UNDECIDED_CUES,
  ...OPINION_CUES,
]

for (const [number, { words }] of CUES.entries())
  for (const word of words)
    for (const form of [word, withoutApostrophe(word) ?? word]) knownWord(form).cues.push(number)
