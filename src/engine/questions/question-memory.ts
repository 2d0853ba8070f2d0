import type { MessageId } from "../../model/message.ts"
import type { ParticipantId } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import type { People } from "../people/people.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { IN_EARNEST } from "./asked-question.ts"
import { creditedAsks, creditsSomebody } from "./links/credited-asks.ts"
import { agreedFavours } from "./favours/agreed-favours.ts"
import type { Turns } from "./waiting/had-their-turn.ts"
import { createTurns, rememberTurn } from "./waiting/had-their-turn.ts"
import { isFragment } from "./asked/question-forms.ts"
import { isOfWhoNeedsHelp, saysSolved } from "../stances/success.ts"
import { patchVersion } from "./waiting/overtaken.ts"
import type { ReplyLink } from "./links/reply-links.ts"
import { SURE, isSureAnswer } from "./links/reply-links.ts"
import { isPing } from "./links/retractions.ts"
import { thanksAll } from "../words/success-words.ts"
import type { Deed, FavourDeed, Track } from "./track.ts"

/** What earlier runs found out about questions; see Kept. */
export interface QuestionMemory {
  /** So many messages were looked at. */
  count: number
  /** Whom the questions were told with. */
  people: People | undefined
  /** Whether some message does what somebody suggested, or agrees with somebody, whom it calls by name. */
  isCrediting: boolean
  tracks: Track[]
  trackById: Map<string, Track>
  /** The first question of those words, for long ones. */
  trackByLetters: Map<string, Track>
  /** How many messages each person wrote. */
  turns: Map<ParticipantId, number>
  replied: Turns
  /** Index of the last message that says the matter is applied or decided; -1 where none does. */
  settledAt: number
  /** Index of the last message in which who asked for help says that they have it; -1 where none does. */
  solvedAt: number
  /** The last new version of the patch. */
  revised: { readonly at: number; readonly version: number; readonly by: ParticipantId }
  /** Index of the last message in which somebody was for a new version as it stands, and asked nothing. */
  contentAt: Map<ParticipantId, number>
  tracksByMessage: Map<MessageId, readonly Track[]>
  favoursByMessage: Map<MessageId, readonly FavourDeed[]>
}

export function createQuestionMemory(): QuestionMemory {
  return {
    count: 0,
    people: undefined,
    isCrediting: false,
    tracks: [],
    trackById: new Map(),
    trackByLetters: new Map(),
    tracksByMessage: new Map(),
    contentAt: new Map(),
    favoursByMessage: new Map(),
    turns: new Map(),
    replied: createTurns(),
    settledAt: -1,
    solvedAt: -1,
    revised: { at: -1, version: 1, by: "" },
  }
}

/** Starts anew: what was kept was told from another thread or other people. */
export function forgetQuestions(memory: QuestionMemory): void {
  Object.assign(memory, createQuestionMemory())
}

/** Takes in one more message: what it asks, and what it does to earlier questions. */
export function rememberMessage(
  memory: QuestionMemory,
  by: MessageFacts,
  { author, people }: { readonly author: ParticipantId; readonly people: People },
): void {
  const turn = (memory.turns.get(author) ?? 0) + 1
  memory.turns.set(author, turn)
  rememberTurn(memory.replied, by, { at: memory.count, author, people })
  rememberDeeds(memory, by, author)
  if (creditsSomebody(by)) {
    memory.isCrediting = true
    for (const [track, deed] of creditedAsks(by, { people, tracks: memory.tracks, doer: author }))
      addDeed(memory, track, deed)
  }
  rememberEvents(memory, by, author)
  const hasReminded = rememberReminder(memory, by, author)
  const asked = by.question.asked.filter(
    (entry) => !memory.trackById.has(entry.id) && !(hasReminded && isPing(entry.text)) && !isRepeated(memory, entry),
  )
  const tracks: Track[] = []
  const together = by.question.asked.filter(({ weight }) => weight >= IN_EARNEST).length
  let before = lastTurn(memory, by, author)
  for (const entry of asked) {
    const alternativeTo = isAlternative(entry, before) ? addAlternative(entry, before, tracks) : undefined
    before = toTrack({ asked: entry, by, asker: author, place: memory.count, turn, together, alternativeTo })
    tracks.push(before)
  }
  for (const track of tracks) {
    memory.trackById.set(track.asked.id, track)
    if (isUnmistakable(track.asked)) memory.trackByLetters.set(track.asked.letters, track)
  }
  memory.tracks.push(...tracks)
  memory.tracksByMessage.set(by.message.id, tracks)
  rememberFavours(memory, by, { author, people })
}

// Nobody comes upon so many letters in the same order twice.
const UNMISTAKABLE = 40

function isUnmistakable({ letters }: AskedQuestion): boolean {
  return letters.length >= UNMISTAKABLE
}

/** Words of an earlier message once more, quoted without marks: what is said to them is said to the question there. */
function isRepeated({ trackById, trackByLetters }: QuestionMemory, entry: AskedQuestion): boolean {
  const first = isUnmistakable(entry) ? trackByLetters.get(entry.letters) : undefined
  if (first === undefined || first.asked.messageId === entry.messageId) return false
  trackById.set(entry.id, first)
  return true
}

const OPENS_WITH_OR =
  /^(?:\S+: +)?(?:or|alternatively|rather than|instead of)\b(?! (?:what|something|anything|whatever|is it just|am I (?:missing|wrong|mistaken|just|the only)|did I|are we missing|maybe not|not)\b)/i

const SETS_AGAINST = /\binstead\W*\?/i

