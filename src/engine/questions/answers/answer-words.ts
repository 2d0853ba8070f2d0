import type { OwnSentence } from "../../read-message.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import { goesOn, isHalf } from "../../verbatim/shown-text.ts"
import { remembering } from "../../patterns/remember.ts"
import { isReturn, isSubstance, isTellingQuestion } from "./reply-verdict.ts"
import type { TellingWords } from "../../words/telling-words.ts"
import { tellingWords } from "../../words/telling-words.ts"
import { isReaction } from "./type-fit.ts"

/** A sentence that may answer, with what is asked of it for every question that it is compared with. */
export interface Reply {
  readonly text: string
  /** The same with what it cannot do without: the link that it leads in to, or its "But". */
  readonly whole: string
  readonly words: TellingWords
  readonly isReturn: boolean
  /** It tells something only where no other sentence does: it leads in to something, is one item of a list, asks back. */
  readonly isWeak: boolean
}

type Said = Pick<OwnSentence, "text" | "firstLine" | "lastLine">

/** Of some sentences those that say anything, in order. */
export function repliesIn(sentences: readonly Said[]): readonly Reply[] {
  return sentences.flatMap((said, at) => {
    const [before, next] = [sentences[at - 1], sentences[at + 1]]
    const isLast = next === undefined && before !== undefined
    if (!isSubstance(said.text) || tellsNothing(said.text) || (isLast && isSignOff(said.text))) return []
    return [toReply(said, before?.text, next)]
  })
}

function toReply(said: Said, before: string | undefined, next: Said | undefined): Reply {
  const { text } = said
  const isNear = next !== undefined && next.firstLine - said.lastLine <= 2
  const whole = isNear ? withNext(text, next.text) : text
  const isItem = isListItem(text) && (leadsIn(before) || isListItem(before) || isListItem(next?.text))
  const isWeakly = isWeakAlone(said, whole, next) || isHalf(text) || goesOn(text)
  const isWeak = isItem || isWeakly || isLed(text, before) || isHeading(said, next)
  return { text, whole, words: tellingWords(text), isReturn: isReturn(text), isWeak }
}

/** What is not said to anybody: who is in copy now, what stands at the foot of a mail, commands. */
const tellsNothing = remembering((text: string) => ASIDE.test(text) || FOOT.test(text) || MARKUP.test(text))

const ASIDE =
  /^(?:\+ ?(?:cc\b|\S+(?: \S+){0,3} list\b)|(?:adding|cc(?:['’]?ing|['’]?d|:)?) (?:the )?\S+(?: \S+){0,3} (?:list|maintainers)\b|welcome (?:to|on|back)\b)/i
