import { codeAt } from "../../patterns/code-at.ts"
import { remembering } from "../../patterns/remember.ts"

const NON_ASCII = /[^\0-\u007f]/
const MARKS = /[^\p{L}\p{N}]+/gu

/** Letters and figures alone, in lower case: texts are wrapped anew where they are quoted, and marks within them come and go. */
export function bareLetters(text: string, gap: "" | " " = ""): string {
  const lower = text.toLowerCase()
  return NON_ASCII.test(lower) ? lower.replaceAll(MARKS, gap) : plainLetters(lower, gap)
}

/** The same of a quote, which each question and each choice above a reply asks for. */
export const quoteLetters: (quote: string) => string = remembering((quote) => bareLetters(quote))

/** A quote of a thousand letters has two hundred marks: its letters are put together at once instead of between each two marks. */
function plainLetters(lower: string, gap: "" | " "): string {
  const { length } = lower
  const letters = length <= ROOM.length ? ROOM : new Uint8Array(length)
  let count = 0
  let isBehindGap = gap === ""
  for (let at = 0; at < length; at++) {
    const code = codeAt(lower, at)
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      letters[count++] = code
      isBehindGap = gap === ""
    } else if (!isBehindGap) {
      letters[count++] = SPACE
      isBehindGap = true
    }
  }
  return UTF_8.decode(letters.subarray(0, count))
}

const SPACE = 0x20
// Used again for each text; a longer one, which hardly any is, gets room of its own.
const ROOM = new Uint8Array(1 << 13)
// Plain letters are the same in each character set, and this one is decoded quickest.
const UTF_8 = new TextDecoder()