/** Whether a question names the other option of the one just before it. */
function isAlternative({ text, firstSentence, kind }: AskedQuestion, before: Track | undefined): boolean {
  if (before === undefined || !(OPENS_WITH_OR.test(text) || SETS_AGAINST.test(text))) return false
  const { asked } = before
  if (firstSentence > 0) return firstSentence === asked.lastSentence + 1 && asked.kind !== "open" && kind !== "request"
  return OPENS_WITH_OR.test(text)
}

/** "A? B? Or C?": where the options are fragments in a row, the first of them puts the choice. */
function addAlternative(entry: AskedQuestion, before: Track | undefined, tracks: readonly Track[]): Track | undefined {
  const run = tracks.filter((_, at) => tracks.slice(at).every(isFragmentInRow))
  const [first = before, ...others] = run
  const whole = first?.alternativeTo ?? first
  whole?.alternatives.push(...others.map(({ asked }) => asked.text), entry.text)
  if (whole !== undefined) whole.told = undefined
  return whole
}

function isFragmentInRow({ asked, alternativeTo }: Track, at: number, row: readonly Track[]): boolean {
  const next = row[at + 1]?.asked
  const isNextTo = next === undefined || next.firstSentence === asked.lastSentence + 1
  return isNextTo && alternativeTo === undefined && asked.hasMark && isFragment(asked.text)
}

function rememberDeeds(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  // One mail may answer thousands of questions of another: those that were asked together are untold once.
  const touched = new Map<MessageId, Track>()
  const touch = (track: Track | undefined): Track | undefined => {
    if (track !== undefined) touched.set(track.by.message.id, track)
    return track
  }
  for (const link of by.question.links) {
    const track = memory.trackById.get(link.questionId)
    const whole = link.score >= SURE ? track?.alternativeTo : undefined
    touch(track)?.deeds.push({ link, by, doer: author })
    touch(whole)?.deeds.push({ link, by, doer: author })
  }
  for (const track of touched.values()) untell(memory, track)
  rememberPassedOver(memory, by, author)
}

function rememberFavours(
  memory: QuestionMemory,
  by: MessageFacts,
  { author, people }: { readonly author: ParticipantId; readonly people: People },
): void {
  const { favours, agreement } = by.question
  // Whom they call by name is another person where other people are known.
  if (agreement?.name !== undefined) memory.isCrediting = true
  const { favoursByMessage, trackById } = memory
  const named = favours.map((link): FavourDeed => ({ link, by, doer: author }))
  const deeds = named.length > 0 ? named : agreedFavours(by, { people, author, favoursByMessage, trackById })
  if (deeds.length > 0) favoursByMessage.set(by.message.id, deeds)
  const touched = new Map<MessageId, Track>()
  for (const deed of deeds) {
    const track = trackById.get(deed.link.questionId)
    if (track === undefined) continue
    track.favours.push(deed)
    touched.set(track.by.message.id, track)
  }
  for (const track of touched.values()) untell(memory, track)
}

function rememberPassedOver({ tracksByMessage }: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  const asked = tracksByMessage.get(by.parent?.message.id ?? "") ?? []
  const takenUp = asked.length === 0 ? NOTHING : takenUpBy(by)
  for (const track of asked) {
    if (track.asker === author || takenUp.has(track.asked.id)) continue
    track.passedOverBy.push(author)
    track.told = undefined
  }
}

function addDeed(memory: QuestionMemory, track: Track, deed: Deed): void {
  track.deeds.push(deed)
  untell(memory, track)
}

/** What is told of a question depends on what became of those that were asked with it. */
function untell({ tracksByMessage }: QuestionMemory, track: Track): void {
  for (const one of tracksByMessage.get(track.by.message.id) ?? [track]) one.told = undefined
}

/** A question that its asker is known to wait for; less likely ones are not reminded of. */
const WAITED_FOR = 0.5

/** A reminder in reply to one's own mail is for what was asked last, wherever in the thread; says whether there was such. */
function rememberReminder(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): boolean {
  const text = by.question.reminder
  if (text === undefined) return false
  const track = memory.tracks.findLast(
    ({ asker, asked, deeds }) =>
      asker === author && asked.weight >= WAITED_FOR && !deeds.some(({ link }) => isSureAnswer(link)),
  )
  if (track === undefined) return false
  const { id: questionId, messageId } = track.asked
  const link: ReplyLink = { questionId, asked: messageId, does: "pings", score: 0.8, isReaction: false, text }
  addDeed(memory, track, { link, by, doer: author })
  return true
}

const NOTHING: ReadonlySet<string> = new Set()

/** The questions of which a reply at least says that it cannot tell, or asks back. */
function takenUpBy({ question }: MessageFacts): ReadonlySet<string> {
  return new Set(
    question.links.flatMap(({ questionId, does }) => (does === "answers" || does === "passes-over" ? [] : questionId)),
  )
}

function rememberEvents(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  const version = patchVersion(by.message.subject)
  if (version !== undefined && version > memory.revised.version)
    memory.revised = { at: memory.count, version, by: author }
  if (isOfWhoNeedsHelp(by) && (saysSolved(by) || by.sentences.some(({ text }) => thanksAll(text))))
    memory.solvedAt = memory.count
  const { stance, question } = by
  if (
    memory.revised.at >= 0 &&
    stance.position === "supports" &&
    stance.strength >= CLEAR &&
    question.asked.length === 0
  )
    memory.contentAt.set(author, memory.count)
}

const CLEAR = 2

/** In a chat, the question that the same person put in the turn before. */
function lastTurn(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): Track | undefined {
  const before = by.previous && memory.tracksByMessage.get(by.previous.message.id)?.at(-1)
  return before?.asker === author ? before : undefined
}

function toTrack(
  start: Pick<Track, "asked" | "by" | "asker" | "place" | "turn" | "together" | "alternativeTo">,
): Track {
  return { ...start, alternatives: [], deeds: [], favours: [], passedOverBy: [], told: undefined }
}
