import type { Message, MessageId } from "../../model/message.ts"
import type { Coverage } from "../../model/summary.ts"
import type { Skipped } from "../../model/thread.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { Kept } from "../kept.ts"
import { missingWords } from "./missing-words.ts"
import { quotesUnseen } from "./unseen-quotes.ts"
import { isEncoded } from "../body/code/encoded-text.ts"
import { MAX_LINES } from "../body/lines/line-table.ts"
import { isTrackerHeading } from "../body/sentences/tracker-lines.ts"
import { isJudged, languageName } from "../language/detect-language.ts"

/** What was read, and whether that is everything: only then may anybody say "no open questions". */
export function findCoverage(thread: ThreadFacts, kept: Pick<Kept, "tally">): Coverage {
  const tally = bringUpToDate(kept, thread)
  const skipped = [...thread.thread.skipped, ...tally.defects]
  const reasons = [...thread.thread.reasons, ...reasonsOf(thread, tally)]
  return {
    read: thread.facts.length - tally.rebuilt,
    ...(tally.rebuilt > 0 && { rebuilt: tally.rebuilt }),
    skipped,
    complete: skipped.length === 0 && reasons.length === 0,
    ...(tally.bots > 0 && { bots: tally.bots }),
    ...(reasons.length > 0 && { reasons }),
  }
}

/** A running count over the messages; see Kept. */
export interface Tally {
  upTo: number
  rebuilt: number
  bots: number
  /** Of robots, with words of somebody's in them. */
  passedOn: number
  deleted: number
  /** In a language that is not judged. */
  foreign: number
  partlyForeign: number
  /** With quotes of what is in no message before. */
  unseen: number
  /** Ids that are answered and not there. */
  readonly missing: Set<string>
  readonly defects: Skipped[]
}

export function emptyTally(): Tally {
  return {
    upTo: 0,
    rebuilt: 0,
    bots: 0,
    passedOn: 0,
    deleted: 0,
    foreign: 0,
    partlyForeign: 0,
    unseen: 0,
    missing: new Set(),
    defects: [],
  }
}

function bringUpToDate(kept: Pick<Kept, "tally">, { facts, authors, factsById, unchanged }: ThreadFacts): Tally {
  if (kept.tally.upTo > unchanged) kept.tally = emptyTally()
  const { tally } = kept
  for (let index = tally.upTo; index < facts.length; index++) {
    const [entry, author] = [facts[index], authors[index]]
    if (entry === undefined) continue
    const isMissing = count(tally, entry, { isBot: author?.person?.isBot === true, factsById })
    if (!isMissing && quotesUnseen(facts, index)) tally.unseen++
  }
  tally.upTo = facts.length
  return tally
}

/** Counts a message, and says whether one that it answers is missing. */
function count(
  tally: Tally,
  facts: MessageFacts,
  { isBot, factsById }: { readonly isBot: boolean; readonly factsById: ThreadFacts["factsById"] },
): boolean {
  const { message, language, sentences, foreignSentences } = facts
  if (message.isRebuilt === true) tally.rebuilt++
  if (message.isDeleted === true) tally.deleted++
  if (isBot) countRobot(tally, facts)
  else if (!isJudged(language) || (foreignSentences > 0 && foreignSentences === sentences.length)) tally.foreign++
  else if (foreignSentences > 0) tally.partlyForeign++
  const reason = defectOf(facts)
  if (reason !== undefined) tally.defects.push({ id: message.id, reason })
  const missing = answeredIds(message).find((id) => !factsById.has(id))
  if (missing !== undefined) tally.missing.add(missing)
  return missing !== undefined
}

/** What is known from quotes alone is counted as that. */
function countRobot(tally: Tally, { message, lines }: MessageFacts): void {
  if (message.isRebuilt === true) return
  tally.bots++
  if (lines.some(({ depth, content }) => depth === 0 && isTrackerHeading(content))) tally.passedOn++
}

/** What kept a message from being read. */
function defectOf(facts: MessageFacts): string | undefined {
  const { message, lines, sentences } = facts
  if (message.defect !== undefined) return message.defect
  if (lines.length > MAX_LINES) return TOO_LONG
  const isLeftEncoded =
    sentences.length === 0 && lines.some(({ zone, content }) => zone === "code" && isEncoded(content))
  return isLeftEncoded ? LEFT_ENCODED : missingWords(facts)
}

const LEFT_ENCODED = "its text was left in base64, without a word on how to decode it"
const TOO_LONG = `its text is longer than the ${MAX_LINES.toLocaleString("en")} lines that are read`

/** The nearest reference is what was answered, even where the reply hangs from a mail further up because that one is lost. */
function answeredIds({ inReplyTo, references }: Message): readonly MessageId[] {
  const nearest = references.at(-1)
  return [...(inReplyTo === undefined ? [] : [inReplyTo]), ...(nearest?.includes("@") === true ? [nearest] : [])]
}

function reasonsOf({ language, facts }: ThreadFacts, tally: Tally): readonly string[] {
  const { bots, passedOn, foreign, partlyForeign, deleted, missing, rebuilt, unseen } = tally
  const areRobotsAlone = bots > 0 && bots === facts.length - rebuilt
  const isForeign = !isJudged(language)
  return [
    ...(isForeign ? [`The thread is in ${languageName(language ?? "")}, which is not judged`] : []),
    ...sentence(isForeign ? 0 : foreign, "is in a language that is not judged", "are in languages that are not judged"),
    ...sentence(
      isForeign ? 0 : partlyForeign,
      "is partly in a language that is not judged",
      "are partly in languages that are not judged",
    ),
    ...(areRobotsAlone ? ["Robots alone wrote, and what they write is not judged"] : []),
    ...sentence(
      passedOn,
      "is a robot's that passes on what somebody wrote",
      "are robots' that pass on what somebody wrote",
    ),
    ...sentence(deleted, "was deleted", "were deleted"),
    ...sentence(missing.size, "that somebody answers is missing", "that somebody answers are missing"),
    ...sentence(unseen, "quotes what is in none that was read", "quote what is in none that was read"),
    ...sentence(rebuilt, "is known from quotes alone", "are known from quotes alone"),
  ]
}

function sentence(number: number, one: string, several: string): readonly string[] {
  if (number === 0) return []
  return [number === 1 ? `1 message ${one}` : `${number} messages ${several}`]
}
