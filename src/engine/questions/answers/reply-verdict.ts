import { quick } from "../../patterns/quick-pattern.ts"
import { remembering } from "../../patterns/remember.ts"
import { handsOn } from "./handed-on.ts"
import { isTableRow } from "../asked/no-questions.ts"
import { asksForProgress, isReaction } from "./type-fit.ts"
import { isExcuse, isHedge, isMeToo, putsOff, takesOn } from "./putting-off.ts"

/** What a run of sentences does to the question it stands under. */
export type ReplyVerdict = "answers" | "defers" | "asks-back" | "nothing"

/** An open door: it tells nothing, unless leave was asked for. */
const OPEN_DOOR = quick(
  /\b(?:feel free|(?:don't|do not) hesitate|let (?:me|us) know (?:if|when|should|in case|(?:what|which)(?: \w+)?) (?:you|there|anything|something))\b/i,
)
const ASKS_LEAVE = quick(
  /^(?!.*\b(?:which|what|where|who|how|when|why)\b).*\b(?:can|could|may|might|should|shall|ok|okay|fine|all right|alright|mind) (?:if )?(?:I|we)\b/i,
)
/** Asks something in return, mark or not. */
const ASKS_IN_RETURN = quick(
  /^(?:\W*(?:and|but|also|so|then|ok|okay),? )?(?:(?:do|would) you mind\b|(?:could|can|would) you\b|care to\b)|(?:^|[,;] )(?:and |so )?shall (?:I|we) \w/i,
)
/** Wants to be told more before anything can be said. */
const WANTS_REPORT = quick(
  /^\W*(?:(?:and|but|also|so|then),? )?(?:can you |could you )?please (?:also |first |just )?(?:send|post|attach|paste|file|provide|share|report|bisect|boot with)\b|\b(?:(?:would|might) help to (?:see|know|have)|need (?:some )?more (?:information|details|info|context|data)|(?:can't|cannot|hard to) help without)\b/i,
)
/** What was to be looked at cannot be: whoever asked has to mend it. */
const FAILS = quick(
  /\b(?:could(?:n't| not) (?:connect|open|load|reach|find)|(?:got|get|gets|getting|gives me|gave me|receive[ds]?) (?:a|an|only an?) (?:\S+ ){0,3}?(?:404|error|"?could not|not found|timeout)|404\b|(?:link|page|url|site|server) (?:is|seems|appears to be|was) (?:dead|broken|down|gone)|(?:does(?:n't| not)|won't|will not) (?:open|load) (?:here|for me)|(?:link|page|url|site|server) (?:does(?:n't| not)) (?:work|open|load|respond|exist))/i,
)

/** Whether it says that a link or a page fails. */
export function reportsFailure(text: string): boolean {
  return FAILS.test(text)
}

const GOES_ON = quick(
  /\b(?:but|however|though|anyway|still|I think|I guess|I believe|probably|AFAIK|IIRC|as far as)\b/i,
)

/** A question that answers: it tells a solution, or a negated one tells the opposite. */
const TELLING_QUESTION = quick(
  /^(?:\W*(?:so|well|but|hmm+|then|ok),? )?(?:shouldn't|isn't|aren't|doesn't|don't|wouldn't|couldn't|can't|won't|why not|how about|what about|have you (?:tried|looked|considered|seen)|did you (?:try|look|consider)|you mean like|maybe|perhaps|I (?:think|guess|believe|thought))\b/i,
)
const ASKS_TO_ACT = quick(/\b(?:can|could|would) you\b|\bplease\b/i)
const ASKS_TO_LOOK = quick(
  /\b(?:you|please|someone|somebody)\b[^.?]{0,40}\b(?:check|look|test|verify|investigate|measure|review|tr(?:y|ied))\b/i,
)
const ASKS_TO_VISIT = quick(
  /\b(?:please|(?:can|could|would) (?:you|someone|somebody|people))\b[^?]{0,30}\b(?:look|see|read|visit|check|try|open|download|view)\b/i,
)
const ASKS_OTHERS = quick(
  /\b(?:any(?:one|body)|others?|you)\b[^.?]{0,30}\b(?:else|too|as well|see|seen|seeing|hit|notice|noticed|experience|experienced|reproduce|reproduced|run into|the same|this (?:problem|issue|error))\b/i,
)
const OFFER = quick(
  /\b(?:can I|could I|may I|shall I|should I|anything (?:(?:else|more) )?(?:that )?(?:I|we) c(?:an|ould)|want me to|do you want|would you like|suggest a way|help)\b/i,
)

const ASKS_HOW = quick(/\b(?:how|where|why|when) (?:can|could|may|shall|should) (?:I|we)\b(?! help)/i)

const COURTESY_ONLY =
  /^(?:hi|hello|hey|dear|thanks?|thank you|thx|cheers|regards|best|sorry|greetings|yours|br|hth|snip|@?\p{Lu}[\p{L}-]+,)\b[^.?!]{0,50}[.!,]*$/iu
const PRAISE_ONLY = quick(
  /^\W*(?:very )?(?:nice|great|good|excellent|awesome|impressive|fantastic|amazing),? (?:work|job|stuff|thanks? (?:you )?for)\b[^.?!]{0,50}[.!,]*$/i,
)
const LEFT_BY_PROGRAMS =
  /^\[\[.{3,60}\]\]$|^\W{2,}\w+( \w+)?\W{2,}|\battachment was scrubbed\b|^[\W_]*$|^\[(?:snip|\.\.\.|…)\]?$|^(?:\S+ ){1,3}(?:wrote|writes|said|schrieb):$|^quoth .{1,40}:$|^[-–—]{1,2} ?[\p{L}.'’-]{1,30}$|^(?:URL|Name|Type|Size|Desc): \S+$|^(?:just |only |I (?:have|had|'ve got) )?(?:a|an|one|two|three|some|a few|a couple(?: of)?|several)(?: more| other| quick)? (?:questions?|comments?|remarks?|notes?|thoughts?|things?|points?)(?: (?:here|though|below|inline|first))?:$/iu
/** What a mail is closed with, however much is wished. */
const WISHES =
  /^(?:(?:all )?(?:the )?(?:best|kind|warm|good) (?:wishes|regards|luck)\b|(?:I )?wish(?:ing)? you (?:all )?(?:a|an|the)\b|have (?:a|an) (?:very )?(?:good|nice|great|pleasant|lovely|wonderful|happy|productive) \w+)[^?]{0,120}[.!,]*$/i

/** Whether a sentence wishes others well, and says nothing else. */
export function isWish(text: string): boolean {
  return WISHES.test(text)
}

const VOTE = /^(?:\+1|-1|:?\+1:|👍|👎|\^+)\W*$/u

/** Whether a sentence is more than a greeting, thanks, or what a mail program left behind. */
export const isSubstance: (text: string) => boolean = remembering(
  (text) =>
    VOTE.test(text) ||
    !(
      COURTESY_ONLY.test(text) ||
      PRAISE_ONLY.test(text) ||
      isWish(text) ||
      isLeftByPrograms(text) ||
      isTableRow(text) ||
      isCall(text)
    ),
)

/** "Bo," calls somebody; "Right," answers. */
function isCall(text: string): boolean {
  return text.endsWith(",") && LONE_NAME.test(text) && !isReaction(text)
}

const LONE_NAME = /^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20})?,$/u

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
  const waits = telling.filter((manner) => isPuttingOff(manner, wish))
  if (waits.length > 0 && telling.every((manner) => manner.isHedge || waits.includes(manner))) return "defers"
  const isDeferred = spoken[0]?.defers === true && waits.includes(spoken[0]) && telling.length < 3
  return isDeferred && !telling.slice(1).some((manner) => manner.goesOn) ? "defers" : "answers"
}