const FOOT =
  /^(?:(?:just )?(?:my|our) (?:two|2|\$? ?0?\.02|€ ?0?\.02)(?:[ -]?cents?|[ -]?pence|¢)?\W*$|powered by\b|\[?snip\b|(?:dr|prof|ir|ing|mr|mrs|ms|m\.?sc|ph\.?d)\.(?: |$)\S{0,12}$)|\b(?:phone|tel|fax|voice|mobile|office)\W{1,3}\+?[\d(]/i

/** A command over several lines, and a directive. */
const MARKUP = / \\ (?:&&|\w)|^\.\. [\w-]+::/

/** "Sam": a word or two below all else, with nothing that ends them, is who wrote it. */
function isSignOff(text: string): boolean {
  return SIGN_OFF.test(text) && !isReaction(text)
}

const SIGN_OFF = /^\p{L}[\p{L}'’-]{0,14}(?: \p{L}[\p{L}'’.-]{0,14})?$/u

const LINK = /^<?https?:\/\/\S+$/i

function leadsIn(text: string | undefined): boolean {
  return text?.endsWith(":") === true
}

/** The link that somebody led in to. */
function isLed(text: string, before: string | undefined): boolean {
  return LINK.test(text) && leadsIn(before)
}

function isListItem(text: string | undefined): boolean {
  return text !== undefined && LIST_ITEM.test(text)
}

const LIST_ITEM = /^(?:[-*+•o–]|\(?(?:\d{1,2}|[a-h])[.)]) /

/** A line over a list, without an end and without a verb that could tell anything. */
function isHeading({ text, lastLine }: Said, next: Said | undefined): boolean {
  if (next === undefined || next.firstLine <= lastLine || !isListItem(next.text)) return false
  return /[\p{L}\p{N}]$/u.test(text) && text.split(" ").length <= LONG_LEAD && !isReaction(text)
}

// So few words over a list or code name it.
const LONG_LEAD = 5

/** "It is the option above the rule:" says what the code below it shows; over words of its own it only leads in to them. */
function leadsInToCode({ text, lastLine }: Said, next: Said | undefined): boolean {
  if (text.split(" ").length < LONG_LEAD) return false
  return next === undefined || next.firstLine - lastLine > 2 || /^[^\p{L}\d"'“‘(*•–—-]/u.test(next.text)
}

function isWeakAlone(said: Said, whole: string, next: Said | undefined): boolean {
  const { text } = said
  if (leadsIn(text)) return whole === text && !leadsInToCode(said, next)
  return (
    text.startsWith("(") ||
    LINK.test(text) ||
    OPENER.test(text) ||
    PREAMBLE.test(text) ||
    COURTESY.test(text) ||
    ILLUSTRATES.test(text) ||
    (text.endsWith("?") && isReturn(text) && !isTellingQuestion(text))
  )
}

/** Says something of the question, or of whoever asks or answers. */
const OPENER =
  /^(?:\W*(?:hm+|ah|oh|ok|okay|well),? )?(?:(?:that(?:'s| is) (?:a |an )?|an? )?(?:very |really )?(?:good|great|fair|excellent|interesting|tough|hard|valid|legitimate|reasonable) (?:question|point|one|idea)s?|(?:very |really |most )?interesting\b[^.]{0,30}|h?u?m+|a+h+a?|oh|d['’]oh|sigh|again|oops|ugh|heh|well|(?:so )?sorry(?: about that)?|(?:ah,? |oh,? |ok,? )?I see)[.…!]*$/i
/** Comes before what is told: that there is more to say, who says it, what was said or done before, what only seems so. */
const PREAMBLE = quick(
  /^\W*(?:(?:and|but|also|well|so),? )?(?:(?:there(?:'s| is| are)|I (?:do |can )?see|I have) (?:also )?(?:another|one more|a (?:few|couple(?: of)?)|two|three|several|some) (?:\w+ ){0,2}(?:differences?|things?|points?|remarks?|comments?|reasons?|aspects?|thoughts?)\b[^.,;]{0,40}[.!:…]*$|(?:I'm |I am )?(?:just|only|merely) (?:an?|some(?:one|body))\b|I(?:'m| am) (?:no|not an?|not really an?|just an?|only an?) (?:\w+ )?(?:expert|lawyer|user|lurker|beginner|novice)\b|IANAL\b|\p{L}{2,12} here[.!]*$|I(?:'m| am) not (?:\w+ )?sure (?:if|whether|that) (?:this|that|it) (?:is|will|helps|applies|answers|fits)\b|(?:next|then|after (?:that|this)|afterwards|later)\b,? (?:I|we)\b|(?:it|this|that) (?:may|might|could) (?:seem|look|appear|sound)\b|(?:one|you) (?:may|might|could) (?:think|believe|say|object)\b|at first (?:sight|glance)\b|of course,? (?:you|one) (?:may|might|could)\b|I(?:'m| am) (?:only |just )?(?:replying|answering|responding|writing)\b|I (?:only |just )?found out about (?:this|that|it)\b|I (?:think I )?(?:have |had |already )*(?:mentioned|raised|brought up) (?:this|that|it)\b[^,;]{0,40}[.…]*$|you(?:'re| are) (?:being )?(?:so |very |rather |a bit )?(?:un|not )(?:fair|kind|just)\b)/iu,
)
const COURTESY = quick(
  /^(?:\p{Lu}\p{L}+[,:] )?(?:(?:many |big )?(?:thanks|thank you)\b(?! to\b)|apologies\b|(?:(?:(?:we|I)(?:'m| am| are| were)|yeah|yes),? )?sorry (?:for|about|that|to|you|it(?:'s| is| was))\b|sorry, (?:I|but I) (?:kept|missed|only|just|forgot|overlooked|should have|didn't (?:see|notice|realize|realise))\b)(?!.*\b(?:applied|done|fixed|queued|merged|pushed|added|changed|updated|yes|no)\b)/iu,
)

/** Goes on from what was just said. */
const ILLUSTRATES = /^(?:for (?:example|instance)|e\.g\.|i\.e\.|in other words)[,: ]/i

// Longer than this nobody reads it as one answer.
const LONGEST = 320

function withNext(text: string, next: string): string {
  const isWanted = leadsIn(text)
    ? LINK.test(next)
    : (OPPOSES.test(next) && !leadsIn(next) && (isReaction(text) || CONCEDES.test(text))) || isSaidBy(next, text)
  return isWanted && text.length + next.length < LONGEST ? `${text} ${next}` : text
}

// A reaction of so many words says neither why nor to what.
const BARE = 5

/** "Yes. The hall is free": a bare reaction is read with the statement that follows it. */
function isSaidBy(next: string, text: string): boolean {
  return text.split(" ").length < BARE && isReaction(text) && STATEMENT.test(next) && isSubstance(next)
}

const STATEMENT = /^(?!(?:thanks?|thank you|please|cheers|sorry|yes|no)\b)\p{Lu}.*[\p{L}\p{N})][.!]$/u

const OPPOSES = /^(?:but|however|yet|that said|on the other hand|except)\b/i
const CONCEDES = quick(
  /\b(?:in (?:a|an) (?:perfect|ideal) \w+|in (?:theory|principle)|ideally|(?:agree|understand|see|like|know)\b|(?:would|might|could|may) be (?:a )?(?:nice|good|great|better|useful|cool|worth)|(?:you(?:'re| are)|that(?:'s| is)) (?:right|true|correct)|(?:good|nice|great) (?:idea|point)|would (?:love|like))\b/i,
)
