import type { BodyLine } from "../../../model/body.ts"
import { foldSpace } from "../../body/sentences/fold-space.ts"
import type { OwnSentence } from "../../read-message.ts"
import { opensAsking } from "./question-forms.ts"

/** An own sentence, or one that code lines of the author's broke in pieces. */
export interface Spoken {
  /** Verbatim, code lines included where they stand within the sentence. */
  readonly text: string
  readonly first: number
  readonly last: number
  readonly firstLine: number
  readonly lastLine: number
  /** Tells the blocks of own text between quotes apart. */
  readonly blockEnd: number
}

// "replace" / code / "with something like" / code / "and …?": no sentence is broken in more pieces than this.
const MAX_PIECES = 5
const MAX_CODE_LINES = 6

/**
 * The author's sentences, with those joined that code lines part: one that ends without a mark, code,
 * and one that goes on in lower case.
 */
export function joinBrokenSentences(sentences: readonly OwnSentence[], lines: readonly BodyLine[]): readonly Spoken[] {
  const spoken: Spoken[] = []
  let pieces = 1
  for (const sentence of sentences) {
    const before = spoken.at(-1)
    const code = before && pieces < MAX_PIECES ? codeBetween(before, sentence, lines) : undefined
    if (before !== undefined && code !== undefined) {
      const text = `${before.text} ${code} ${sentence.text}`
      spoken[spoken.length - 1] = { ...before, text, last: sentence.index, lastLine: sentence.lastLine }
      pieces++
    } else {
      spoken.push(toSpoken(sentence))
      pieces = 1
    }
  }
  return spoken
}

function toSpoken({ text, index, firstLine, lastLine, under }: OwnSentence): Spoken {
  return { text, first: index, last: index, firstLine, lastLine, blockEnd: under?.lastLine ?? -1 }
}

/** Its other half, or the mark alone. */
const GOES_ON = /^(?:\(?\p{Ll}|,|\?+$)/u
const PROPOSES = /^\W*(?:why not|how about|what about)\b/i

function codeBetween(before: Spoken, next: OwnSentence, lines: readonly BodyLine[]): string | undefined {
  if (!GOES_ON.test(next.text) || /[.?!;]\W*$/.test(before.text)) return undefined
  // "It is done like this:" ends there; "Can you do this:" still lacks its mark.
  if (before.text.endsWith(":") && !opensAsking(before.text) && !PROPOSES.test(before.text)) return undefined
  const between = lines.slice(before.lastLine + 1, next.firstLine)
  const code = between.filter((line) => line.zone !== "blank")
  if (code.length === 0 || code.length > MAX_CODE_LINES) return undefined
  if (code.some((line) => line.zone !== "code" || line.depth !== 0)) return undefined
  return code.map((line) => foldSpace(line.content)).join(" ")
}
