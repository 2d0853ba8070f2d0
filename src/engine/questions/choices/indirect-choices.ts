import { quick } from "../../patterns/quick-pattern.ts"
import { AUXILIARY } from "./choice-frames.ts"

/** A choice in a clause of its own: "I'm not sure if | we should wait or go", "I can | wait or go, as you like". */
export interface IndirectChoice {
  /** What would open the clause if it stood alone. */
  readonly opening: "whether " | "whether to "
  /** Verbatim. */
  readonly clause: string
}

const ADVERBS =
  "(?:(?:also|just|still|really|quite|entirely|completely|so|rather|very|honestly|personally|currently|now|even) ){0,2}"
const LEADS =
  "(?:^(?:\\W*(?:so|but|and|hmm+|well|also|ok|okay|still|now|however|yet|then|besides|anyway),? ){0,3}\\W*|, (?:but|and|so|though) )"

/** Who says so does not know which way to go. What somebody did not know once is told, not asked. */
const IN_DOUBT = [
  `(?:(?:I(?:'m| am)|we(?:'re| are)|it(?:'s| is)) )?${ADVERBS}(?:not ${ADVERBS}|un)(?:sure|clear|certain|decided)(?: to (?:me|us))?`,
  `(?:I|we) ${ADVERBS}(?:don't|do not|can't|cannot|couldn't) ${ADVERBS}(?:know|decide|tell|say|choose|make up (?:my|our) minds?)`,
  `(?:I(?:'m| am)|we(?:'re| are)) ${ADVERBS}(?:torn|undecided|in two minds|hesitating)`,
].join("|")
/** Who says so wants it settled, whatever it is. */
const TO_SETTLE = [
  `(?:I|we)(?:'m| am|'d| would|'ll| will)? ?${ADVERBS}(?:wonder(?:ing)?|curious|(?:have|need) to (?:decide|choose|agree|settle)|must (?:decide|agree|settle))`,
  `(?:(?:I|we) (?:was|were) )?${ADVERBS}wondering`,
  "(?:(?:one|another|the (?:only|other|main|open)|an open) (?:thing|point|issue|decision)(?: [\\w']+){0,6} is)",
  "(?:the|my|our|one|another|an) (?:\\w+ ){0,2}question (?:\\w+ ){0,2}(?:is|remains)",
].join("|")
/** Asks somebody to tell, where they can. */
const ASKS_TO_TELL = [
  "(?:can|could|would|will) (?:you|anybody|anyone|somebody|someone|one of you) (?:please |maybe |also ){0,2}(?:tell|say|clarify|explain)(?: me| us)?",
  "(?:(?:do|does) )?(?:you|anybody|anyone|somebody|someone)(?: happen to| else){0,2} knows?",
].join("|")
const ASKS_OPINION =
  "(?:(?:(?:do|does) (?:you|anybody|anyone|people|others) have )?(?:any|an?|some) (?:\\w+ )?(?:opinions?|thoughts|ideas?|preferences?|views?))"
const THE_CASE = "(?: whether | if (?:it|this|that)(?:'s| is| was) )"
/** "Let me know if you need a rope or a saw" offers both; who asks what others would rather have lets them choose. */
const TO_TELL = "(?:please |just ){0,2}(?:let (?:me|us) know|tell (?:me|us))"
const RATHER = "(?:whether |if (?:you(?:'d| would) (?:rather|prefer)|you prefer) )"
/** Somebody's word on it is wanted, or will come. */
const AWAITED =
  "\\b(?:need|needs|want|like|lacks?|await|awaiting|wait(?:ing)? (?:a while )?for|expect|seek|seeking|looking for|appreciate|inevitable)(?: (?!was\\b|were\\b|had\\b)\\w+){0,3} (?:consensus|agreement|decisions?|bikeshedding|discussions?|debate|opinions?|input|feedback|advice|views?|guidance|thoughts)"
const WHETHER = "(?: (?:yet|now|here|though|myself|either|about|on|over|as to|of)){0,3},? (?:if|whether) "

const IS_IN_DOUBT = quick(new RegExp(`${LEADS}(?:${IN_DOUBT})${WHETHER}`, "i"))
const WANTS_SETTLED = quick(
  new RegExp(
    `(?:${LEADS}(?:${TO_SETTLE}|${ASKS_OPINION})|${AWAITED})${WHETHER}|${LEADS}(?:${TO_TELL} (?=${RATHER})|(?:${ASKS_TO_TELL})(?=${THE_CASE}) )(?:if|whether) `,
    "i",
  ),
)

