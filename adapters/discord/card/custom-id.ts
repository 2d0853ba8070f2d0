/**
 * What a button of ours means, written into its custom_id: nothing is remembered elsewhere, so a
 * button works after a restart and on any machine. Discord allows 100 characters. What names the card's
 * thread, often the longest of the words, is written on the card itself and stands here as `{}`.
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
const SOURCE = "{}"
/** Where words leave something to be written. */
export const GAP = "…"

/** Undefined where the words are too long even so. */
export function toCustomId(press: Press, source: string | undefined): string | undefined {
  const id = `${PREFIX}${write(press, source)}`
  return id.length > MAX_LENGTH ? undefined : id
}

/** Undefined for anything that is not ours. */
export function fromCustomId(id: string, source: string | undefined): Press | undefined {
  if (!id.startsWith(PREFIX)) return undefined
  const letter = id.charAt(PREFIX.length)
  const rest = id.slice(PREFIX.length + 2)
  switch (letter) {
    case "a":
      return { kind: "ask", words: toWords(rest, source) }
    case "w":
      return { kind: "write", words: toWords(rest, source) }
    case "p":
      return /^\d{1,4}$/.test(rest) ? { kind: "page", page: Number(rest) } : undefined
    case "s":
      return { kind: "pick" }
    default:
      return undefined
  }
}

/** Words with the thread's name taken out, to fit; the other way round with {@link toWords}. */
export function fold(words: string, source: string | undefined): string {
  return source === undefined ? words : words.replaceAll(source, SOURCE)
}

export function toWords(folded: string, source: string | undefined): string {
  return source === undefined ? folded : folded.replaceAll(SOURCE, () => source)
}

function write(press: Press, source: string | undefined): string {
  switch (press.kind) {
    case "ask":
      return `a:${fold(press.words, source)}`
    case "write":
      return `w:${fold(press.words, source)}`
    case "page":
      return `p:${press.page}`
    case "pick":
      return "s:"
  }
}
