import type { MessageFacts } from "../message-facts.ts"
import { quick } from "../patterns/quick-pattern.ts"

const ACCEPTS = quick(
  /^(?:\W*(?:yes|yeah|yep|sure|ok|okay|oh|ah)\b[,.! ]*){0,2}(?:please\b|(?:that|this|it)(?:'d| would| will) be (?:\w+ )?(?:great|nice|good|helpful|awesome|perfect|wonderful|cool|appreciated|lovely|fantastic|welcome)\b|go (?:ahead|for it)\b|(?:that |this )?sounds (?:\w+ )?(?:great|good|like a plan)\b|(?:great|good) idea\b|\+1(?=\W|$)|(?:that |this |it )?works for me\b|perfect\b|thanks?,? (?:please|that would)\b)/i,
)

/** Whether a reply takes up at once what the mail above offers. */
export function acceptsOffer({ parent, sentences }: MessageFacts): boolean {
  if (parent === undefined || parent.commitment.offers.length === 0) return false
  return sentences.slice(0, 2).some(({ text }) => ACCEPTS.test(text))
}
