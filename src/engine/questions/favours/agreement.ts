import type { ReadMessage } from "../../read-message.ts"
import { quoteLetters } from "../words/bare-letters.ts"
import { isSubstance, withoutAddress } from "../answers/reply-verdict.ts"

/** That somebody agrees, or does not, with what somebody else said, and names no option. */
export interface Agreement {
  /** Verbatim. */
  readonly text: string
  readonly agrees: boolean
  /** Whom they call by name. */
  readonly name: string | undefined
  /** Letters of the quote above it; undefined where there is none. */
  readonly quote: string | undefined
}

const LEAD =
  "(?:\\W*(?:ok|okay|yes|yeah|yep|hmm+|oh|ah|right|true|fair enough|fair point|good point|well|sure|fine|thanks|alright|still|and|so|then|also|cool|great),?\\W*){0,3}"
const NAME = "(?<name>@?[\\p{L}][\\p{L}-]{1,20})"
/** Whose word it is that somebody goes along with. */
const WITH_NAMED = [
  `i(?:'m| am) with ${NAME}`,
  `(?:i )?(?:(?:fully|totally|strongly|also|tend to) ){0,2}agree with ${NAME}`,
  `what ${NAME} (?:said|says|wrote)`,
  `same (?:\\w+ ){0,2}as ${NAME}`,
  `i(?:'d)? (?:like|prefer|vote for|go with) ${NAME}['’]s (?:\\w+ )?(?:approach|idea|suggestion|proposal|version|way|solution|argument)`,
  `${NAME} (?:has a (?:good )?point|is right|convinced me)`,
].map((words) => new RegExp(`^${LEAD}${words}\\b`, "iu"))
const AGREES = new RegExp(
  `^${LEAD}(?:agreed?|i (?:fully |totally |strongly |also |would )?agree|i concur|seconded|(?:i )?second (?:this|that)|\\+1|:\\+1:|👍|same (?:here|opinion|for me)|ditto|\\^+(?: ?this)?|this\\W*$|works for me|let['’]s do (?:that|it|so)|sounds (?:good|like a plan)|so be it|so do i|me too|i['’]?ll (?:use|take|go with|do) (?:that|it|this)(?: one| way)?|(?:will do|will change)|your (?:approach|suggestion|idea|proposal|way|version) (?:is|sounds|looks|would be) (?:\\w+ )?(?:better|simpler|cleaner|nicer|fine|good|easier|best)|(?:that|you) convince[sd]? me|fine (?:by|with) me|makes sense|you(?:['’]re| are) right|i(?:['’]d| would) (?:\\w+ )?(?:take|go with|vote for|prefer) (?:that|yours)|\\+1)\\b`,
  "iu",
)
const VOTE = /^\W*(?:\+1|:\+1:|👍|\^+)(?=\W|$)/iu
const MERE_YES =
  /^(?:\W*(?:ok|okay|yes|yeah|yep|yup|alright|fine|sure|right|true|deal|agreed)\b){1,3}\W*(?:then|thanks)?\W*$/i
const DISAGREES =
  /^(?:\W*(?:hmm+|well|no|sorry|but|ok|okay),?)?\W*(?:i (?:strongly |respectfully |have to |must )?disagree|disagreed?|i don't agree|i do not agree|-1)\b/i
/** What stands against it in the same breath. */
const BUT = /\bbut\b|\bhowever\b|\?\W*$/i

// Who agrees in passing and goes on for longer speaks of something else.
const MOST_SENTENCES = 4

/** What a short reply that names no option says to another's word, in the first sentence of a block. */
export function agreementIn({ sentences, message }: ReadMessage): Agreement | undefined {
  const said = sentences.filter(({ text }) => isSubstance(text))
  const heads = message.medium === "chat" ? said.slice(0, 1) : said.filter(({ isHead }, at) => isHead || at === 0)
  for (const { text, under, index } of heads) {
    const length = sentences.slice(index).filter((other) => other.under?.lastLine === under?.lastLine).length
    const found = length > MOST_SENTENCES ? undefined : agreementOf(withoutAddress(text), length)
    if (found !== undefined) return { ...found, text, quote: under && quoteLetters(under.text) }
  }
  return undefined
}

function agreementOf(text: string, length: number): Pick<Agreement, "agrees" | "name"> | undefined {
  if (BUT.test(text)) return undefined
  const named = WITH_NAMED.map((pattern) => pattern.exec(text)).find((found) => found !== null)
  const name = named?.groups?.["name"]?.replace(/^@/, "")
  if (DISAGREES.test(text)) return { agrees: false, name: undefined }
  if (name !== undefined) return { agrees: true, name: NOBODY.test(name) ? undefined : name }
  const agrees = AGREES.test(text) || VOTE.test(text) || (length < MOST_BESIDE_YES && MERE_YES.test(text))
  return agrees ? { agrees, name: undefined } : undefined
}

const NOBODY = /^(?:you|this|that|it|them|him|her|both|the)$/i
// "Ok." before more than this is only manners.
const MOST_BESIDE_YES = 3
