import { quick } from "../patterns/quick-pattern.ts"
import { remembering } from "../remember.ts"
import { handsOn } from "./handed-on.ts"
import { isTableRow } from "./no-questions.ts"

/** What a run of sentences does to the question it stands under. */
export type ReplyVerdict = "answers" | "defers" | "asks-back" | "nothing"

const DEFERS = quick(
  /\b(?:good question|no (?:idea|clue)|(?:I )?(?:honestly |really )?(?:don't|do not|wouldn't) know\b|dunno\b|hard to (?:say|tell)|not sure(?: yet| either)?\W*$|beats me|ask (?:me )?(?:again|later|tomorrow|next)\b|(?:I'm|I am|am) (?:a bit |rather |really |also |still )?(?:confused|lost)\b|(?:don't|do not) (?:quite |really )?follow\b|(?:open to (?:discussion|suggestions|ideas|other)|(?:I'm|I am|we're|we are) (?:also |very )?open to)|that(?:'s| is) (?:exactly |really |indeed )?(?:the|a) (?:big |real |open |good )*question\b|let(?:'s| us) (?:first )?\w+ [^.?!]{0,80}\bfirst\b|(?:have|need) to double[- ]check|(?:haven't|have not|hasn't|has not) (?:yet )?(?:decided|checked|looked|tested|tried|thought|measured)\b|(?:not|to be) (?:yet )?(?:decided|determined)|let me (?:check|look|see|think|ask|get back)|(?:I'll|I will|will|gonna|going to|need to|have to) (?:(?:double[- ])?check|let you know|look into|think about|get back|ask around|have a look|take a look|find out|investigate)|I(?:'d| would) (?:also )?(?:like|love) to know|(?:same|that's my) question|wondering the same|I wonder(?:ed)? too|\+1 (?:on|to) (?:the|this|that) question)/i,
)
/** An open door: it tells nothing, unless leave was asked for. */
const OPEN_DOOR = quick(
  /\b(?:feel free|(?:don't|do not) hesitate|let (?:me|us) know (?:if|when|should|in case) (?:you|there|anything|something))\b/i,
)
const ASKS_LEAVE = quick(
  /^(?!.*\b(?:which|what|where|who|how|when|why)\b).*\b(?:can|could|may|might|should|shall|ok|okay|fine|all right|alright|mind) (?:if )?(?:I|we)\b/i,
)
/** Asks something in return, mark or not. */
const ASKS_IN_RETURN = quick(
  /^(?:\W*(?:and|but|also|so|then|ok|okay),? )?(?:(?:do|would) you mind\b|(?:could|can|would) you\b|care to\b)/i,
)
const GOES_ON = quick(
  /\b(?:but|however|though|anyway|still|I think|I guess|I believe|probably|AFAIK|IIRC|as far as)\b/i,
)

/** A question that answers: it tells a solution, or a negated one tells the opposite. */
const TELLING_QUESTION = quick(
  /^(?:\W*(?:so|well|but|hmm+|then|ok),? )?(?:shouldn't|isn't|aren't|doesn't|don't|wouldn't|couldn't|can't|won't|why not|how about|what about|have you (?:tried|looked|considered|seen)|did you (?:try|look|consider)|you mean like|maybe|perhaps|I (?:think|guess|believe|thought))\b/i,
)
const ASKS_TO_ACT = quick(/\b(?:can|could|would) you\b|\bplease\b/i)
const OFFER = quick(
  /\b(?:can I|could I|may I|shall I|should I|anything (?:(?:else|more) )?(?:that )?(?:I|we) c(?:an|ould)|want me to|do you want|would you like|suggest a way|help)\b/i,
)

const COURTESY_ONLY =
  /^(?:hi|hello|hey|dear|thanks?|thank you|thx|cheers|regards|best|sorry|greetings|yours|br|hth|snip|@?\p{Lu}[\p{L}-]+,)\b[^.?!]{0,50}[.!,]*$/iu
const LEFT_BY_PROGRAMS =
  /^\[\[.{3,60}\]\]$|^\W{2,}\w+( \w+)?\W{2,}|\battachment was scrubbed\b|^[\W_]*$|^\[(?:snip|\.\.\.|…)\]?$|^(?:\S+ ){1,3}(?:wrote|writes|said|schrieb):$|^quoth .{1,40}:$|^[-–—]{1,2} ?[\p{L}.'’-]{1,30}$|^(?:URL|Name|Type|Size|Desc): \S+$/iu
const VOTE = /^(?:\+1|-1|:?\+1:|👍|👎|\^+)\W*$/u

/** Whether a sentence is more than a greeting, thanks, or what a mail program left behind. */
export const isSubstance: (text: string) => boolean = remembering(
  (text) => VOTE.test(text) || !(COURTESY_ONLY.test(text) || isLeftByPrograms(text) || isTableRow(text)),
)

/** A cheap look before the dear one: most of what programs leave does not begin with a letter, or ends in a colon. */
function isLeftByPrograms(text: string): boolean {
  const isLikely = !/^[a-z\d]/i.test(text) || text.endsWith(":") || /^\w{3,4}:/.test(text) || SCRUBBED.test(text)
  return isLikely && LEFT_BY_PROGRAMS.test(text)
}

const SCRUBBED = quick(/\battachment was scrubbed\b/i)

/** "name: …" and "@name …" say to whom a turn is, not what. */
export function withoutAddress(text: string): string {
  return text.replace(/^(?:@[\p{L}\p{N}_.-]+(?: \p{Lu}\p{L}+)?[:,]?|[\p{L}\p{N}_.-]{2,30}:) +/u, "")
}

/** Judges sentences that stand where an answer would: text that goes on after "I don't know, but" answers. */
export function replyVerdict(sentences: readonly string[], question: string): ReplyVerdict {
  return judgeReply(sentences)(question)
}

/** The same for many questions: to those that want the same of a reply it is the same. */
export function judgeReply(sentences: readonly string[]): (question: string) => ReplyVerdict {
  const spoken = sentences.map(mannerOf).filter((manner) => manner.isSubstance)
  const verdicts = new Map<string, ReplyVerdict>()
  return (question) => {
    const wish = wishOf(question)
    const known = verdicts.get(wish.name)
    if (known !== undefined) return known
    const verdict = verdictOf(spoken, wish)
    verdicts.set(wish.name, verdict)
    return verdict
  }
}

type Manner = ReturnType<typeof mannerOf>
type Wish = ReturnType<typeof wishOf>

function verdictOf(spoken: readonly Manner[], wish: Wish): ReplyVerdict {
  if (spoken.length === 0) return "nothing"
  const telling = spoken.filter((manner) => !isAsking(manner, wish))
  if (telling.length === 0) return "asks-back"
  if (telling.length < 3 && telling.some((manner) => manner.handsOn)) return "defers"
  if (telling.every((manner) => manner.defers || manner.handsOn)) return "defers"
  const isDeferred = spoken[0]?.defers === true && telling.length < 3
  return isDeferred && !telling.slice(1).some((manner) => manner.goesOn) ? "defers" : "answers"
}

/** Whether a sentence asks something back or opens a door: where others stand, the answer is one of those. */
export function isReturn(text: string): boolean {
  return /\?\W*$/.test(text) || ASKS_IN_RETURN.test(text) || OPEN_DOOR.test(text)
}

/** How a sentence speaks, whatever it stands under: it is judged once for every question above it. */
const mannerOf = remembering((sentence) => {
  const text = withoutAddress(sentence)
  const goesOn = GOES_ON.test(text)
  return {
    isSubstance: isSubstance(text),
    goesOn,
    handsOn: handsOn(text),
    defers: !goesOn && DEFERS.test(text),
    opensDoor: OPEN_DOOR.test(text),
    asks: (ENDS_ASKING.test(text) || ASKS_IN_RETURN.test(text)) && !TELLING_QUESTION.test(text),
    asksToAct: ASKS_TO_ACT.test(text),
  }
})

const ENDS_ASKING = /\?[\s)"']*$/

/** What decides of a question what a reply to it is. */
const wishOf = remembering((question) => {
  const isForLeave = ASKS_LEAVE.test(question)
  const isOffer = OFFER.test(question)
  return { isForLeave, isOffer, name: `${isForLeave} ${isOffer}` }
})

function isAsking({ opensDoor, asks, asksToAct }: Manner, { isForLeave, isOffer }: Wish): boolean {
  return (opensDoor && !isForLeave) || (asks && !(asksToAct && isOffer))
}
