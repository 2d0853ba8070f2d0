import { CORRECTION_VERBS } from "./correction-verbs.ts"
import { READING_VERBS } from "./reading-verbs.ts"
import type { Verb } from "./verb.ts"
import { WATCH_VERBS } from "./watch-verbs.ts"

/** In the order in which help shows them. */
export const VERBS: readonly Verb[] = [...READING_VERBS, ...WATCH_VERBS, ...CORRECTION_VERBS]
