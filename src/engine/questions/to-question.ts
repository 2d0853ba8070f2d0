import type { Answer, ParticipantId, Question, QuestionStatus } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { OwnSentence } from "../read-message.ts"
import { addressees } from "./addressees/addressees.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { optionsOf } from "./choices/choice-halves.ts"
import { ANSWERED, givenAnswers } from "./answers/given-answers.ts"
import { handedTo } from "./answers/handed-on.ts"
import type { Deed, Track } from "./track.ts"
import { isSubstance, reportsFailure } from "./answers/reply-verdict.ts"
import { isSolved } from "../words/success-words.ts"
import { isSamePerson } from "../people/same-person.ts"
import { isReaction } from "./answers/type-fit.ts"
import { heardDeeds } from "./answers/whose-answers.ts"

/** What hardly asks is not told, whoever replied. */
const LEAST_WEIGHT = 0.2

/** A question as the summary shows it, from all that was said to it; undefined for what hardly asks. */
export function toQuestion(track: Track, thread: ThreadFacts): Question | undefined {
  const { asked, by, asker, deeds } = track
  if (asked.weight < LEAST_WEIGHT || isOtherHalf(track)) return undefined
  const answers = answersTo(track, thread)
  if (answers.length > 0 && isMereSuggestion(asked, deeds)) return undefined
  const options = optionsOf(track)
  return {
    id: asked.id,
    askedBy: asker,
    addressedTo: turnOf(track, thread),
    kind: options.length > 1 ? "choice" : asked.kind,
    options,
    status: statusOf(track, answers),
    statement: { messageId: asked.messageId, text: asked.text },
    answers,
    ...(by.message.sentAt === undefined ? {} : { askedAt: by.message.sentAt }),
  }
}

function answersTo(track: Track, thread: ThreadFacts): readonly Answer[] {
  if (isWithdrawn(track.deeds)) return []
  const asked = addressees(track, thread)
  const given = givenAnswers({ ...track, deeds: heardDeeds({ track, asked }, thread) }, asked)
  return given.length > 0 ? given : acceptedAnswer(track, thread)
}

function statusOf(track: Track, answers: readonly Answer[]): QuestionStatus {
  if (isWithdrawn(track.deeds)) return "withdrawn"
  const isSettled = answers.length > 0 || isAnsweredWithoutWords(track) || acceptedReplies(track).length > 0
  return isSettled ? "answered" : "open"
}

/** Who is expected to answer: those asked, until one of them hands it on or somebody takes it on. */
function turnOf({ asked, by, asker, deeds }: Track, thread: ThreadFacts): readonly ParticipantId[] {
  // What was to be looked at is gone: no one else can do anything.
  if (deeds.some(({ link }) => link.does === "asks-back" && reportsFailure(link.text))) return []
  const handed = handedTo(deeds, thread)
  return handed === undefined || handed === asker ? addressees({ asked, by }, thread) : [handed]
}

const YES_OR_NO: ReadonlySet<string> = new Set(
  "+1 -1 thumbsup thumbsdown 👍 👎 white_check_mark heavy_check_mark ballot_box_with_check ✅ ☑️ x ❌ no_entry_sign ok ok_hand 👌 100".split(
    " ",
  ),
)

/** A yes-no question that stands alone in its turn, with somebody else's thumb or tick on it. */
function isAnsweredWithoutWords({ asked, by }: Track): boolean {
  if (asked.kind !== "yes-no" || by.question.asked.length > 1) return false
  return by.message.reactions.some(
    ({ emoji, by: voters }) =>
      YES_OR_NO.has(emoji.replace(/::skin-tone-\d$/, "")) &&
      voters.some((voter) => voter.isBot !== true && !isSamePerson(voter, by.message.author)),
  )
}

/** A turn of its own in a chat that only ends the question before; in mail each half may be answered apart. */
function isOtherHalf({ by, alternativeTo }: Track): boolean {
  return alternativeTo !== undefined && alternativeTo.by !== by
}

