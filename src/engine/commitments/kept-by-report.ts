import type { OwnSentence } from "../read-message.ts"
import { quick } from "../patterns/quick-pattern.ts"
import type { TellingWords } from "../words/telling-words.ts"
import { tellingWords } from "../words/telling-words.ts"

/** "Gate repainted in green", "now I've found the leak": what somebody tells of as done, in other words than "done". */
export interface Report {
  readonly text: string
  /** The verb, as it is told of. */
  readonly did: string
  /** It says that it has just come about: then another verb may keep the promise of the same thing. */
  readonly isJustNow: boolean
  readonly words: TellingWords
}

const BY_ME = quick(
  /\b(?<now>(?:and )?now )?i(?:'ve| have) (?<just>(?:(?:now|just|finally|also|already) )*)(?<did>[a-z]+)\b|\bi (?<lately>(?:just|finally|now|also) )+(?<past>[a-z]+(?:ed|t|ut|ote|ade))\b/i,
)
/** The thing stands first: "OK - licence changed", "the gate is repainted now". */
const THING_FIRST = quick(
  /^(?:(?:ok(?:ay)?|done|so|and|now|just|fyi)[\s,.:;!–-]+){0,3}(?:the |my )?(?:[\w/.-]+ ){1,4}?(?:(?:is|are|has been|have been) )?(?:now )?(?<did>[a-z]+ed|sent|done|made|written|built|put|bought|found)\b(?! (?:by|me|us|him|her|them|you)\b)/i,
)

/** What a message tells of as done. */
export function reportsIn(sentences: readonly OwnSentence[]): readonly Report[] {
  return sentences.flatMap(({ text }) => {
    const short = text.slice(0, 200)
    const groups = (BY_ME.exec(short) ?? THING_FIRST.exec(short))?.groups
    const did = groups?.["did"] ?? groups?.["past"]
    if (groups === undefined || did === undefined || NOT_YET.test(short)) return []
    const isJustNow = groups["now"] !== undefined || /now|just|finally/i.test(`${groups["just"]} ${groups["lately"]}`)
    return [{ text, did: did.toLowerCase(), isJustNow, words: thingsIn(short) }]
  })
}

const NOT_YET = /\?["')]*$|\b(?:if|not|never|\w+n't|should|once|unless)\b/i

/** Whether a report tells of what was promised: the same verb of the same thing, or what was to come of it, just now. */
export function keeps({ did, isJustNow, words }: Report, promise: string): boolean {
  const verb = PROMISED_VERB.exec(promise)?.groups?.["verb"]?.toLowerCase()
  if (verb === undefined) return false
  const isSameVerb = isPastOf(did, verb)
  if (!isSameVerb && !(isJustNow && BRINGS.has(did))) return false
  const verbs = tellingWords(`${verb} ${did}`)
  for (const word of thingsIn(promise)) if (words.has(word) && !verbs.has(word)) return true
  return false
}

const PROMISED_VERB =
  /\b(?:i(?:'ll| will|'m going to| am going to| plan to| intend to| can)|^will|[,.!] will|let me)(?: (?:just|also|then|first|try to|try and|now|go ahead and|probably|still))* (?<verb>[a-z-]+)/i
const BRINGS = new Set(
  "found fixed sent posted pushed made written put opened filed uploaded committed built done".split(" "),
)

function isPastOf(did: string, verb: string): boolean {
  const irregular = PAST[verb]
  if (irregular !== undefined) return irregular.includes(did)
  const stem = verb.replace(/[ey]$/, "")
  return did.startsWith(stem) && did.endsWith("ed") && did.length <= verb.length + 3
}

const PAST: Readonly<Record<string, readonly string[]>> = {
  send: ["sent"],
  resend: ["resent"],
  make: ["made"],
  write: ["wrote", "written"],
  rewrite: ["rewrote", "rewritten"],
  put: ["put"],
  split: ["split"],
  take: ["took", "taken"],
  find: ["found"],
  build: ["built"],
  buy: ["bought"],
  bring: ["brought"],
  give: ["gave", "given"],
  do: ["did", "done"],
  get: ["got"],
  run: ["ran", "run"],
}

/** The words that may name what was promised: when it comes names nothing. */
function thingsIn(text: string): TellingWords {
  return tellingWords(text.replace(WHEN, ""))
}

const WHEN = /\b(?:today|tomorrow|tonight|soon|later|again|now|first|last|next|other|days?|weeks?|months?)\b/gi
