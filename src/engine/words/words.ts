import { quick } from "../patterns/quick-pattern.ts"

/** What is longer is a log or a table; nobody says something in it. */
export const MAX_SENTENCE = 600

/** A sentence as rules read it: lower case, straight apostrophes also where fingers left them out, cut where it is no sentence any more. */
export function plainText(text: string): string {
  const lower = lowerSentence(text)
  const kept = withLostApostrophes(lower)
  const straight = NON_ASCII.test(kept) ? kept.replaceAll(/[\u2019`\u00b4]/g, "'") : kept
  return MAY_BE_SHORT.test(straight) ? straight.replaceAll(SHORT_FORMS, restored) : straight
}

/** A sentence in lower case, cut where it is no sentence any more. */
export function lowerSentence(text: string): string {
  return (text.length > MAX_SENTENCE ? text.slice(0, MAX_SENTENCE) : text).toLowerCase()
}

/** Archives put a "?" for what they cannot write: "don?t". */
export function withLostApostrophes(text: string): string {
  return text.includes("?") ? text.replaceAll(LOST_APOSTROPHE, "'") : text
}

const LOST_APOSTROPHE = /(?<=[a-z])\?(?=(?:t|s|d|m|re|ve|ll)(?![\w=]))/gi

/** Without their apostrophe these are no words of English, unlike "wont", "ill" and "were". */
const SHORT_FORMS =
  /\b(?:do|does|did|is|are|was|ca|would|should|could|have|has)nt\b|\b(?:im|ive)\b(?= \w)|\b(?:that|what|where|who|there)s\b(?= \w)|\b(?:you|they)re\b/g

// Most sentences hold none.
const MAY_BE_SHORT = quick(new RegExp(SHORT_FORMS.source))

function restored(form: string): string {
  return form.replace(/(?=t$|m$|ve$|re$|s$)/, "'")
}

/** A short form as it is written without its apostrophe, where it then is no other word. */
export function withoutApostrophe(form: string): string | undefined {
  const bare = form.replace("'", "")
  return bare !== form && plainText(`${bare} x`) === `${form} x` ? bare : undefined
}

const NON_ASCII = /[^\u0020-\u007e]/
const WORD = /:?[+-]?[a-z0-9_^]+(?:'[a-z]+)?/g

/** The words of a text in lower case, short forms whole ("don't"), with the signs that chat uses as words (":+1", "-1"). */
export function wordsOf(text: string): readonly string[] {
  return plainText(text).match(WORD) ?? []
}
