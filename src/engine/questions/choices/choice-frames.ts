import { beginsAct, shapeOf } from "./option-shape.ts"

export const AUXILIARY =
  "(?:is|are|am|was|were|do|does|did|has|have|had|should|shall|can|could|will|would|must|may|might)(?:n't)?"
export const PRONOUN = "(?:it|we|i|you(?: guys| folks| all)?|they|this|that|these|those|he|she|there|one)"
export const OPENS = new RegExp(`^(?:\\W*(?:and|but|so|or|also|then|well|hi|hey|ok|btw|now),? ){0,2}${AUXILIARY} `, "i")
export const WH =
  /^(?:\W*(?:and|but|so|or|also|then|well|ok|hi|hey),? ){0,2}(?:in |on |for |at |to |by |with )?(?:what|which|who|whom|whose|where|when|why|how)(?:'s|'re)?\b(?! (?:about|not)\b)/i

const SUBJECT = `(?:${PRONOUN}|people|(?:the|an?|our|my|your|these|those|all) (?:\\S+ ){0,2}?\\S+)`
const ADVERBS = "(?: (?:really|just|rather|now|also|better|then|either|always|actually|still|maybe|only|more))*"
/** "Whether we should", "whether you would like us to": between who acts and what they do. */
const WHOSE =
  "(?:(?:we|i|you|it|this|that|they)(?:'d)?|(?:the|an?|our|my|your|this|that|these|those|all)(?: \\S+){1,4}?(?= (?:should|shall|must|ought|can|could|would|is|are|needs?|wants?) ))"
const WISHES =
  "(?: (?:should|shall|must|had better|ought to|can|could|would|want|need|prefer|rather|like|me|us|to)){0,4}"
/** In front of an act: "should we", "would you rather", "whether to". */
const BEFORE_ACT = new RegExp(
  `(?<=^|[\\s,])(?:(?:should|shall|do|did|would|could|can|will|must)(?:n't)? (?:it|we|i|you|they|this|that|one|the \\S+)${ADVERBS}(?: (?:like|want|prefer|need|have|going|better|suggest|propose|plan))?(?: (?:me|us|them))?(?: to)?|if (?:we|i|it|this|that|they|the \\S+) (?:should|shall|must|had better|ought to)${ADVERBS}|whether ${WHOSE}${WISHES}${ADVERBS}|(?:are|were) (?:we|you|they) (?:going|trying|planning) to|(?:whether|either|prefer|rather|better|best|easier|nicer|cleaner|safer|simpler)(?: for (?:us|me|you))?(?: to)?|want me to|what about|how about)\\s+`,
  "gi",
)
/** In front of a thing: the same, with a verb that does not tell the options apart. */
const BEFORE_THING = new RegExp(
  `(?<=^|[\\s,])(?:(?:should|shall|do|did|would|could|can|will|must)(?:n't)? ${SUBJECT}${ADVERBS}(?: (?:be|use|prefer|like|want|rather|have|go with|go for|take|mean|say|return|become|stay|keep|pick|choose|call it|name it|make it))+(?: (?:me|us) to (?:use|take))?${ADVERBS}|(?:is|are|was|were)(?:n't)? (?:it|this|that|they|these|those|he|she|we|you)${ADVERBS}(?: (?:better|using))?|between|either|prefer|prefers|closer to|what about|how about|in favou?r of|if (?:we|i|it|this|that|they|the \\S+) (?:should|shall|must) (?:be|use|go with|go for|take|have|prefer)|whether ${WHOSE}${WISHES}(?: (?:be|use|go with|go for|take|have|prefer|want|need|keep))+|(?:whether|if) (?:it|this|that|they|these)(?:'s| is| are| was| were)|(?:preferences?|thoughts|opinions?|views?|votes?) (?:for|between|on|about)(?: using)?|(?:better|best|easier|nicer|cleaner|safer|simpler|happier|sense) (?:to (?:use|have|take|go with|go for|return)|with)|\\S+ =)\\s+`,
  "gi",
)

/** Where the left option begins: behind what asks, or where it runs parallel to the right one. */
export function startOf(left: string, right: string): number | undefined {
  const shape = shapeOf(right)
  if (shape === "act") return actStart(left)
  if (shape === "to" || shape === "place" || shape === "doing") {
    const start = parallelStart(left, right, shape) ?? (shape === "place" ? lastPlace(left) : undefined)
    if (start !== undefined) return start
  }
  if (shape === "to" || shape === "question" || shape === "clause") return undefined
  return thingStart(left, right)
}

export const MOST_LEFT = 16

function actStart(left: string): number | undefined {
  const from = lastEnd(left, BEFORE_ACT)
  if (from === undefined) return beginsAct(left) ? 0 : undefined
  const words = wordsIn(left.slice(from))
  return words > 0 && words <= MOST_LEFT ? from : undefined
}

function thingStart(left: string, right: string): number | undefined {
  const [word = ""] = right.split(" ", 1)
  const repeated = word.length >= LONG && right !== word ? parallelStart(left, right, "place") : undefined
  if (repeated !== undefined) return repeated
  const from = lastEnd(left, BEFORE_THING)
  if (from === undefined) return unaskedStart(left, right)
  const rest = left.slice(from)
  return isThingIn(rest, right) ? from + prepositionIn(rest) : sameHead(left, right)
}

/** "In the header or the body": where only the first has the preposition, it goes for both. */
function prepositionIn(rest: string): number {
  return (
    /^(?:(?:it|them|this|that) )?(?:in|on|at|by|for|with|from|under|via|into|inside|between) (?=\S)/i.exec(rest)?.[0]
      .length ?? 0
  )
}

