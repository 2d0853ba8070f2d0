import { quick } from "../patterns/quick-pattern.ts"

/** What may stand before the verb of a sentence that says it is in: "LGTM, patches 1 and 2 applied". */
const OPENERS = String.raw`(?:(?:ok|okay|lgtm|thanks|thank you|great|both|all|whole|the|series|patch(?:es)?|commits?|now|and|so|great work|looks good|acked|reviewed|tested|i(?:'ve| have)?|(?:this|it|they|these) (?:is|are) now|this|it|has|have|been|was|just|finally|with that|hence|alright|#?\d+(?:[/-]\d+)?)[\s,.;:!-]+){0,8}`
const TREE = String.raw`(?:[\w./-]+ )?(?:tree|queue|[\w./-]*next|mainline|master|main|trunk|fixes)\b`

const DONE = new RegExp(
  `^${OPENERS}(?:applied|queued|pushed|merged|committed|pulled|picked(?: this| it| them)? up|landed|taken(?! (?:a|care|note|from|off|out|over)\\b)|accepted|released|deployed|shipped|took (?:it|this|them|these|both)(?= (?:for|to|into|via)\\b|\\W*$|[,.;!])|added to (?:my|the) ${TREE})\\b(?!-)`,
  "i",
)
/** "Queueing for 7.2.", "Merging now." */
const DOING = new RegExp(
  `^${OPENERS}(?:que?ue?ing|applying|merging|pushing|committing)(?: (?:this|it|them|these))?(?: up)? (?:now|for|to)\\b`,
  "i",
)
const IN_TREE = new RegExp(
  `^${OPENERS}(?:(?:it's |it is )?in my |(?:it's |it is )?(?:now )?(?<=now )in (?:my |the )?)${TREE}`,
  "i",
)
/** "I pushed for it", "picked on": fought for, no deed. */
const DONE_BY_ME =
  /\bi(?:'ve| have| just|'m| am)?(?: now| just| also| already| gone ahead and| went ahead and)* (?:applied|applying (?:it|this|them|these)|queued|pushed|merged|committed|pulled (?:it|this|them|these)|picked (?:this|it|them|the \w+|these) up|picked up (?:this|it|them|the \w+|these)|picking this up|landed|squashed)\b(?! (?:for(?! (?:v?\d|next|now|this|linux|\w+-next))|back|through|myself|hard|harder|on(?! top)|around|against)\b)/i

/** "Will apply" is a commitment, "can you apply" a request, "not applied" nothing: what stands in the verb's own clause, up to it. */
const NOT_DONE =
  /\b(?:if|once|unless|when|after|before|since|could|would|can|please|not|never|\w+n't|already been|should|thought|whether)\b/i
const NOT_YET = /^(?: [\w.-]+){0,3} (?:if|once|unless)\b/i
const ASKED = /^(?:has|have|was|were|is|are|did|do|any)\b.*\?|^[^,;]*\?["')]*$/i

/** What is pushed anew, what its author still wanted in, and remarks that are taken over, leave the patch where it is. */
const OF_ONES_OWN =
  /^ (?:the )?(?:last|rest|remainder) of\b|^ my (?!patch|series)|^ (?:(?:all|most|some|both) )?(?:of )?(?:(?:your|the|these|those|that|his|her|their|a|an|my|\w+'s) )?(?:\w+ )?(?:suggest\w*|comments?|feedback|review|remarks?|nits?|tags?|acks?|trailers?|edits?|(?:new|updated|fixed|second|third) \w+|v\d+|fix-?ups?|branch)\b/i

/** A tester's word: the patch was put on something to see what it does. */
const TRIED =
  /\b(?:cleanly|locally|for testing|for a (?:test|try)|to (?:test|try))\b|\bon top of\b(?!.*\bthank)|\b(?:to|into|in|on|against) (?:(?:my|our|the|a|an) )?(?:\w+ ){0,2}(?:local|private|personal|vendor|product|downstream|internal|board|machine|laptop|box|device|hardware|ci)\b|^[^.,]{0,40}\bhere\b(?! ?:)|(?:\b(?:and|but)|,) (?:still\b|(?:now )?(?:it|this|that|the [\w -]{1,30}|everything|all|i) (?:now |all |can |still |no longer )?(?:builds?|boots?|works?|crash\w*|fails?|passes|hangs?|confirm|see|is gone|are gone)\b|(?:builds?|boots?|works?)\b)/i

/** "Taken together it shows", "merged with the other list they tell more": the participle opens an argument. */
const ARGUES =
  /^ (?:together|apart|alone|literally|seriously|individually|separately|as (?:a|an|is|such|one|they|it)\b|on (?:its|their)\b|at (?:face|its|their)\b|in (?:isolation|itself|themselves|context|turn|combination)\b|by (?:itself|themselves)\b|with (?:the|these|those|all|other|what)\b|[^,.;:!(]{0,60}\b(?:(?:it|he|she) (?:\w+ly )?(?!as\b)\w+s|(?:they|we|you) (?:\w+ly )?(?:are|were|have|do|can|could|will|would|should|may|might|must))\b)/i

/** Every one of them holds such a word, and most sentences hold none. */
const MAY_BE_DONE = quick(
  /\b(?:applied|applying|queued|queueing|queuing|pushed|pushing|merged|merging|committed|committing|pulled|picked|picking|landed|taken|accepted|released|deployed|shipped|took|added|squashed|now|tree|queue)\b/i,
)

/** Whether a sentence says that a thing is in: done by whoever says it, and for good. */
export function isDone(sentence: string): boolean {
  if (!MAY_BE_DONE.test(sentence)) return false
  const verb = DONE.exec(sentence) ?? DOING.exec(sentence) ?? IN_TREE.exec(sentence) ?? DONE_BY_ME.exec(sentence)
  if (verb === null || ASKED.test(sentence)) return false
  const end = verb.index + verb[0].length
  const clause = sentence.slice(0, end).split(CLAUSE_END).at(-1) ?? ""
  const rest = sentence.slice(end)
  if (PARTICIPLE.test(verb[0]) && ARGUES.test(rest)) return false
  return !NOT_DONE.test(clause) && !isOther(rest)
}

/** What follows the verb makes it another matter, or a case. */
function isOther(rest: string): boolean {
  return NOT_YET.test(rest) || OF_ONES_OWN.test(rest) || TRIED.test(rest)
}

const PARTICIPLE = /^\w+$/
const CLAUSE_END = /[,;:] |\bbut\b/
