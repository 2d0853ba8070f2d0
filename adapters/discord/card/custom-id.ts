import type { ThreadId } from "../../../src/index.ts"

/**
 * What a button of ours means, written into its custom_id: nothing is remembered elsewhere, so a
 * button works after a restart and on any machine. Discord allows 100 characters. The card's thread
 * id, often the longest of the words, is written on the card itself and stands here as `{}`.
 */
export type Press =
  | { readonly kind: "ask"; readonly words: string }
  /** Words with a gap (`…`) that a modal asks for. */
  | { readonly kind: "write"; readonly words: string }
  /** Another page of the same card. */
  | { readonly kind: "page"; readonly page: number }
  /** A select menu: what is picked are words. */
  | { readonly kind: "pick" }

const MAX_LENGTH = 100
const PREFIX = "sp1:"
const THREAD = "{}"
/** Where words leave something to be written. */
export const GAP = "…"

/** Undefined where the words are too long even so. */
export function toCustomId(press: Press, threadId: ThreadId | undefined): string | undefined {
  const id = `${PREFIX}${write(press, threadId)}`
  return id.length > MAX_LENGTH ? undefined : id
}

/** Undefined for anything that is not ours. */
export function fromCustomId(id: string, threadId: string | undefined): Press | undefined {
  if (!id.startsWith(PREFIX)) return undefined
  const letter = id.charAt(PREFIX.length)
  const rest = id.slice(PREFIX.length + 2)
  switch (letter) {
    case "a":
      return { kind: "ask", words: toWords(rest, threadId) }
    case "w":
      return { kind: "write", words: toWords(rest, threadId) }
    case "p":
      return /^\d{1,4}$/.test(rest) ? { kind: "page", page: Number(rest) } : undefined
    case "s":
      return { kind: "pick" }
    default:
      return undefined
  }
}

/** Words with the thread's id taken out, to fit; the other way round with {@link toWords}. */
export function fold(words: string, threadId: ThreadId | undefined): string {
  return threadId === undefined ? words : words.replaceAll(threadId, THREAD)
}

export function toWords(folded: string, threadId: string | undefined): string {
  return threadId === undefined ? folded : folded.replaceAll(THREAD, () => threadId)
}

function write(press: Press, threadId: ThreadId | undefined): string {
  switch (press.kind) {
    case "ask":
      return `a:${fold(press.words, threadId)}`
    case "write":
      return `w:${fold(press.words, threadId)}`
    case "page":
      return `p:${press.page}`
    case "pick":
      return "s:"
  }
}
