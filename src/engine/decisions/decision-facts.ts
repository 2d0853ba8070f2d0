import { hasAny, wordKind } from "../vocabulary.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { quick } from "../patterns/quick-pattern.ts"

/** A sentence by which something is decided or done, not announced or asked for. */
export interface MadeDecision {
  readonly sentence: OwnSentence
  /** done: it is in ("Applied"); settled: this is how it will be; reversed: taken out again. */
  readonly kind: "done" | "settled" | "reversed"
}

const DONE = quick(
  /^(?:(?:ok|okay|thanks|thank you|great|both|all|whole|the|series|patch(?:es)?|now|and|so|great work|looks good|i(?:'ve| have)?|this|it|has|have|been|was|is|just|finally|with that|hence|alright)[\s,.;:!-]+){0,6}(?:applied|queued|pushed|merged|committed|picked(?: this| it| them)? up|landed|taken|accepted|released|deployed|shipped)\b/i,
)
const DONE_BY_ME = quick(
  /\bi(?:'ve| have| just|'m| am)?(?: now| just| also| already| gone ahead and| went ahead and)* (?:applied|queued|pushed|merged|committed|picked (?:this|it|them|the \w+|these) up|picking this up|landed|squashed|reverted|dropped)\b/i,
)
const SETTLED = quick(
  /\b(?:let's|lets|we(?:'ll| will| are going to|'re going to| agreed to| decided to)|i(?:'ve| have)? decided to|ok,? so we) (?:go (?:for|with|ahead)|stick (?:to|with)|settle (?:for|on)|use|keep|drop|leave|do (?:it|this|that)|start with|take (?:it|this|that)(?! (?:from|off|one|step|offline)\b))\b|\b(?:it(?:'s| is)|that(?:'s| is)|then it(?:'s| is)) (?:decided|settled|agreed)\b|^(?:for the (?:log|record)|decision|decided|resolved|agreed)\b ?:|\b(?:changed my mind|ok|okay),? [\w +.-]{1,30} it is(?=[.,:;!]|$)|^[\w+.-]+(?: [\w+.-]+)? it is[.!]?$|\bthe vote (?:has )?pass(?:es|ed)\b/i,
)
const REVERSED = quick(
  /^(?:ok,? |so |now )?(?:reverted|dropped|backed out|withdrawn)\b|\bi(?:'ve| have)?(?: now| just| had to)? (?:reverted|dropped|backed out|withdrawn) (?:it|this|that|the|my|these)\b|\bi(?:'ll| will)(?: now| just| have to)? (?:revert|drop|back out|withdraw) (?:(?:it|this|these|them)(?=\W*$| (?:from|for|then|now|until|again)\b)|(?:this|the|these|my|your) (?:whole )?(?:patch(?:es)?|series|commits?|changes?|pull request|proposal|request|nak|nack|objections?)\b)/i,
)
/** What the next version will leave out is promised, not taken out again. */
const NEXT_VERSION = /\b(?:new|next) (?:version|revision|iteration|spin|series)\b|\bv\d+\b/i

/** Only what is said as done: "will apply" is a commitment, "can you apply" a request, "not applied" nothing. */
const NOT_DONE =
  /\?["')]*$|\b(?:if|once|unless|when|could|would|can|please|not|n't|never|haven't|already been|should)\b/i

/** A decision holds one of these; looking for them first saves most of the time. */
const WORDS = wordKind(
  "applied queued pushed merged committed picked landed taken accepted released deployed shipped picking squashed reverted dropped go stick settle use keep drop leave do start take decided settled agreed decision resolved log record mind ok okay vote revert back withdraw withdrawn backed",
)

/** The sentences of a message that decide something. */
export function decisionFacts(read: ReadMessage): readonly MadeDecision[] {
  return read.sentences.flatMap((sentence) => {
    const kind = hasAny(sentence.words.kinds, WORDS) ? kindOf(sentence.text) : undefined
    // "Let's drop it" in the first mail of a thread is a proposal.
    const isProposal =
      kind === "settled" && read.parent === undefined && /\b(?:let's|lets|let us)\b/i.test(sentence.text)
    return kind === undefined || isProposal ? [] : [{ sentence, kind }]
  })
}

function kindOf(text: string): MadeDecision["kind"] | undefined {
  const sentence = text.slice(0, 240)
  if (REVERSED.test(sentence) && !NOT_DONE.test(sentence) && !NEXT_VERSION.test(sentence)) return "reversed"
  if ((DONE.test(sentence) || DONE_BY_ME.test(sentence)) && !NOT_DONE.test(sentence)) return "done"
  return SETTLED.test(sentence) && !/\?["')]*$/.test(sentence) ? "settled" : undefined
}