function unaskedStart(left: string, right: string): number | undefined {
  if (isFragment(left) || (DETERMINER.test(right) && sharesHead(left, right))) return 0
  return isToDecide(left) || OPENS.test(left) ? sameHead(left, right) : undefined
}

/** "Built with gcc or clang", "sent weekly or monthly": what was done to both is no part of either. */
const SHARES = /^\w{2,}(?:ing|ed|en|t) (?:(?:with|for|by|in|on|at|about|to|from|of|as|into) |\w+ly$)/i

// A word that is repeated shows where two things run parallel, if it is not one that stands everywhere.
const LONG = 4
// Of two things the first may be said in so many words more than the second.
const MOST_MORE = 6

function isThingIn(rest: string, right: string): boolean {
  if (rest === "" || wordsIn(rest) > wordsIn(right) + MOST_MORE || SHARES.test(rest)) return false
  return !/^(?:to|that|whether|not)\b|\b(?:if|because|whether)\b/i.test(rest) && !beginsAct(rest)
}

/** Both begin with the same two words: "the one that …, or the one that …". */
function sharesHead(left: string, right: string): boolean {
  const head = (text: string): string => text.toLowerCase().split(" ", 2).join(" ")
  return head(left) === head(right)
}

/** Without a verb that asks: "Brass" of "Brass or steel for the hinges?". */
export const FINITE =
  /\b(?:is|are|am|was|were|do|does|did|has|have|had|should|shall|can|could|will|would|must|may|might|i|we|you|they|he|she|there|\w+n't|it's|that's|see|know|think|please|let)\b/i
const FEW = 8

export function isFragment(left: string): boolean {
  return (
    left !== "" &&
    wordsIn(left) <= FEW &&
    !FINITE.test(left) &&
    !WH.test(left) &&
    !/^(?:any|please|no|yes)\b|\b(?:to|better|best)\b/i.test(left)
  )
}

const DETERMINER = /^(?:the|an?|this|that|these|those|my|your|our|their|its|one|all|some|another|both|no) /i

/** "… paint the door or the frame": the last words of the left that begin as the right does. */
function sameHead(left: string, right: string): number | undefined {
  const determiner = DETERMINER.exec(right)?.[0].toLowerCase()
  if (determiner === undefined) return lone(left, right)
  const same = lastWord(left, determiner)
  const from = same < 0 ? Math.max(...ARTICLES.map((article) => lastWord(left, article))) : same
  if (from < 0) return undefined
  const tail = left.slice(from)
  return wordsIn(tail) <= wordsIn(right) + 2 && !FINITE.test(tail) ? from : undefined
}

const ARTICLES = ["the ", "a ", "an ", "my ", "your ", "our ", "their "]

function lastWord(text: string, word: string): number {
  return ` ${text.toLowerCase()}`.lastIndexOf(` ${word}`)
}

/** Two names, figures or words of one ending, each by itself: "in lib/ or src/", "weekly or monthly". */
function lone(left: string, right: string): number | undefined {
  const last = left.split(" ").at(-1) ?? ""
  const isPair =
    (NAME.test(last) && NAME.test(right)) || (/^[a-z-]{4,}$/.test(right) && last.slice(-2) === right.slice(-2))
  return isPair && last !== left ? left.length - last.length : undefined
}

const NAME = /^(?=\S*[\d_./()A-Z-])\S+$/

/** "by bus or by train", "to keep it or to drop it", "caching it or computing it": the last place where the left begins alike. */
function parallelStart(left: string, right: string, shape: "to" | "place" | "doing"): number | undefined {
  const first = right.split(" ", 1)[0]?.toLowerCase() ?? ""
  const starts = [...left.matchAll(/(?:^|[\s,])(?=(?<word>[\w-]+) )/g)].map((match) => ({
    at: match.index + match[0].length,
    word: match.groups?.["word"]?.toLowerCase() ?? "",
  }))
  const found = starts.findLast(({ at, word }) =>
    shape === "doing"
      ? shapeOf(left.slice(at)) === "doing"
      : word === first &&
        (shape !== "to" || (shapeOf(left.slice(at + 3)) !== "place" && shapeOf(left.slice(at)) === "to")),
  )
  return found !== undefined && wordsIn(left.slice(found.at)) <= wordsIn(right) + MOST_MORE ? found.at : undefined
}

const PLACE_AT_END =
  /(?:^|\s)(?<place>(?:in|on|at|by|with|as|under|over|via|through|after|before|during|within|without|into|inside|outside|from|for)(?: [^\s,]+){1,5})$/i

/** "In the shed or under the roof": the last words of the left where they tell a place of their own. */
function lastPlace(left: string): number | undefined {
  return isToDecide(left) || OPENS.test(left) ? placeAtEnd(left) : undefined
}

function placeAtEnd(left: string): number | undefined {
  const place = PLACE_AT_END.exec(left)?.groups?.["place"]
  if (place === undefined || FINITE.test(place)) return undefined
  const inner = placeAtEnd(place.slice(place.indexOf(" ") + 1))
  return left.length - place.length + (inner === undefined ? 0 : place.indexOf(" ") + 1 + inner)
}

const DECIDES =
  /\b(?:should(?:n't)?|shall|prefer|rather|better|best|choose|whether|(?:do|can) (?:we|i)\b|would you\b|do you (?:want|like)|which|about)/i

function isToDecide(left: string): boolean {
  return DECIDES.test(left)
}

function lastEnd(text: string, pattern: RegExp): number | undefined {
  let end: number | undefined
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

export function wordsIn(text: string): number {
  return text.split(" ").filter((word) => word !== "").length
}
