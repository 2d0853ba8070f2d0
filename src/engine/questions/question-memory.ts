import type { MessageId } from "../../model/message.ts"
import type { ParticipantId } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import type { People } from "../people/people.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { creditedAsks, creditsSomebody } from "./credited-asks.ts"
import { agreedFavours } from "./agreed-favours.ts"
import type { FavourLink } from "./favour-links.ts"
import { isFragment } from "./question-forms.ts"
import { patchVersion } from "./overtaken.ts"
import type { ReplyLink } from "./reply-links.ts"
import type { Told } from "./told.ts"

/** A question with everything that was later said to it. */
export interface Track {
  readonly asked: AskedQuestion
  readonly by: MessageFacts
  readonly asker: ParticipantId
  readonly deeds: Deed[]
  /** Who speaks for which option of a choice, oldest first. */
  readonly favours: FavourDeed[]
  /** "Or …?", said by the asker in the next sentence or turn, makes a choice of it. */
  readonly alternatives: string[]
  /** The question whose other option it names: what is said to it is said to that one too. */
  readonly alternativeTo: Track | undefined
  /** Index of its message in the thread. */
  readonly place: number
  /** So many messages its asker had written by then, this one included. */
  readonly turn: number
  /** Who replied to its message without a word on it. */
  readonly passedOverBy: ParticipantId[]
  /** What was last said of it; undefined where something came since. */
  told: Told | undefined
}

/** What a later message does to a question. */
export interface Deed {
  readonly link: ReplyLink
  readonly by: MessageFacts
  readonly doer: ParticipantId
}

export interface FavourDeed {
  readonly link: FavourLink
  readonly by: MessageFacts
  readonly doer: ParticipantId
}

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
  /** How many messages each person wrote. */
  turns: Map<ParticipantId, number>
  /** Index of the last message that says the matter is applied or decided; -1 where none does. */
  settledAt: number
  /** The last new version of the patch. */
  revised: { readonly at: number; readonly version: number; readonly by: ParticipantId }
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
    tracksByMessage: new Map(),
    favoursByMessage: new Map(),
    turns: new Map(),
    settledAt: -1,
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
  rememberDeeds(memory, by, author)
  if (creditsSomebody(by)) {
    memory.isCrediting = true
    for (const [track, deed] of creditedAsks(by, { people, tracks: memory.tracks, doer: author }))
      addDeed(memory, track, deed)
  }
  rememberEvents(memory, by, author)
  const asked = by.question.asked.filter(({ id }) => !memory.trackById.has(id))
  const tracks: Track[] = []
  let before = lastTurn(memory, by, author)
  for (const entry of asked) {
    const alternativeTo = isAlternative(entry, before) ? addAlternative(entry, before, tracks) : undefined
    before = toTrack({ asked: entry, by, asker: author, place: memory.count, turn, alternativeTo })
    tracks.push(before)
  }
  for (const track of tracks) memory.trackById.set(track.asked.id, track)
  memory.tracks.push(...tracks)
  memory.tracksByMessage.set(by.message.id, tracks)
  rememberFavours(memory, by, { author, people })
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

/** What answers one half of a choice so well settles both. */
const SURE = 0.5

function rememberDeeds(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  for (const link of by.question.links) {
    const track = memory.trackById.get(link.questionId)
    const whole = link.score >= SURE ? track?.alternativeTo : undefined
    addDeed(memory, track, { link, by, doer: author })
    addDeed(memory, whole, { link, by, doer: author })
  }
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
  for (const deed of deeds) {
    const track = trackById.get(deed.link.questionId)
    if (track === undefined) continue
    track.favours.push(deed)
    untell(memory, track)
  }
}

function rememberPassedOver({ tracksByMessage }: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  for (const track of tracksByMessage.get(by.parent?.message.id ?? "") ?? []) {
    if (track.asker === author || isTakenUp(track, by)) continue
    track.passedOverBy.push(author)
    track.told = undefined
  }
}

function addDeed(memory: QuestionMemory, track: Track | undefined, deed: Deed): void {
  if (track === undefined) return
  track.deeds.push(deed)
  untell(memory, track)
}

/** What is told of a question depends on what became of those that were asked with it. */
function untell({ tracksByMessage }: QuestionMemory, track: Track): void {
  for (const one of tracksByMessage.get(track.by.message.id) ?? [track]) one.told = undefined
}

/** Whether a reply at least says that it cannot tell, or asks back. */
function isTakenUp({ asked }: Track, by: MessageFacts): boolean {
  return by.question.links.some(({ questionId, does }) => questionId === asked.id && does !== "answers")
}

function rememberEvents(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): void {
  if (by.decisions.some(({ kind }) => kind !== "reversed")) memory.settledAt = memory.count
  const version = patchVersion(by.message.subject)
  if (version !== undefined && version > memory.revised.version)
    memory.revised = { at: memory.count, version, by: author }
}

/** In a chat, the question that the same person put in the turn before. */
function lastTurn(memory: QuestionMemory, by: MessageFacts, author: ParticipantId): Track | undefined {
  const before = by.previous && memory.tracksByMessage.get(by.previous.message.id)?.at(-1)
  return before?.asker === author ? before : undefined
}

function toTrack(start: Pick<Track, "asked" | "by" | "asker" | "place" | "turn" | "alternativeTo">): Track {
  return { ...start, alternatives: [], deeds: [], favours: [], passedOverBy: [], told: undefined }
}
