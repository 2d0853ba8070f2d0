const NON_ASCII = /[^\0-\u007f]/
const MARKS = /[^\p{L}\p{N}]+/gu
/** The same for plain text, where looking a letter up in Unicode's tables would be most of the cost. */
const PLAIN_MARKS = /[^a-z\d]+/g

/** Letters and figures alone, in lower case: texts are wrapped anew where they are quoted, and marks within them come and go. */
export function bareLetters(text: string, gap: "" | " " = ""): string {
  const lower = text.toLowerCase()
  return lower.replaceAll(NON_ASCII.test(lower) ? MARKS : PLAIN_MARKS, gap)
}
