import type { ThreadFacts } from "../facts.ts"
import { calledOn } from "./addressees.ts"
import type { QuestionMemory, Track } from "./question-memory.ts"

/** What became of the message that asks. */
interface Course {
  /** Somebody else replied to it, and left the question out. */
  readonly isPassedOver: boolean
  /** It stands in the last third of the thread, or among its last few messages: what was passed over may still be taken up. */
  readonly isRecent: boolean
  /** Somebody said that they cannot tell. */
  readonly isDeferred: boolean
  /** So many real questions stand in the same message. */
  readonly together: number
}

// What a reply passes over was as a rule never meant to be answered, or is answered in other words.
const PASSED_OVER = 0.62
const PASSED_OVER_REQUEST = 0.8
/** A reply that takes up some of so many questions leaves the rest; one or two it answers in other words. */
const MANY = 5
/** Who says that they cannot tell took it for a question. */
const TAKEN_UP = 1.25
const RECENT = 2 / 3
const LAST_WORDS = 4
const REAL = 0.5

/** How likely it is that an unanswered question still matters at the end of the thread, from 0 to 1. */
export function stillWaiting(track: Track, thread: ThreadFacts, memory: QuestionMemory): number {
  const course = courseOf(track, thread)
  const isMany = course.together >= MANY && isPartlyAnswered(track, memory)
  let weight = track.asked.weight * (course.isDeferred ? TAKEN_UP : 1)
  if (course.isPassedOver && !isMany && !course.isRecent)
    weight *= track.asked.form === "requests" ? PASSED_OVER_REQUEST : PASSED_OVER
  return weight
}

function courseOf(track: Track, thread: ThreadFacts): Course {
  const last = thread.facts.length
  return {
    isPassedOver: isPassedOver(track, thread),
    isRecent: track.place >= Math.min(RECENT * (last - 1), last - LAST_WORDS),
    isDeferred: track.deeds.some(({ link }) => link.does === "defers"),
    together: track.by.question.asked.filter((asked) => asked.weight >= REAL).length,
  }
}

/** Somebody who left the question out took up another one of the same message. */
function isPartlyAnswered({ by, passedOverBy }: Track, { tracksByMessage }: QuestionMemory): boolean {
  const together = tracksByMessage.get(by.message.id) ?? []
  return together.some(({ deeds }) =>
    deeds.some(({ link, doer }) => link.does === "answers" && link.score >= TAKES_UP && passedOverBy.includes(doer)),
  )
}

const TAKES_UP = 0.44

/** Where people are called by name, it is for them to answer: others may leave it to them. */
function isPassedOver({ asked, by, passedOverBy }: Track, thread: ThreadFacts): boolean {
  const called = calledOn({ asked, by }, thread)
  return passedOverBy.some((id) => called.length === 0 || called.includes(id))
}
