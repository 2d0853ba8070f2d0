// oxlint-disable-next-line typescript/unbound-method -- every call below says whose it is.
const { charCodeAt } = String.prototype

/**
 * The code of the character at a place within a text; the caller sees to it that it is within.
 *
 * Texts of mail come in many representations (cut from a body, joined, read anew), and past four of them V8 looks
 * the method up anew for every character: called by itself it needs no look-up, and a loop over a text is four
 * times as fast. One call outside of a text, and V8 no longer inlines this for any caller.
 */
export function codeAt(text: string, at: number): number {
  return charCodeAt.call(text, at)
}
