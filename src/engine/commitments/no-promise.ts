import { quick } from "../patterns/quick-pattern.ts"

/** "I will not", "if I will", "I can do X if you want", "I can send you X" offered, asked or put as a case: nothing is promised. */
const NO_PROMISE =
  /\?["')]*$|(?:n't|\bnot) (?:look|seem|think|sound|feel|believe|expect|mean)s?(?: like| that| as if)* i(?:'ll| will|'m going| am going)\b|\b(?:i(?:'ll| will) (?:not|never)|won't|i can't|i can(?:not| only| see| tell| imagine| think| \w+ you)\b|if you (?:want|like|think|prefer)|could|would)\b/i
/** What a mail announces it does in its next words, and what will happen by itself. */
const AT_ONCE = quick(
  /\b(?:(?:i|we)(?:'ll| will|'m going to| am going to)|let me) (?:(?:try to|now|just|briefly|also|first|only|quickly) )*(?:explain|rephrase|reword|repeat|try (?:again|once more)(?=\W*$)|describe|summari[sz]e|elaborate|answer|clarify|clear up|outline|illustrate|anticipate|ask (?:an?|some|one|two|a few)\b|shed (?:some |a little |more )?light\b|restate|say|tell|quote|note|point out|start (?:with|by|to (?:see|get|have|notice|feel|find|hit))|mention (?:that (?!in\b)|one|some|a few|here\b)|(?:add|begin|open|close|end|finish) (?:(?:to )?(?:this|that|it|here) )?by\b|add that (?:i|we|you|it|the|there|this|a|an)\b|(?:put|paste|attach|list|include|add|give|post)\b.{0,60}\b(?:bel+ow|inline|at the (?:end|bottom) of this)(?=\W*$|[,.;]))/i,
)
/** "If that is too slow, I can try to": offered, and it hangs on what others say. */
const OFFER = quick(
  /\b(?<!\bsee )(?:if|when|whenever|unless|should you)\b.{0,200}\bi can\b|\bi can\b.{0,200}\b(?:if|unless|should you)\b|\bi(?:'m| am|'d be| would be)(?: also| very| more than| quite)? (?:happy|glad|willing) to\b/i,
)
const LET_ME_KNOW = quick(/\blet me (?:know|see if you|be)\b/i)
/** "Perhaps I will move on", and what is said in jest. */
const PERHAPS = quick(
  /\b(?:perhaps|maybe|possibly|some ?day|one day|one of these days)\b,? (?:\w+ ){0,2}i(?:'ll| will)\b|\bi(?:'ll| will) (?:perhaps|maybe|possibly)\b|\bor (?:possibly|perhaps|maybe)\b.{0,80}[:;]-?[)D]\W*$/i,
)
/** "The version I'll send looks different" tells of the version; "in the next version I'll add …" promises. */
const RELATIVE = quick(
  /(?<!\b(?:in|for|with|at|by|on|after|before|during|since|until|till|of|from|to|as) )\b(?:the|a|an|this|that|these|those|my|any|every) (?:[\w-]+ ){0,2}(?!(?:thing|time|day|week|weekend|month|morning|afternoon|evening|moment|way)\b)[\w-]+ (?:that |which )?i(?:'ll| will) \w+ (?:(?!(?:that|which|what|if|so|because|and|but|to)\b)[\w'-]+ ){0,8}?(?:already |also |still )?(?:is|are|has|have|looks?|differs?|contains?|includes?|incorporates?|will|would|should|needs?|depends?|comes?|makes?|does)\b/i,
)

/** Whether a sentence promises nothing, whatever it says of what its author will do. */
export function isNoPromise(sentence: string): boolean {
  return (
    NO_PROMISE.test(sentence) ||
    OFFER.test(sentence) ||
    LET_ME_KNOW.test(sentence) ||
    AT_ONCE.test(sentence) ||
    PERHAPS.test(sentence) ||
    RELATIVE.test(sentence)
  )
}

/** Whether what it says hangs on what others want. */
export function isOffered(sentence: string): boolean {
  return OFFER.test(sentence)
}