/** "I'm torn between A and B" */
const IS_BETWEEN = quick(
  new RegExp(
    `${LEADS}(?:I|we)(?:'m| am|'re| are|'ll| will|'d| would)? ?${ADVERBS}(?:torn|undecided|hesitating|(?:have|need) to (?:choose|decide|pick)|can(?:'t|not) (?:choose|decide)) between `,
    "i",
  ),
)

/** What is to be done, not what is the case. */
const DELIBERATES =
  /^to \w|\b(?:should|shall|ought|(?:be|is|it's) better(?! or\b)|better (?:to|if)|prefer\w*|rather|(?:we|you) want|makes? (?:more )?sense|worth(?:while)?|best (?:to|if|way))\b/i
/** Sets the doubt aside, or settles it at once. */
const SETTLED = /\bbut\b|, so (?:I|we|let)\b/i

const OFFERS = /\b(?:I|we) (?:can|could|may|might) (?=\S)/i
/** The choice is left to others: what says so, in the sentence or right behind it. */
const LEFT =
  "(?:(?:whatever|whichever)(?: \\w+)? (?:you|people|folks|everyone|others)(?:'d| would)? (?:prefer|like|want|wish|choose|think|find)\\b[^.?!]{0,30}|as you (?:like|prefer|wish|want|see fit)|(?:it(?:'s| is) |that(?:'s| is) )?(?:entirely |totally |completely |all )?(?:up to you|your (?:call|choice|decision|pick))|you (?:decide|choose|pick)|I (?:really )?(?:don't|do not) (?:really |much )?(?:mind|care)(?: either way| which(?: one)?)?|I(?:'ll| will)? leave (?:it|that|this|the (?:choice|decision)) (?:up )?to you)"
const ASKED_FOR = "(?:please )?let me know(?: (?:which|what) [^.?!]{1,40}| your preferences?)?"
const LEAVES_IN_ITS_END = quick(new RegExp(`[,;:.)–-] ?(?:so |but |and |\\()?(?:${LEFT}|${ASKED_FOR})\\W*$`, "i"))
const LEAVES = quick(new RegExp(`^(?:so |but |and )?${LEFT}\\W*$`, "i"))

/** The clause in which a sentence puts a choice without asking, if it does. */
export function indirectChoice(text: string): IndirectChoice | undefined {
  const doubt = IS_IN_DOUBT.exec(text) ?? WANTS_SETTLED.exec(text)
  if (doubt !== null) return { opening: "whether ", clause: clauseOf(text.slice(doubt.index + doubt[0].length)) }
  const end = LEAVES_IN_ITS_END.exec(text)?.index
  return end === undefined ? undefined : offerIn(text.slice(0, end))
}

/** What somebody says that they could do. */
export function offerIn(text: string): IndirectChoice | undefined {
  const offer = OFFERS.exec(text)
  return offer === null ? undefined : { opening: "whether to ", clause: text.slice(offer.index + offer[0].length) }
}

/** To where the sentence, or what it says of the choice, ends. */
function clauseOf(text: string): string {
  return text.slice(0, /[.;?!](?=[\s)]|$)| [-–—]+ |, (?:but|so|since|because|as|given|though|which) /.exec(text)?.index)
}

/** Whether a sentence without a mark puts a choice, should it hold one, and waits for others to make it. In chats hardly anybody writes capitals. */
export function putsUnmarked(text: string, isChat: boolean): boolean {
  if (IS_BETWEEN.test(text) || WANTS_SETTLED.test(text) || LEAVES_IN_ITS_END.test(text)) return !SETTLED.test(text)
  const doubt = IS_IN_DOUBT.exec(text)
  if (doubt === null) return asksBehindLead(isChat ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text)
  const rest = text.slice(doubt.index + doubt[0].length)
  return DELIBERATES.test(rest) && !SETTLED.test(rest)
}

/** "Whatever you prefer.": leaves to others what the sentence before it offered. */
export function leavesChoice(text: string): boolean {
  return LEAVES.test(text)
}

/** "In the list below, do we drop the last one or keep it:" */
function asksBehindLead(text: string): boolean {
  return ASKS_BEHIND_LEAD.test(text) && !CONDITION.test(text)
}

const ASKS_BEHIND_LEAD = quick(
  new RegExp(
    `^[^\\p{L}]*(?=\\p{Lu})(?:(?:in|on|for|at|with|under|if|when|while|given|regarding|concerning|by|from|after|before|about) [^,?]{2,80}, (?:so |then )?)?${AUXILIARY} (?:I|we|you|they|it|this|that|these|those|the \\S+) \\S`,
    "iu",
  ),
)
/** "Should it fail or hang, call me." */
const CONDITION = /^\W*(?:should|had|were|do) (?:it|this|that|\S+ [^,?]{1,80}, )/i
