import type { ParticipantId } from "../../../model/summary.ts"
import type { ThreadFacts } from "../../facts.ts"
import { overlapOf, sharedBy, tellingWords } from "../../words/telling-words.ts"
import { calledOn, isForOutsider } from "../addressees/addressees.ts"
import { asksOfDoings } from "../addressees/ones-doings.ts"
import type { Deed, Track } from "../track.ts"
import { typeFit } from "./type-fit.ts"

/** What was done to a question, without what others said that is no answer to what was put to somebody else. */
export function heardDeeds({ track, asked }: PutTo, thread: ThreadFacts): Deed[] {
  const called = calledOn(track, thread)
  const isToNobodyHere = called.length === 0 && isForOutsider(track, thread)
  const isTheirs = isOfOnesDoings(track, asked)
  return track.deeds.filter(
    (deed) =>
      (called.length === 0 || isForThem(deed, { track, called })) &&
      (!isToNobodyHere || speaksFor(deed, track)) &&
      (!isTheirs || knowsOf(deed, { track, asked })) &&
      !isBesideIt(deed, { track, asked }),
  )
}

/** A question with those it is put to. */
export interface PutTo {
  readonly track: Track
  readonly asked: readonly ParticipantId[]
}

/** Somebody else's mail that quotes nothing and has no word of what was put to another speaks of something else. */
export function isBesideIt({ link, by: reply, doer }: Deed, { track, asked }: PutTo): boolean {
  if (link.does !== "answers" || asked.length === 0 || asked.includes(doer)) return false
  const { by, asked: question } = track
  if (by.message.medium !== "mail" || reply.parent !== by || typeFit(link.text, question) === 1) return false
  return reply.sentences.every(
    ({ under, text }) => under === undefined && sharedBy(question.words, tellingWords(text)) === 0,
  )
}

// What stands right under the question is to it, whoever was called on.
const QUOTED = 0.71

/** Who is not called on by name speaks for those who are where their words suit the question. */
function isForThem(
  { link, doer }: Deed,
  { track, called }: { readonly track: Track; readonly called: readonly ParticipantId[] },
): boolean {
  return link.score >= QUOTED || called.includes(doer) || speaksFor({ link }, track)
}

/** Whether somebody's words suit a question that was put to another. */
function speaksFor({ link }: Pick<Deed, "link">, { asked }: Track): boolean {
  if (link.does !== "answers") return true
  const { kind, words } = asked
  return kind === "request"
    ? typeFit(link.text, asked) === 1
    : overlapOf(words, tellingWords(link.text)) > 0.1 || typeFit(link.text, asked) > 0.7
}

/** Put to one person: nobody else can tell. */
function isOfOnesDoings({ asked, by }: Track, people: readonly ParticipantId[]): boolean {
  return people.length === 1 && by.message.medium === "mail" && asksOfDoings(asked.text)
}

// So many of its words in an answer show that somebody else was there.
const KNOWN = 0.3

/** Whether it is their own answer, or that of somebody who speaks of the very thing. */
function knowsOf({ link, doer }: Deed, { track, asked }: PutTo): boolean {
  if (link.does !== "answers" || asked.includes(doer)) return true
  return overlapOf(track.asked.words, tellingWords(link.text)) > KNOWN
}
