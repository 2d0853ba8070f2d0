/**
 * Strangers' words, safe to show on a terminal and in a page: one line, no control characters.
 *
 * Escape sequences could recolour or retitle a terminal, and direction overrides could make one
 * person's words look like another's.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, " ")
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replaceAll(/ {2,}/g, " ")
}
