import { quick } from "../../patterns/quick-pattern.ts"

// "Never mind the diagonal, it is …" means "let alone"; "if that was tried, never mind" is a condition.
const NEVER_MIND = /\b(?:never ?mind|nvm|nm|nevermind)\b(?!\s+(?:the|that|a|an|about|how|what|any|its?|those|these)\b)/i
const LET_IT_GO =
  /\b(?:forget (?:it|that|about it|I asked|what I (?:said|asked))|scratch that|ignore (?:me|that|this|my (?:question|last|previous|mail|message|comment))|disregard (?:this|that|my)|please (?:ignore|disregard)|(?:I )?take (?:that|it) back|my question is moot|false alarm|moot (?:now|point))\b/i
const TAKEN_BACK = [quick(NEVER_MIND), quick(LET_IT_GO)]
const FOUND =
  /^(?:\W*(?:ah|oh|ok|okay|hm+|actually|sorry|wait),? ?)*(?:nm |nvm |never ?mind,? )?(?:(?:I(?:'ve| have)?|we) )?(?:just )?(?:found (?:it|the (?:problem|issue|answer|cause|reason|bug|solution|culprit|mistake|error))|figured (?:it )?out|got (?:it|this|that) (?:working|to work)|(?:solved|fixed|sorted) (?:it|this|that|the (?:problem|issue)))\b|^\W*(?:(?:problem|issue|mystery)(?: is| was)? )?(?:now )?(?:solved|resolved)\b(?! by| in| with)|\bI(?:'ve| have)? (?:now |just )?(?:solved|figured) (?:it|this|that)\b|\b(?:(?:answer(?:ing)?|reply(?:ing)? to) (?:myself|my own (?:question|mail|post|message))|self[- ]answer|it(?:'s| is) working now)\b/i
const FOUND_OUT = quick(FOUND)
/** In a follow-up to one's own mail. */
const NOISE = quick(
  /\b(?:sorry (?:for|about) the noise|it turn(?:s|ed) out|my (?:own )?(?:fault|bad|error|mistake)|(?:resolved|solved|fixed) itself|managed to (?:get|make|fix|solve|find)|should have (?:read|looked|checked|searched))\b/i,
)
const CONDITION = quick(/\b(?:if|unless|in case|in which case|otherwise)\b/i)
const PATH = /[/.\w-]nvm\b|\bnvm[/.\w-]/i

export type Retraction = "withdraws" | "answers-self"

/** What a later sentence of the asker does to their own question, with what they say after it; undefined where it does nothing. */
export function retractionIn(
  text: string,
  rest: () => string,
  { followsOwn }: { readonly followsOwn: boolean } = { followsOwn: false },
): Retraction | undefined {
  const isFound = FOUND_OUT.test(text) || (followsOwn && NOISE.test(text))
  if (isFound && !text.endsWith("?"))
    return AFTER_COLON.test(text) || isTelling(`${text} ${rest()}`) ? "answers-self" : "withdraws"
  if (CONDITION.test(text) || PATH.test(text)) return undefined
  if (!TAKEN_BACK.some((pattern) => pattern.test(text))) return undefined
  return isTelling(`${afterRetraction(text)} ${rest()}`) ? "answers-self" : "withdraws"
}

/** Whether a turn does nothing but take a question back. */
export function isMereRetraction(text: string): boolean {
  return (
    /^(?:n(?:ever ?)?m(?:ind)?|nvm|found it|figured it out)\b/i.test(text) && retractionIn(text, () => "") !== undefined
  )
}

function afterRetraction(text: string): string {
  return text.replace(NEVER_MIND, "").replace(LET_IT_GO, "")
}

/** "Answering myself: not yet." */
const AFTER_COLON = /^.{5,40}: \w+/

/** More than the retraction itself: it says what the answer is. */
function isTelling(text: string): boolean {
  return /\b(?:the answer|it(?:'s| is| was| does| doesn't| turns out)|turns out|because|is ['"]|I (?:see|think) (?:it|that|the)|you (?:have|need) to|had to|was (?:a|the|caused|missing)|I had|has to|not yet|by (?:setting|using|adding))/i.test(
    text,
  )
}

const THANKS = quick(
  /^(?:\W*(?:ah|oh|ok|okay|great|cool|perfect|awesome|got it|yes|alright|right|nice|wow|sweet),?!? )*(?:thanks?|thank you|thx|ty|cheers|that (?:worked|did it|helps?|works|fixed it|was it|solved it)|it work(?:s|ed)|works now|makes sense|got it|i see|perfect|great|awesome|understood)\b/i,
)

/** Words by which an asker takes what was said before as the answer. */
export function acceptsAnswer(text: string): boolean {
  return (
    THANKS.test(text) &&
    !/\?\W*$/.test(text) &&
    !/\bthanks?(?: you)? (?:in advance|for (?:any|your) help\W*$)|\bbut (?:it|that|this|still|I)\b/i.test(text)
  )
}

const PING = quick(
  /^(?:\W*(?:hi|hello|hey)[^,]{0,30}, ?)?(?:\W*(?:gentle |friendly |polite |kind )?(?:ping|bump|bumping (?:this|it|the)|reminder)\b|any (?:news|progress|update|updates|feedback|comments?|thoughts) ?(?:on (?:this|that|it)|here|with that|about (?:this|that))?\W*\?|(?:did|have) (?:you|anyone|anybody) (?:have|had|get|gotten) (?:a )?(?:chance|time|look)|did you (?:get (?:around|round) to|manage to)|still waiting|is there any progress)/i,
)

/** "Still no answer on the index": what was said before did not answer. */
const SAYS_UNANSWERED = quick(
  /\b(?:(?:without (?:an?|any)|still (?:no|without(?: an?)?)|no) (?:answer|repl(?:y|ies)|response)s?(?: yet)? (?:on|to|about|for|regarding)|(?:nobody|no one) (?:has |have )?(?:yet )?(?:answered|replied|responded)|I(?:'m| am) still waiting (?:for|on)|(?:haven't|have not|didn't|did not|never) (?:yet )?(?:got|gotten|get|received?|had|seen?|heard) (?:an? |any )(?:answer|reply|response))\b(?! to (?:my|the|your|this) (?:last )?(?:mail|email|message|post)\b)/i,
)

/** A reminder: it asks nothing new and dates the wait anew. */
export function isPing(text: string): boolean {
  return PING.test(text) || SAYS_UNANSWERED.test(text)
}
