import type { Identity } from "../../../model/message.ts"

/** One level of quoting while a body is read from its top. */
export interface Level {
  /** Whom an attribution or a header block named for it. */
  author: Identity | undefined
  /** The date that the attribution gave, in its own words. */
  date: string | undefined
  /** Whether one spoke of it at all: one that names nobody we can tell ("you wrote") counts. */
  isAnnounced: boolean
  /** Whether what announced it stood on the level itself, as Apple Mail has it. */
  isSelfMade: boolean
  /** Whether any words stand on it yet. */
  hasText: boolean
  /** Whether the words of several people stand on it, and nothing tells them apart. */
  isMixed: boolean
}

export type Levels = Level[]

/** The level at a depth; levels that nobody has spoken of yet are made on the way. */
export function levelAt(levels: Levels, depth: number): Level {
  const wanted = Math.min(depth, MAX_LEVELS)
  while (levels.length <= wanted) levels.push(unspokenOf())
  return levels[wanted] ?? unspokenOf()
}

// Below this all is one level: fifty thousand marks are somebody's joke.
const MAX_LEVELS = 200

function unspokenOf(): Level {
  return { author: undefined, date: undefined, isAnnounced: false, isSelfMade: false, hasText: false, isMixed: false }
}

/** What an attribution says of the level it speaks of. */
export interface Announcement {
  readonly author: Identity | undefined
  readonly date?: string | undefined
  readonly isSelfMade?: boolean
}

/** Opens a level. What was known of deeper levels belonged to another quote. */
export function announce(levels: Levels, depth: number, { author, date, isSelfMade = false }: Announcement): void {
  if (depth > MAX_LEVELS) return
  levelAt(levels, depth)
  levels.length = depth
  levels.push({ author, date, isAnnounced: true, isSelfMade, hasText: false, isMixed: false })
}
