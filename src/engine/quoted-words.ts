/** Other people's words in quotation marks, and what is only named, say nothing of the author's: they become "_". */
export function withoutQuotedWords(text: string): string {
  if (!QUOTATION_MARK.test(text)) return text
  return text.replaceAll(
    /["\u201c](?<inside>[^"\u201c\u201d]{8,200})["\u201d]/g,
    (whole: string) => `"${"_".repeat(whole.length - 2)}"`,
  )
}

const QUOTATION_MARK = /["\u201c]/
