import { hasAny, wordKind } from "../words/vocabulary.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { isRobotMessage } from "../people/addresses/robots.ts"
import { quick } from "../patterns/quick-pattern.ts"
import { isDone } from "./deeds.ts"
import { isWithdrawal, reversalIn } from "./reversals.ts"

/** A sentence by which something is decided or done, not announced or asked for. */
export interface MadeDecision {
  readonly sentence: OwnSentence
  /** done: it is in ("Applied"); settled: this is how it will be; reversed: taken out again. */
  readonly kind: "done" | "settled" | "reversed"
  /** Of a reversal: the patch or the tree is named, so that no detail of it can be meant. */
  readonly isWhole?: boolean
  /** Only who put it forward can withdraw it. */
  readonly isWithdrawal?: boolean
  /** Some of the patches are named, so that the rest is not in. */
  readonly isPart?: boolean
  /** Who did it, where a robot tells of it and names them. */
  readonly doer?: string
}

const SETTLED = quick(
  /\b(?:let's|lets|we(?:'ll| will| are going to|'re going to| agreed to| decided to)|i(?:'ve| have)? decided to|ok,? so we) (?:go (?:for|with|ahead)|stick (?:to|with)|settle (?:for|on)|use|keep|drop|leave|do (?:it|this|that)|start with|take (?:it|this|that)(?! (?:from|off|one|step|offline)\b))\b|\b(?:it(?:'s| is)|that(?:'s| is)|then it(?:'s| is)) (?:decided|settled|agreed)\b(?! (?:by|in|on|at|upon|when)\b)|^(?:for the (?:log|record)|decision|decided|resolved|agreed)\b ?:(?! i (?:also |still |really |do )?(?:agree|disagree|think|believe|like|hate|don't|do not|am|never)\b)|\b(?:changed my mind|ok|okay),? [\w +.-]{1,30} it is(?=[.,:;!]|$)|\b(?:the|this) vote (?:has |is )?(?:now |hereby )?(?:pass(?:es|ed)|fail(?:s|ed)|cancell?ed)\b/i,
)

