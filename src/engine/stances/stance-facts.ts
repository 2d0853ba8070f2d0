import type { Position } from "../../model/summary.ts"
import { isJudged } from "../language/detect-language.ts"
import { isSamePerson } from "../people/same-person.ts"
import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { answeredBy, answersRecommendation } from "./answered.ts"
import type { GivenTrailer } from "../trailers/find-trailers.ts"
import { findTrailers } from "../trailers/find-trailers.ts"
import { trailersInWords } from "../trailers/trailers-in-words.ts"
import { echoedIn } from "./chat-echoes.ts"
import { scoreOf } from "./features.ts"
import type { Judgement } from "./sentence/judge-sentence.ts"
import { judgeSentence, NO_STRENGTHS } from "./sentence/judge-sentence.ts"
import { withTurns } from "./sentence/turns.ts"
import type { ThreadMatter } from "./matter/matter.ts"
import { findMatter, isPatch } from "./matter/matter.ts"
import type { Asking, Settling } from "./matter/poll.ts"
import { inPoll, settling, settlingIn, voteIn } from "./matter/poll.ts"
import { opensThread } from "./matter/proposer.ts"
import type { Sides } from "./matter/sides.ts"
import { loudest, NO_SIDES, sidesOf } from "./matter/sides.ts"
import { isEcho, yesMeans, yesOrNo } from "./sentence/yes-no.ts"

/** A sentence that may say where its author stands. */
export interface Candidate {
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly sides: Sides
  /** How well the sentence states a position, whatever else its author wrote. */
  readonly score: number
}

/** What one message says of its author's stance, known from the message and its ancestors. */
export interface StanceFacts {
  readonly candidates: readonly Candidate[]
  readonly trailers: readonly GivenTrailer[]
  /** What the thread is about, told from the topmost message above. */
  readonly matter: ThreadMatter
  /** The option that it is for where the thread's first message put several to the others. */
  readonly votesFor?: string
  /** What the message as a whole comes to. */
  readonly position: Position
  readonly strength: number
}

/** Of a message that says nothing, or that is not read yet. */
export const NO_STANCE: StanceFacts = {
  candidates: [],
  trailers: [],
  matter: { kind: "talk" },
  position: "informs",
  strength: 0,
}

/** A message above, with what was found in it. */
export interface StanceAbove extends Pick<ReadMessage, "message" | "sentences"> {
  readonly stance: StanceFacts
  readonly parent: StanceAbove | undefined
  /** In a chat, what was said just before. */
  readonly previous: StanceAbove | undefined
}

/** A message of which it is still to be told where its author stands. */
interface BeingPlaced extends ReadMessage, StanceAbove, Asking, Settling {
  readonly message: ReadMessage["message"]
  readonly sentences: ReadMessage["sentences"]
  readonly parent: BeingPlaced | undefined
  readonly root: (ReadMessage & Asking) | undefined
  /** Of one in a language that is not judged the trailers alone are understood. */
  readonly language: string | undefined
  stance: StanceFacts
}

/** Tells it of messages, each after those that it answers: all go through one step before any goes through the next. */
export function tellStances(messages: readonly BeingPlaced[]): void {
  const judged = messages.map(judgedSentences)
  for (const [at, message] of messages.entries()) message.stance = stanceFacts(message, judged[at] ?? [])
}

/** A sentence of which it is not told yet which way it points. */
type Judged = Omit<Candidate, "sides">

function judgedSentences(read: BeingPlaced): readonly Judged[] {
  const isRoot = read.parent === undefined
  const said = (isJudged(read.language) ? read.sentences : []).filter(isSaying)
  const judgements = withTurns(said, said.map(judgeSentence))
  return said.flatMap((sentence, at) => {
    const judgement = judgements[at]
    if (judgement === undefined) return []
    return { sentence, judgement, score: scoreOf({ read, sentence, judgement, isRoot }) }
  })
}

