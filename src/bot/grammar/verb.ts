import type { Command } from "./command.ts"

export interface GrammarContext {
  readonly now: Date
  /** IANA name: what "tomorrow" means. */
  readonly timeZone: string
  /** Whether the request was made in or about a thread. */
  readonly isInThread: boolean
}

/** One thing that can be said: its names, how it is said, what it does, and the parser of what follows the name. */
export interface Verb {
  readonly names: readonly string[]
  readonly usage: string
  readonly does: string
  readonly parse: (words: readonly string[], context: GrammarContext) => Command
}
