/** What is longer is a log or a table; nobody says something in it. */
export const MAX_SENTENCE = 600

/** A sentence as rules read it: lower case, straight apostrophes, cut where it is no sentence any more. */
export function plainText(text: string): string {
  const lower = (text.length > MAX_SENTENCE ? text.slice(0, MAX_SENTENCE) : text).toLowerCase()
  return NON_ASCII.test(lower) ? lower.replaceAll(/[\u2019`\u00b4]/g, "'") : lower
}

const NON_ASCII = /[^\u0020-\u007e]/
const WORD = /:?[+-]?[a-z0-9_^]+(?:'[a-z]+)?/g

/** The words of a text in lower case, short forms whole ("don't"), with the signs that chat uses as words (":+1", "-1"). */
export function wordsOf(text: string): readonly string[] {
  return plainText(text).match(WORD) ?? []
}