function stanceFacts(read: BeingPlaced, judged: readonly Judged[]): StanceFacts {
  const { parent, previous } = read
  const matter = parent?.stance.matter ?? findMatter(read)
  const trailers = [...findTrailers(read.message, read.lines), ...trailersInWords(read.sentences)]
  const isCompeting = matter.kind !== "patch" && answersRecommendation(read, parent)
  const root = read.root ?? read
  const isProposer = opensThread(root) && isSamePerson(root.message.author, read.message.author)
  const { author, medium } = read.message
  const found = judged.map(({ sentence, judgement, score }): Candidate => {
    if (judgement.strengths === NO_STRENGTHS && sentence.index > 0)
      return { sentence, judgement, sides: NO_SIDES, score }
    const { answered, isAgreeingElsewhere } = answeredBy(read, sentence, parent)
    const isAsking = parent === undefined && opensThread(read)
    const isUnderPatch = sentence.isHead && standsUnderPatch(read, sentence)
    const context = {
      matter: matter.kind,
      isAsking,
      isProposer,
      isCompeting,
      answered,
      isAgreeingElsewhere,
      isUnderPatch,
    }
    const isBare = sentence.under !== undefined && medium === "mail" && BARE.test(sentence.text)
    const said = judgement.strengths === NO_STRENGTHS || isBare ? NO_SIDES : sidesOf(judgement, context)
    const echoed = medium === "chat" ? echoedIn(sentence.text, author, previous) : undefined
    if (echoed !== undefined) return { sentence, judgement, sides: { ...NO_SIDES, [echoed]: ANSWER_STRENGTH }, score }
    const sides =
      sentence.index === 0
        ? withAnswer(withEcho(said, { read, sentence, answered }), sentence, {
            parent,
            isPatch: matter.kind === "patch",
          })
        : said
    return { sentence, judgement, sides, score }
  })
  const vote = isPatch(root) ? undefined : voteIn(read, root)
  const settled = isPatch(root) || parent === undefined ? [] : settlingIn(read, root)
  const candidates = found.map((candidate) => {
    if (settled.includes(candidate.sentence)) return settling(candidate, ANSWER_STRENGTH)
    return vote === undefined ? candidate : inPoll(candidate, vote, ANSWER_STRENGTH)
  })
  return {
    candidates,
    trailers,
    matter,
    ...(vote !== undefined && { votesFor: vote.option }),
    ...wholeOf(candidates, trailers),
  }
}

/** One word under a quote answers the words that are quoted, whatever they are about. */
const BARE = /^(?:right|yes|yep|yeah|true|indeed|no|nope|correct)[.!]*$/i

function standsUnderPatch({ lines }: ReadMessage, { under }: OwnSentence): boolean {
  const above = under && lines[under.lastLine]?.content
  return above !== undefined && PATCH_LINE.test(above)
}

/** A line of a diff, not an item of a list. */
const PATCH_LINE = /^[+-](?:\t| {3,}\S|(?=\S).*[;{}()\\]\s*$)|^@@ -\d/

/** How loud a "yes" or "no" is that answers a question for consent or for objections. */
const ANSWER_STRENGTH = 2.4

function withAnswer(
  sides: Sides,
  first: OwnSentence,
  { parent, isPatch }: { readonly parent: StanceAbove | undefined; readonly isPatch: boolean },
): Sides {
  const answer = yesOrNo(first)
  const means = answer === undefined || parent === undefined ? undefined : yesMeans(parent.sentences, { isPatch })
  if (means === undefined) return sides
  const [side, other] = (answer === "yes") === (means === "supports") ? FOR_AND_AGAINST : AGAINST_AND_FOR
  return { ...sides, [side]: Math.max(sides[side], ANSWER_STRENGTH), [other]: 0 }
}

interface Echo {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly answered: Position | undefined
}

/** A vote on what is put to the vote is for it whomever it stands under; in mail a bare "+1" else joins the one it answers. */
function withEcho(sides: Sides, { read, sentence, answered }: Echo): Sides {
  const isJoining = answered === "opposes" || answered === "prefers-alternative"
  if (!isJoining || !isEcho(sentence) || read.message.medium === "chat" || VOTE.test(read.message.subject)) return sides
  return { ...sides, supports: 0, [answered]: sides.supports }
}

const VOTE = /\b(?:vote|poll)\b/i

const FOR_AND_AGAINST = ["supports", "opposes"] as const
const AGAINST_AND_FOR = ["opposes", "supports"] as const

