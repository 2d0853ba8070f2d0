import { quick } from "../patterns/quick-pattern.ts"

const OPENERS = String.raw`(?:(?:ok|okay|so|now|and|sorry|thanks|thank you|right|hence|then|just|alright|thanks for (?:(?:the|your) )?\w+)[\s,.;:!-]+){0,5}`
const TAKEN_OUT = String.raw`(?:reverted|dropped|backed (?:(?:it|this|them|that) )?out|withdrawn|un-?applied)`
const TAKING_OUT = String.raw`(?:reverting|dropping|backing (?:(?:it|this|them|that) )?out|withdrawing|un-?applying)`
const TAKE_OUT = String.raw`(?:revert|drop|back (?:(?:it|this|them|that) )?out|withdraw|un-?apply)`
const NAMED = String.raw`(?:the|this|these|my|your|that) (?:whole |entire )?(?:patch(?:es)?|series|commits?|changes?|pull request|proposal|request)`
const FROM_TREE = String.raw`(?:(?:it|this|them|these|that|both|${NAMED}) )?(?:again )?from (?:(?:my|the|our) )?(?:[\w./-]+ )?(?:tree|queue|[\w./-]*next|mainline|master|main|trunk|fixes|branch)`
/** "Dropped the braces" takes out a detail: the patch, or it, has to be what is taken out, or nothing is named. */
const IT = String.raw`(?:it|this|that|them|these|both)(?=\W*$|[,.;:!(]| (?:from|for|in|now|then|again|until|because|due|as|since)\b)`
const NOTHING_ELSE = String.raw`(?=\W*$|[,.;:!(]| (?:again|now|for now|for the moment|until|due|because|since|as|then|in [0-9a-f]{6,})\b)`

const WHAT = `(?:${FROM_TREE}|${NAMED}|${IT})`
const OPENING = new RegExp(
  `^${OPENERS}(?:(?:${TAKEN_OUT}|${TAKING_OUT})(?:${NOTHING_ELSE}| ${WHAT})|remov(?:ed|ing) ${FROM_TREE})`,
  "i",
)
const BY_ME = new RegExp(
  `\\b(?:i(?:'ve| have|'m| am)?|let's)(?: now| just| had to| have to| also| already| therefore)* (?:(?:${TAKEN_OUT}|${TAKING_OUT}|${TAKE_OUT})(?: ${WHAT}|(?<=out)${NOTHING_ELSE})|remov(?:ed|ing|e) ${FROM_TREE})|\\b(?:pushed|applied|queued|committed|merged) (?:a|the) revert\\b`,
  "i",
)
const PASSIVE = new RegExp(
  `^${OPENERS}(?:it|this|they|${NAMED})(?: is| was| are| were| has been| have been|'s been)(?: now| just)? (?:${TAKEN_OUT}(?:${NOTHING_ELSE}|(?: again)? (?:from|in) )|removed ${FROM_TREE})`,
  "i",
)
const WILL = new RegExp(
  `(?:\\bi(?:'ll| will)|^${OPENERS}will)(?: now| just| have to| then)* (?:${TAKE_OUT} ${WHAT}|remove ${FROM_TREE})`,
  "i",
)

const NOT_DONE =
  /\b(?:if|once|unless|when|after|before|could|would|can|please|not|never|(?!let's)\w+n't|should|whether)\b/i
/** What the next version will leave out is promised, not taken out again. */
const NEXT_VERSION = /\b(?:new|next) (?:version|revision|iteration|spin|series)\b|\bv\d+\b/i
const IN_NEXT_VERSION =
  /\b(?:in|from|for|of) (?:the |my |a )?(?:(?:new|next) (?:version|revision|iteration|spin|series)|v\d+)\b/i
const WHOLE = new RegExp(
  `\\b${NAMED}\\b|\\bfrom (?:(?:my|the|our) )?(?:[\\w./-]+ )?(?:tree|queue|[\\w./-]*next|mainline|branch)\\b`,
  "i",
)

const NOT_PURSUED = quick(
  /\bi(?:'m| am) not (?:going to|gonna) (?:pursue|push|continue with|go on with) (?:it|this|that)\b|\bi (?:will not|won't) (?:pursue|push) (?:it|this|that)\b|\bi (?:hereby )?withdraw (?:it|this|that|my|the)\b|\bi(?:'m| am) (?:dropping|abandoning|giving up on) (?:this|the|my) (?:patch|series|idea|proposal|patchset|rfc)\b/i,
)

/** Whether its author gives up what they had put forward. */
export function isWithdrawal(sentence: string): boolean {
  return NOT_PURSUED.test(sentence) && !/\b(?:if|unless|before|until)\b|\?["')]*$/i.test(sentence)
}

/** Every one of them holds such a word, and most sentences hold none. */
const MAY_REVERSE = quick(
  /\b(?:revert|reverted|reverting|drop|dropped|dropping|back|backed|backing|withdraw|withdrawn|withdrawing|unapply|unapplied|unapplying|apply|applied|applying|remove|removed|removing)\b/i,
)

/** Whether a sentence says that something is taken out again, or withdrawn; and whether it names the whole of it. */
export function reversalIn(sentence: string): { readonly isWhole: boolean } | undefined {
  if (!MAY_REVERSE.test(sentence)) return undefined
  const will = WILL.exec(sentence)
  const verb = will ?? OPENING.exec(sentence) ?? BY_ME.exec(sentence) ?? PASSIVE.exec(sentence)
  if (verb === null || /^[^,;]*\?["')]*$/.test(sentence)) return undefined
  const clause =
    sentence
      .slice(0, verb.index + verb[0].length)
      .split(CLAUSE_END)
      .at(-1) ?? ""
  const isLater = (will === null ? IN_NEXT_VERSION : NEXT_VERSION).test(sentence)
  return NOT_DONE.test(clause) || isLater ? undefined : { isWhole: WHOLE.test(sentence) }
}

const CLAUSE_END = /[,;:] |\bbut\b/
