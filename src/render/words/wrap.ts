import stringWidth from "string-width"

/** A piece of text with the look it gets; `look` is a name that the caller knows. */
export interface Piece<Look extends string> {
  readonly text: string
  readonly look: Look
}

export interface WrapOptions {
  /** Columns, from 1. */
  readonly width: number
  /** Columns before the first line and before every further one. */
  readonly indent: number
  readonly hanging: number
}

interface Word<Look extends string> {
  readonly pieces: readonly Piece<Look>[]
  readonly width: number
}

/** However narrow the window, this many columns are left for words. */
const MIN_COLUMNS = 20

/**
 * Breaks pieces into lines that fit, by what a terminal shows: wide characters take two columns, and
 * a word longer than a line is cut between characters that belong together.
 */
export function wrapPieces<Look extends string>(
  pieces: readonly Piece<Look>[],
  { width, indent, hanging }: WrapOptions,
): readonly (readonly Piece<Look>[])[] {
  const room = Math.max(MIN_COLUMNS, width - Math.max(indent, hanging))
  const words = splitWords(pieces).flatMap((word) => (word.width <= room ? [word] : cutWord(word, room)))
  const lines: Word<Look>[][] = []
  let used = 0
  for (const word of words) {
    const line = lines.at(-1)
    const limit = Math.max(MIN_COLUMNS, width - (lines.length <= 1 ? indent : hanging))
    if (line === undefined || used + 1 + word.width > limit) {
      lines.push([word])
      used = word.width
    } else {
      line.push(word)
      used += 1 + word.width
    }
  }
  return lines.map(joinWords)
}

/** Words are parted by plain spaces alone: pieces that touch, or that a no-break space holds, stay together. */
function splitWords<Look extends string>(pieces: readonly Piece<Look>[]): readonly Word<Look>[] {
  const words: Piece<Look>[][] = [[]]
  for (const { text, look } of pieces) {
    for (const [index, part] of text.split(" ").entries()) {
      if (index > 0) words.push([])
      if (part !== "") words.at(-1)?.push({ text: part, look })
    }
  }
  return words.filter((word) => word.length > 0).map(toWord)
}

function toWord<Look extends string>(pieces: readonly Piece<Look>[]): Word<Look> {
  return { pieces, width: pieces.reduce((sum, { text }) => sum + stringWidth(text), 0) }
}

function cutWord<Look extends string>(word: Word<Look>, room: number): readonly Word<Look>[] {
  const parts: Piece<Look>[][] = [[]]
  let used = 0
  for (const { text, look } of word.pieces) {
    for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
      const width = stringWidth(segment)
      if (used + width > room) {
        parts.push([])
        used = 0
      }
      parts.at(-1)?.push({ text: segment, look })
      used += width
    }
  }
  return parts.filter((part) => part.length > 0).map((part) => toWord(mergeEqual(part)))
}

function joinWords<Look extends string>(words: readonly Word<Look>[]): readonly Piece<Look>[] {
  const pieces: Piece<Look>[] = []
  for (const word of words) {
    const before = pieces.at(-1)
    const first = word.pieces[0]
    // A space between two words of one look takes it on, so that a struck sentence is struck throughout.
    if (before !== undefined && first !== undefined) pieces.push({ text: " ", look: first.look })
    pieces.push(...word.pieces)
  }
  // No-break spaces have done their work; whoever searches the output types plain ones.
  return mergeEqual(pieces.map(({ text, look }) => ({ text: text.replaceAll("\u00A0", " "), look })))
}

function mergeEqual<Look extends string>(pieces: readonly Piece<Look>[]): readonly Piece<Look>[] {
  const merged: Piece<Look>[] = []
  for (const piece of pieces) {
    const before = merged.at(-1)
    if (before?.look === piece.look) merged[merged.length - 1] = { text: before.text + piece.text, look: piece.look }
    else merged.push(piece)
  }
  return merged
}
