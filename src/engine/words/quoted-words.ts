/** Other people's words in quotation marks, and what is only named, say nothing of the author's: they become "_". */
export function withoutQuotedWords(text: string): string {
  if (!QUOTATION_MARK.test(text)) return text
  return text.replaceAll(QUOTED, blanked).replace(OPEN_TO_THE_END, blanked)
}

function blanked(quoted: string): string {
  return `"${"_".repeat(quoted.length - 2)}"`
}

const QUOTATION_MARK = /["\u201c]/
const QUOTED = /["\u201c][^"\u201c\u201d]{8,200}["\u201d]/g
/** A quotation that goes on in the next sentence. */
const OPEN_TO_THE_END = /(?<=^|[\s(])["\u201c][^"\u201c\u201d]{8,200}$/
