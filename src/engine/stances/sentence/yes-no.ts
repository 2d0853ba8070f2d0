import type { OwnSentence } from "../../read-message.ts"

/** Whether a "yes" under a question is for what is asked about, or against it: "any objections?" turns it round. */
export type YesMeans = "supports" | "opposes"

const ASKS_FOR_OBJECTIONS =
  /\b(?:objections?|objects?|against|opposed|opposition|concerns?|complaints?|veto|disagree(?:s|ments?)?)\b[^?]*\?/i
const ASKS_FOR_CONSENT =
  /\b(?:should we|shall we|shall i|should i|ok(?:ay)?|fine|agree[ds]?|good|do you want|does (?:that|this) (?:work|make sense)|works? for|happy|can we (?:do|go|start|merge|ship)|is (?:it|that|this) ok)\b[^?]*\?/i

/** Of a patch that lies before them, what else should be done in it is a question on a part. */
const ASKS_FOR_PART = /\b(?:should|shall|do) (?:we|i|you)\b(?! (?:take|merge|apply|drop|revert|have) (?:this|it)\b)/i

const PROPOSES =
  /^(?:(?:so|ok|okay|then|and),? )*(?:let's|let us|proposal:|i(?:'d| would)? (?:like to )?(?:propose|suggest))\b/i

/** What "yes" to a message would say of its matter; undefined where it asks nothing of the kind. */
export function yesMeans(
  sentences: readonly OwnSentence[],
  { isPatch }: { readonly isPatch: boolean } = { isPatch: false },
): YesMeans | undefined {
  const asked = sentences.findLast((sentence) => sentence.text.includes("?"))
  if (asked === undefined) return PROPOSES.test(sentences.at(-1)?.text ?? "") ? "supports" : undefined
  if (asked.index < sentences.length - LAST_SENTENCES) return undefined
  if (ASKS_FOR_OBJECTIONS.test(asked.text)) return "opposes"
  if (isPatch && ASKS_FOR_PART.test(asked.text)) return undefined
  return ASKS_FOR_CONSENT.test(asked.text) ? "supports" : undefined
}

/** A question further up has been talked over. */
const LAST_SENTENCES = 2

const YES = /^(?:yes|yep|yeah|yup|sure|aye|absolutely|definitely|of course)\b(?! ?\?| not\b)/i
const NO = /^(?:no|nope|nah|none|never|not from me|not really)\b(?! ?\?)/i

/** The answer that a message starts with. */
export function yesOrNo(first: OwnSentence | undefined): "yes" | "no" | undefined {
  if (first === undefined) return undefined
  if (YES.test(first.text)) return "yes"
  return NO.test(first.text) ? "no" : undefined
}

/** "+1", with nothing that it is for: to a critic it is agreement with them. */
export function isEcho({ text }: OwnSentence): boolean {
  return /^\+1(?:[.!,]|$| (?:from me|here|from my side))/i.test(text)
}