/** "I do not believe it has been decided yet." */
const UNSETTLED = quick(
  /\b(?:don't|do not|doesn't|does not|didn't|doubt|not sure|isn't|is not|wasn't|not yet)\b[^.;]{0,40}\b(?:settled|decided|agreed)\b/i,
)

/** When and where it will be, said as a thing that stands. */
const FIXED = quick(
  /\b(?:meeting|tele?con(?:ference)?|call|workshop|conference|session|event|picnic|party|concert|fair|release)\b[^,.;?]{0,40}\bwill (?:indeed|definitely|now|therefore) (?:be held|take place)\b|^(?:\W*(?:ok|okay|so|good news)[,:]? )?we (?:now )?have a confirmed\b|^(?:\W*(?:ok|okay|so)[,:]? )?I(?:'m| am) going with the\b/i,
)
const NOT_FIXED = /\b(?:if|unless|would|could|should|might|may|hope|probably|perhaps|maybe|not|n't|whether)\b|\?/i

/** "Monday it is", and not "yes it is", "that is how it is". */
const IT_IS =
  /^(?:(?:ok|okay|so|then|great|fine|alright|cool|right)[,.! ]+){0,3}(?!(?:yes|yeah|yep|no|nope|indeed|sure|but|and|or|if|as|what|whatever|how|why|that|this|there|here|not|i|we|you|he|she|they|it|where|when)\b)[\w+.:-]+(?: (?!(?:as|what|whatever|how|why|where|which|that|think|way|than|sure|if|because|is|are|was|like)\b)[\w+.:-]+){0,2} it is(?: then)?[.!]*(?: ?[:;]-?\))?$/i

/** A decision holds one of these; looking for them first saves most of the time. */
const WORDS = wordKind(
  "applied queued pushed merged committed picked landed taken accepted released deployed shipped pulled took added now queue tree applying merging pushing picking committing queueing queuing squashed go stick settle use keep drop leave do start take decided settled agreed decision resolved log record mind ok okay vote revert reverts reverted reverting dropped dropping back backed backing withdraw withdrawn withdrawing unapplied unapplying removed removing unapply un-applied un-apply pursue push continue abandoning giving",
)

/** The sentences of a message that decide something. */
export function decisionFacts(read: ReadMessage): readonly MadeDecision[] {
  if (isRobotMessage(read.message)) return robotDecisions(read.sentences)
  return read.sentences.flatMap((sentence) => {
    const made = (hasAny(sentence.words.kinds, WORDS) ? madeIn(sentence) : calledIn(sentence)) ?? fixedIn(sentence)
    // "Let's drop it" in the first mail of a thread is a proposal.
    const isProposal =
      made?.kind === "settled" && read.parent === undefined && /\b(?:let's|lets|let us)\b/i.test(sentence.text)
    return made === undefined || isProposal ? [] : [made]
  })
}

function madeIn(sentence: OwnSentence): MadeDecision | undefined {
  const text = sentence.text.slice(0, 240)
  if (isWithdrawal(text)) return { sentence, kind: "reversed", isWithdrawal: true }
  const reversal = reversalIn(text)
  if (reversal !== undefined) return { sentence, kind: "reversed", ...reversal }
  if (isDone(text)) return { sentence, kind: "done", ...(PART.test(text) && { isPart: true }) }
  if (SETTLED.test(text) && !UNSETTLED.test(text) && !/\?["')]*$/.test(text)) return { sentence, kind: "settled" }
  return calledIn(sentence)
}

function fixedIn(sentence: OwnSentence): MadeDecision | undefined {
  const { text } = sentence
  if (text.length > LONGEST_FIXED || !FIXED.test(text) || NOT_FIXED.test(text)) return undefined
  return { sentence, kind: "settled" }
}

const LONGEST_FIXED = 200

function calledIn(sentence: OwnSentence): MadeDecision | undefined {
  const { text } = sentence
  if (text.length > LONGEST_CALL || !text.includes(" it is")) return undefined
  return IT_IS.test(text) ? { sentence, kind: "settled" } : undefined
}

const LONGEST_CALL = 60

/** "Patches 1 and 2 applied", "applied this one": said of a series where some of it is meant. */
const PART =
  /^(?:\S+[,.] )?(?:patch(?:es)? )?#?\d+(?:\/\d+)?\b[^.]{0,30}\b(?:applied|queued|pushed|merged|committed|taken)\b|\b(?:applied|queued|pushed|merged|committed|taken|took|picked up) (?:(?:only )?(?:patch(?:es)? )#?\d|#?\d+\/\d|this one\b|the first (?:\w+ )?(?:patch(?:es)?|two|three)\b)/i

/** How the robots of trees and patch queues say that it is in. */
const ROBOT_DONE =
  /^(?:this|these) (?:patch(?:es)?|series|pull request)\b.{0,40}\b(?:was|were|has been|have been) (?:applied|merged|pulled) (?:in)?to\b|^the following commit has been merged into the \S+ branch of\b/i
const ROBOT_DOER = /(?:^| )(?:by|committer:) (?<name>[^<>]{2,60}) </i

/** A robot that reports the merge decides nothing itself; it may name who did it. All else that robots say is no decision. */
function robotDecisions(sentences: readonly OwnSentence[]): readonly MadeDecision[] {
  const sentence = sentences.find(({ text }) => ROBOT_DONE.test(text.slice(0, 240)))
  if (sentence === undefined) return []
  const naming = [sentence, ...sentences.filter(({ text }) => /^committer:/i.test(text))]
  const doer = naming.map(({ text }) => ROBOT_DOER.exec(text.slice(0, 240))?.groups?.["name"]).find(Boolean)
  return [{ sentence, kind: "done", ...(doer !== undefined && { doer }) }]
}
