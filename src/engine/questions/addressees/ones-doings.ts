import { quick } from "../../patterns/quick-pattern.ts"

const OF_ONES_DOINGS = quick(
  /^(?:\W*(?:and|but|so|also|then|well|ok|hi|hello|hey)\b[^,?]{0,20},? |[^:?]{3,60}: )?(?:are you (?:quite |really |absolutely )?(?:sure|certain) (?:that )?you\b|(?:have|did|had|were) you(?! (?:guys|all|folks|people|mean)\b)|are you (?:using|running|seeing|getting|building|testing|doing|(?:still |also )?(?:up for|willing|able|available|coming|interested|happy))\b|(?:would|will) you (?:take (?:it|this|that)|be (?:able|willing|prepared|interested|free)|consider|mind|accept)\b|(?:what|which|how|where|when) (?:\w+ ){0,2}(?:did|have|are|were|do) you (?!think|mean|guys|all|folks|know|suggest|propose|recommend|want|get\b)|(?:can|could|would) you (?:please )?(?:tell|say|describe|show|explain)\b.{0,12} (?:how|what|where|which) you\b)/i,
)

/** Whether a question is about what somebody did, saw or has: "Have you tried …?" */
export function asksOfDoings(text: string): boolean {
  return OF_ONES_DOINGS.test(text)
}
