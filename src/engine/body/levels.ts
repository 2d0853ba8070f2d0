import type { Identity } from "../../model/message.ts"

/** One level of quoting while a body is read from its top. */
export interface Level {
  /** Whom an attribution or a header block named for it. */
  author: Identity | undefined
  /** Whether one spoke of it at all: one that names nobody we can tell ("you wrote") counts. */
  isAnnounced: boolean
  /** Whether what announced it stood on the level itself, as Apple Mail has it. */
  isSelfMade: boolean
  /** Whether any words stand on it yet. */
  hasText: boolean
}

export type Levels = Level[]

/** The level at a depth; levels that nobody has spoken of yet are made on the way. */
export function levelAt(levels: Levels, depth: number): Level {
  while (levels.length <= depth) levels.push(unspokenOf())
  return levels[depth] ?? unspokenOf()
}

function unspokenOf(): Level {
  return { author: undefined, isAnnounced: false, isSelfMade: false, hasText: false }
}

/** Names the author of a level. What was known of deeper levels belonged to another quote. */
export function announce(levels: Levels, depth: number, author: Identity | undefined, isSelfMade = false): void {
  levelAt(levels, depth)
  levels.length = depth
  levels.push({ author, isAnnounced: true, isSelfMade, hasText: false })
}