/** A sentence of signs alone says nothing that could be shown; a trailer is read by itself, where it is given. */
function isSaying({ text }: OwnSentence): boolean {
  if (!/[\p{L}\p{N}]|^\^+$/u.test(text) || /^[\w-]{3,30}-by ?:/i.test(text)) return false
  return !isCourtesy(text) && !QUOTATION.test(text)
}

/** All of it in quotation marks: it is repeated here, whoever said it. */
const QUOTATION = /^["“][^"“”]{12,}["”][.,;]?$/u

/** Wishes at the end, who is added to the list, a link alone: nobody stands anywhere by them. */
function isCourtesy(text: string): boolean {
  return text.length < LONGEST_COURTESY && COURTESY.test(text)
}

const LONGEST_COURTESY = 120
const COURTESY =
  /^(?:(?:many )?thanks?(?: you)?[,.!]*$|\W{0,2}sni+p\w*\W{0,3}$|(?:i )?hope (?:that )?(?:you|all of you|everybody|this note|this mail|your week)(?: all)?(?: \w+)? (?:had|have|are|enjoyed|finds?|is|was)\b|(?:i |just )?hop(?:e|ing) (?:that )?(?:this|it|that) (?:helps|is (?:of )?(?:some )?help)\b|\+ ?(?:cc\b|\S+@|[\w-]+ (?:mailing )?list\b)|(?:added?|adding) [\w .@-]+ (?:to|on|in) (?:the )?cc\b|<?https?:\/\/\S+$)/i

/** Sentences that state a position well count for more, the best one in full. */
export function wholeOf(
  candidates: readonly Candidate[],
  trailers: readonly GivenTrailer[],
): { readonly position: Position; readonly strength: number } {
  const trailer = trailers.findLast((entry) => entry.verdict !== "none")
  if (trailer?.verdict === "opposes") return { position: "opposes", strength: 3 }
  if (trailer?.verdict === "supports")
    return { position: trailer.isConditional ? "supports-with-changes" : "supports", strength: 3 }
  const best = Math.max(...candidates.filter(isTheirOwn).map(({ score }) => score))
  if (best === -Infinity) return { position: "informs", strength: 0 }
  const whole: Record<Position, number> = { ...NO_SIDES }
  const speaking = candidates.flatMap((candidate) => speakingIn(candidate, best) ?? [])
  for (const position of POSITIONS_SPOKEN) whole[position] = saidFor(position, speaking)
  return loudest(whole)
}

/** A sentence that speaks this plainly says where its author stands; anything less is read from what they argue. */
export const EXPLICIT_STRENGTH = 2.4
// Whoever says so is heard, however badly the sentence would do as the one that is shown.
const PLAINLY_SAID = 0.5

interface Speaking {
  readonly sides: Sides
  readonly share: number
}

/** What a sentence says for any side, beside the one that would show best. */
function speakingIn({ sides, score }: Candidate, best: number): Speaking | undefined {
  const strength = sides === NO_SIDES ? 0 : loudest(sides).strength
  if (strength === 0) return undefined
  return { sides, share: Math.max(Math.exp(score - best), strength >= EXPLICIT_STRENGTH ? PLAINLY_SAID : 0) }
}

/** The three sentences that say most to one end, the second and third for less. */
function saidFor(position: Position, speaking: readonly Speaking[]): number {
  let [most, second, third] = [0, 0, 0]
  for (const { sides, share } of speaking) {
    const said = sides[position] * share
    if (said > most) [most, second, third] = [said, most, second]
    else if (said > second) [second, third] = [said, second]
    else if (said > third) third = said
  }
  return most + second * SECOND + third * THIRD
}

/** An agreement that says nothing here (it is with somebody elsewhere) does not drown the sentences that do. */
function isTheirOwn({ judgement, sides }: Candidate): boolean {
  return judgement.strengths.agree < 2 || loudest(sides).strength > 0
}

/** What the second and third sentence to the same end add to the first. */
const SECOND = 0.4
const THIRD = 0.2
const POSITIONS_SPOKEN = ["supports", "supports-with-changes", "opposes", "prefers-alternative", "undecided"] as const
