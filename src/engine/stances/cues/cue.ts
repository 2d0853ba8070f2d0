/**
 * What a cue speaks for.
 *
 * ask says what ought to be done: a change asked for in a patch, a recommendation where somebody
 * asks for help. agree, concede and disagree take their side from what they answer; change asks for a change in something
 * that is otherwise accepted; promise is an author's word that they will change it themselves;
 * opinion marks a view without a side.
 */
export type CueKind =
  | "support"
  | "oppose"
  | "prefer"
  | "undecided"
  | "change"
  | "ask"
  | "agree"
  | "concede"
  | "disagree"
  | "promise"
  | "opinion"

/** A way of saying something about a proposal. */
export interface Cue {
  readonly kind: CueKind
  /** 1: only a hint. 2: plain. 3: nobody says this who does not mean it. */
  readonly strength: 1 | 2 | 3
  /** Words of which one must be there before the pattern is tried: most sentences hold none, which saves the time. */
  readonly words: readonly string[]
  /** Matched against the sentence in lower case with straight apostrophes. */
  readonly pattern: RegExp
}

export function cue(kind: CueKind, strength: 1 | 2 | 3, words: string, pattern: RegExp): Cue {
  return { kind, strength, words: words.split(" "), pattern }
}