/** Taken back before anybody answered. */
function isWithdrawn(deeds: readonly Deed[]): boolean {
  const at = deeds.findIndex(({ link }) => link.does === "withdraws")
  return at >= 0 && !deeds.slice(0, at).some(isAnswering)
}

function isAnswering({ link }: Deed): boolean {
  return (link.does === "answers" || link.does === "answers-self") && link.score >= ANSWERED
}

/** A suggestion counts as a question only where somebody takes it up or turns it down. */
function isMereSuggestion({ form, hasMark, weight }: AskedQuestion, deeds: readonly Deed[]): boolean {
  if (hasMark || (form !== "suggests" && weight >= LIKELY)) return false
  return !deeds.some((deed) => isAnswering(deed) && deed.link.isReaction)
}

const LIKELY = 0.4
/**
 * What a question was most likely answered with, once nobody waits for it any more: replies answer a question in
 * other words more often than they leave it lying. What was requested is done, not told, and one word
 * speaks for nobody else where all were asked.
 */
export function answeredInOtherWords({ asked, by, deeds }: Track, question: Question): Question | undefined {
  if (by.message.medium === "chat" || asked.isToRoom || (asked.form !== "asks" && asked.form !== "wonders"))
    return undefined
  const given = deeds
    .filter(({ link, by: reply }) => link.does === "answers" && reply.parent === by)
    .toSorted((one, other) => other.link.score - one.link.score)[0]
  if (given === undefined) return isSpokenOf(deeds) ? { ...question, status: "answered" } : undefined
  const statement = { messageId: given.by.message.id, text: given.link.text }
  return { ...question, status: "answered", answers: [{ by: given.doer, statement }] }
}

/** Somebody spoke of it below another quote: which of their words are to it nobody can tell. */
function isSpokenOf(deeds: readonly Deed[]): boolean {
  return deeds.some(({ link }) => link.does === "passes-over")
}

/** What the asker thanks for, where nothing in its words tells that it answers. */
function acceptedAnswer(track: Track, { people }: ThreadFacts): readonly Answer[] {
  for (const reply of acceptedReplies(track)) {
    const told = toldAtOnce(reply)
    const author = people.find(reply.message.author)
    if (told !== undefined && author !== undefined && author.id !== track.asker)
      return [{ by: author.id, statement: { messageId: reply.message.id, text: told } }]
  }
  return solvedBy(track.deeds)
}

/** The direct replies that tell something, and that the asker thanks for and asks nothing more. */
function acceptedReplies({ by, deeds }: Track): readonly MessageFacts[] {
  return deeds.flatMap(({ link, by: thanks }) => {
    const reply = thanks.parent
    if (link.does !== "accepts" || reply?.parent !== by || asksAgain(thanks)) return []
    return reply.sentences.some(isTelling) ? reply : []
  })
}

/** What a reply tells whoever it answers; what stands in it below several quotes is to each of those. */
function toldAtOnce({ sentences }: MessageFacts): string | undefined {
  const told = sentences.find(isTelling)
  const isDealtOut = sentences.some(({ under }) => under !== undefined && under.lastLine !== told?.under?.lastLine)
  return isDealtOut && told?.under !== undefined ? undefined : told?.text
}

function isTelling({ text }: OwnSentence): boolean {
  return isSubstance(text) && !text.endsWith("?") && tellsAlone(text)
}

// "Seriously." tells nobody anything; "Yes." does.
const FEW_WORDS = 3

function tellsAlone(text: string): boolean {
  return text.split(" ", FEW_WORDS).length === FEW_WORDS || isReaction(text)
}

/** "That was the problem": where nobody told it, a counter-question led the asker to the answer. */
function solvedBy(deeds: readonly Deed[]): readonly Answer[] {
  const solved = deeds.find(({ link, by }) => link.does === "accepts" && isSolved(link.text) && !asksAgain(by))
  if (solved === undefined || !deeds.some(({ link }) => link.does === "asks-back")) return []
  return [{ by: solved.doer, statement: { messageId: solved.by.message.id, text: solved.link.text } }]
}

function asksAgain({ question }: MessageFacts): boolean {
  return question.asked.some((asked) => asked.weight >= LIKELY)
}