/** Whether a sentence asks something back or opens a door: where others stand, the answer is one of those. */
export function isReturn(text: string): boolean {
  return /\?\W*$/.test(text) || ASKS_WITHOUT_MARK.test(text) || ASKS_IN_RETURN.test(text) || OPEN_DOOR.test(text)
}

/** "I think the rope should go there?": it tells what its author thinks, mark or not. */
export function isTellingQuestion(text: string): boolean {
  return THINKS.test(text)
}

const THINKS = quick(
  /^(?:\W*(?:so|well|but|hmm+|then|ok),? )?I (?:do |still |really )?(?:think|guess|believe|suspect|suppose) (?!you\b)/i,
)

/** How a sentence speaks, whatever it stands under: it is judged once for every question above it. */
const mannerOf = remembering((sentence) => {
  const text = withoutAddress(sentence)
  const goesOn = GOES_ON.test(text) && !takesOn(text.slice(GOES_ON.exec(text)?.index))
  return {
    isSubstance: isSubstance(text),
    goesOn,
    handsOn: handsOn(text),
    defers: !goesOn && putsOff(text),
    takesOn: takesOn(text),
    isExcuse: isExcuse(text),
    isMeToo: !goesOn && isMeToo(text),
    isHedge: isHedge(text),
    opensDoor: OPEN_DOOR.test(text),
    fails: FAILS.test(text),
    asks:
      (ENDS_ASKING.test(text) ||
        ASKS_WITHOUT_MARK.test(text) ||
        ASKS_IN_RETURN.test(text) ||
        WANTS_REPORT.test(text)) &&
      !TELLING_QUESTION.test(text),
    asksToAct: ASKS_TO_ACT.test(text),
  }
})

/** "Is this a problem." */
const ASKS_WITHOUT_MARK = quick(
  /^(?:Is|Are|Was|Were|Does|Did|Has|Have) (?:this|that|it|I|we|they|you|there)\b(?! (?:or|your) )[^?]{0,120}\.$/,
)
const ENDS_ASKING = /\?[\s)"']*$/

/** What decides of a question what a reply to it is. */
const wishOf = remembering((question) => {
  const isForLeave = ASKS_LEAVE.test(question)
  const isOffer = OFFER.test(question) && !ASKS_HOW.test(question)
  const isForLook = ASKS_TO_LOOK.test(question)
  const isForOthers = ASKS_OTHERS.test(question)
  const isForVisit = ASKS_TO_VISIT.test(question)
  const isForProgress = asksForProgress(question)
  const name = [isForLeave, isOffer, isForLook, isForOthers, isForVisit, isForProgress].join(" ")
  return { isForLeave, isOffer, isForLook, isForOthers, isForVisit, isForProgress, name }
})

/**
 * "I'll have a look" agrees to who asks for just that, "same here" tells who asks whether others have it too, and "I was
 * away" how things stand.
 */
function isPuttingOff(manner: Manner, { isForLook, isForOthers, isForProgress }: Wish): boolean {
  if ((manner.takesOn && isForLook) || (manner.isExcuse && isForProgress)) return false
  return manner.defers || manner.handsOn || (manner.isMeToo && !isForOthers)
}

function isAsking({ opensDoor, asks, asksToAct, fails }: Manner, { isForLeave, isOffer, isForVisit }: Wish): boolean {
  return (opensDoor && !isForLeave) || (asks && !(asksToAct && isOffer)) || (fails && isForVisit)
}
