import type { Choice, ParticipantId, Question, Waiting } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import type { MadeDecision } from "../decisions/decision-facts.ts"
import { decidedAt } from "../decisions/deciding.ts"
import { findWaiting } from "./waiting/find-waiting.ts"
import { hasHadTheirTurn } from "./waiting/had-their-turn.ts"
import type { OpenTrack } from "./asked/one-breath.ts"
import { inOneBreath } from "./asked/one-breath.ts"
import { isLeftBehind, isOvertaken } from "./waiting/overtaken.ts"
import type { QuestionMemory } from "./question-memory.ts"
import type { Track } from "./track.ts"
import { forgetQuestions, rememberMessage } from "./question-memory.ts"
import { recentFrom } from "./waiting/still-waiting.ts"
import type { Told } from "./told.ts"
import { isChangedByPeople, tell } from "./told.ts"

/** What is asked in a thread, as it stands after its last message. */
export interface QuestionsPart {
  readonly questions: readonly Question[]
  readonly choices: readonly Choice[]
  readonly waiting: readonly Waiting[]
}

/** The first `thread.unchanged` facts are what they were in the run before, with the same people. */
export function findQuestions(thread: ThreadFacts, memory: QuestionMemory): QuestionsPart {
  bringUpToDate(memory, thread)
  const recent = recentFrom(thread.facts.length)
  const shown: Shown[] = []
  for (const track of memory.tracks) {
    const told = (track.told ??= tell(track, { thread, memory }))
    const question = shownAs(track, told, { memory, recent })
    if (question !== undefined) showOpenTogether(shown, { track, told, question })
  }
  const open = shown.filter(({ question }) => question.status === "open")
  return {
    questions: shown.map(({ question }) => question),
    choices: shown.flatMap(choiceOf),
    waiting: findWaiting(
      open.map(({ track, told, question }) => ({ question, on: waitsFor(track, told, memory), since: told.since })),
    ),
  }
}

/** A question that is shown, with what is told of the one that lends it its choice. */
interface Shown extends OpenTrack {
  readonly told: Told
}

/** Open questions that were put in one breath take one place. */
function showOpenTogether(shown: Shown[], next: Shown): void {
  const before = shown.at(-1)
  const isOpen = next.question.status === "open" && before?.question.status === "open"
  const whole = isOpen ? inOneBreath(before, next) : undefined
  if (whole !== undefined) shown.pop()
  const told = next.question.options.length > 1 ? next.told : (before?.told ?? next.told)
  shown.push(whole === undefined ? next : { ...next, told, question: whole })
}

/** What was settled in words that are for neither is told where it was answered. */
function choiceOf({ told: { choice }, question }: Shown): readonly Choice[] {
  if (choice === undefined || (question.status !== "open" && choice.favours.length === 0)) return []
  return [choice.questionId === question.id ? choice : { ...choice, questionId: question.id }]
}

/** Those asked who have not had their turn since; who has said that they will look still has it. */
function waitsFor(track: Track, { question, isHandedOn }: Told, { replied }: QuestionMemory): readonly ParticipantId[] {
  const asked = question?.addressedTo ?? []
  return isHandedOn ? asked : asked.filter((id) => !hasHadTheirTurn(id, track, replied))
}

function bringUpToDate(memory: QuestionMemory, thread: ThreadFacts): void {
  if (thread.unchanged === 0 || memory.count !== thread.unchanged) forgetQuestions(memory)
  if (memory.people !== thread.people) meetPeople(memory, thread)
  for (; memory.count < thread.facts.length; memory.count++) {
    const [by, author] = [thread.facts[memory.count], thread.authors[memory.count]]
    if (decidedAt(thread, memory.count).some(isSettling)) memory.settledAt = memory.count
    if (by !== undefined && author !== undefined && author.person?.isBot !== true)
      rememberMessage(memory, by, { author: author.id, people: thread.people })
  }
}

/** What is in, or how it will be; where some of the patches are in, what was asked of the others still matters. */
function isSettling({ kind, isPart }: MadeDecision): boolean {
  return kind !== "reversed" && isPart !== true
}

function meetPeople(memory: QuestionMemory, thread: ThreadFacts): void {
  if (memory.isCrediting) forgetQuestions(memory)
  for (const track of memory.tracks) if (isChangedByPeople(track, thread)) track.told = undefined
  memory.people = thread.people
}

/** What is left to do on every run, for each question that was ever asked: it has to be next to nothing. */
function shownAs(
  track: Track,
  told: Told,
  { memory, recent }: { readonly memory: QuestionMemory; readonly recent: number },
): Question | undefined {
  if (told.question?.status !== "open") return told.question
  if (isOvertaken(track, memory)) return told.overtaken
  const isShown = (track.place >= recent ? told.matters.recently : told.matters.later) >= SHOWN_OPEN
  if (!isShown && track.asked.weight < SHOWN_OPEN) return undefined
  return isShown && !isLeftBehind(track, memory) ? told.question : told.passed
}

const SHOWN_OPEN = 0.5
