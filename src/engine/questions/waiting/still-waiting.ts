import type { ThreadFacts } from "../../facts.ts"
import { addressees, calledOn, isForOutsider } from "../addressees/addressees.ts"
import { isBesideIt } from "../answers/whose-answers.ts"
import type { QuestionMemory } from "../question-memory.ts"
import type { Track } from "../track.ts"

/** How likely it is that an unanswered question still matters, from 0 to 1. */
export interface Mattering {
  /** As long as it stands near the end: what was passed over may still be taken up. */
  readonly recently: number
  readonly later: number
}

// What a reply passes over was as a rule never meant to be answered, or is answered in other words.
const PASSED_OVER = 0.62
const PASSED_OVER_REQUEST = 0.8
/** Who speaks of it under another quote has read it and cut it out. */
const CUT_OUT = 0.45
const SPOKEN_OF = 0.28
/** A reply that takes up some of so many questions leaves the rest; one or two it answers in other words. */
const MANY = 5
/** Who says that they cannot tell took it for a question. */
const TAKEN_UP = 1.25
const RECENT = 2 / 3
const LAST_WORDS = 4

/** The place from which on a message is recent in a thread of some length: in its last third, or among its last few. */
export function recentFrom(length: number): number {
  return Math.min(RECENT * (length - 1), length - LAST_WORDS)
}

export function stillWaiting(
  track: Track,
  { thread, memory }: { readonly thread: ThreadFacts; readonly memory: QuestionMemory },
): Mattering {
  const isDeferred = track.deeds.some(({ link }) => link.does === "defers")
  const weight = track.asked.weight * (isDeferred ? TAKEN_UP : 1)
  const isMany = track.together >= MANY && isPartlyAnswered(track, memory)
  const passedOver = !isMany && isPassedOver(track, thread) ? passedOverShare(track) : 1
  const isCutOut = track.deeds.some(({ link }) => link.does === "passes-over" && link.score >= SPOKEN_OF)
  return { recently: weight * (isCutOut ? CUT_OUT : 1), later: weight * (isCutOut ? CUT_OUT : passedOver) }
}

function passedOverShare({ asked }: Track): number {
  return asked.form === "requests" ? PASSED_OVER_REQUEST : PASSED_OVER
}

/** Somebody who left the question out took up another one of the same message. */
function isPartlyAnswered({ by, passedOverBy }: Track, { tracksByMessage }: QuestionMemory): boolean {
  const together = tracksByMessage.get(by.message.id) ?? []
  return together.some(({ deeds }) =>
    deeds.some(({ link, doer }) => link.does === "answers" && link.score >= TAKES_UP && passedOverBy.includes(doer)),
  )
}

const TAKES_UP = 0.44

/** What is put to all still waits for the others when one of them goes past it. */
const ROOM = 2

/** Where people are called by name, it is for them to answer: others may leave it to them. */
function isPassedOver(track: Track, thread: ThreadFacts): boolean {
  const { asked, by, passedOverBy } = track
  const called = calledOn({ asked, by }, thread)
  if (called.length === 0 && isForOutsider({ asked, by }, thread)) return false
  if (isSpokenPast(track, thread)) return true
  if (asked.isToRoom && called.length === 0) return new Set(passedOverBy).size >= ROOM
  return passedOverBy.some((id) => called.length === 0 || called.includes(id))
}

/** A reply of somebody else's goes past it as well. */
function isSpokenPast(track: Track, thread: ThreadFacts): boolean {
  const asked = addressees(track, thread)
  return track.deeds.some((deed) => isBesideIt(deed, { track, asked }))
}
