import type { Commitment, Excerpt, ParticipantId } from "../../model/summary.ts"
import { spokenFrom } from "../by-person.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { Kept } from "../kept.ts"
import { resume } from "../kept.ts"
import { acceptsOffer } from "./offers.ts"
import { givenUpIn } from "./given-up.ts"
import { keeps, reportsIn } from "./kept-by-report.ts"
import { quick } from "../patterns/quick-pattern.ts"

/** Promises that nothing has kept yet, by person: where they stand in the list. */
export type PendingPromises = Map<ParticipantId, Pending[]>

/** What people said they will do, in the thread's order, with the words that say that it is done. */
export function findCommitments(thread: ThreadFacts, running: Kept["commitments"]): readonly Commitment[] {
  const { entries, pending, givenUp } = running
  const from = resume(running, thread)
  if (from === 0) {
    pending.clear()
    givenUp.clear()
  }
  for (const { facts, by } of spokenFrom(thread, from)) {
    settle(entries, pending.get(by), facts)
    for (const index of givenUpIn(facts, { entries, pending: pending.get(by) })) givenUp.add(index)
    for (const { sentence, due, isVersion } of facts.commitment.promises)
      promise(running, { by, statement: excerpt(facts, sentence.text), ...(due !== undefined && { due }) }, isVersion)
    const offer = takenUp(facts, thread)
    if (offer !== undefined && offer.by !== by) promise(running, offer, false)
  }
  return givenUp.size === 0 ? entries : entries.filter((_, index) => !givenUp.has(index))
}

/** What the author of the mail above offered, if this one takes it up. */
function takenUp(facts: MessageFacts, { people }: ThreadFacts): Commitment | undefined {
  const { parent } = facts
  const offer = acceptsOffer(facts) ? parent?.commitment.offers[0] : undefined
  const offerer = parent && people.find(parent.message.author)
  if (parent === undefined || offer === undefined || offerer === undefined) return undefined
  return { by: offerer.id, statement: excerpt(parent, offer.text) }
}

function promise({ entries, pending }: Kept["commitments"], entry: Commitment, isVersion: boolean): void {
  if (entries.some(({ statement }) => isSame(statement, entry.statement))) return
  pending.set(entry.by, [...(pending.get(entry.by) ?? []), { index: entries.length, isVersion }])
  entries.push(entry)
}

function isSame(one: Excerpt, other: Excerpt): boolean {
  return one.messageId === other.messageId && one.text === other.text
}

/**
 * "Done" keeps the last promise; a new patch version keeps every promise of one; and what was promised in so many
 * words is kept by doing it: a Tested-by keeps "I will test it", "Applied" keeps "will apply".
 */
function settle(commitments: Commitment[], pending: Pending[] | undefined, facts: MessageFacts): void {
  if (pending === undefined || pending.length === 0) return
  const { done, isNewVersion } = facts.commitment
  const deeds = deedsOf(facts)
  const reports = reportsIn(facts.sentences)
  const kept = pending.flatMap((entry) => {
    const promise = commitments[entry.index]?.statement.text ?? ""
    const isSaid = isNewVersion ? entry.isVersion : entry === pending.at(-1)
    const words =
      done !== undefined && isSaid
        ? done.text
        : (deeds.find((deed) => deed.keeps.test(promise))?.text ?? reports.find((one) => keeps(one, promise))?.text)
    return words === undefined ? [] : [{ entry, words }]
  })
  for (const { entry, words } of kept) {
    const commitment = commitments[entry.index]
    if (commitment !== undefined) commitments[entry.index] = { ...commitment, done: excerpt(facts, words) }
    pending.splice(pending.indexOf(entry), 1)
  }
}

/** A promise that nothing has kept yet. */
export interface Pending {
  readonly index: number
  readonly isVersion: boolean
}

/** Words that do something, and what a promise of it says. */
function deedsOf({
  stance,
  decisions,
  sentences,
  parent,
  message,
}: MessageFacts): readonly { readonly keeps: RegExp; readonly text: string }[] {
  const given = stance.trailers.flatMap(({ token, text, isConditional }) => {
    if (isConditional) return []
    if (token.startsWith("Tested")) return [{ keeps: TESTING, text }]
    return /^(?:Reviewed|Acked|Nacked)/.test(token) ? [{ keeps: REVIEWING, text }] : []
  })
  const made = decisions.flatMap(({ kind, sentence }) =>
    kind === "done" ? [{ keeps: APPLYING, text: sentence.text }] : [],
  )
  const seen = sentences.find(({ text }) => HAS_TRIED.test(text))
  const tried = seen === undefined ? [] : [{ keeps: TESTING, text: seen.text }]
  const remark =
    parent?.commitment.isNewVersion === true ? sentences.find(({ under }) => under !== undefined) : undefined
  const reviewed = remark === undefined ? [] : [{ keeps: REVIEWING, text: remark.text }]
  return [...given, ...made, ...tried, ...reviewed, ...broughtBy({ sentences, parent, message })]
}

/** "I'll post it in reply to this", and the next reply of the same author, or "here we go". */
function broughtBy({ sentences, parent, message }: Pick<MessageFacts, "sentences" | "parent" | "message">): readonly {
  readonly keeps: RegExp
  readonly text: string
}[] {
  const first = sentences[0]
  if (first === undefined || parent?.message.author.address !== message.author.address) return []
  const here = sentences.slice(0, 4).find(({ text }) => HERE_IT_IS.test(text))
  return [{ keeps: IN_REPLY, text: first.text }, ...(here === undefined ? [] : [{ keeps: POSTING, text: here.text }])]
}

const HERE_IT_IS =
  /^(?:(?:so|and|ok|okay|alright|well)[, ]+)?here (?:we go|it is|they are|it comes|goes|you go|you are)\b/i
const IN_REPLY =
  /\b(?:in|as an?) (?:reply|follow-?up|response) to this\b|\bin (?:my|the) next (?:mail|message|e-?mail)s?\b/i
const POSTING = /\b(?:post|send|paste|attach|share|upload|forward)\b/i

const HAS_TRIED = quick(
  /\bi(?:'ve| have)?(?: just| now| finally| also)* (?:tested|tried|reproduced|bisected|ran)\b|^(?:(?:just|now) )?(?:tested|tried|reproduced|bisected)\b|\bi(?: can| could| cannot| can't| couldn't| could not| was able to| managed to|'m unable to| am unable to| was unable to) reproduce\b|\bwhen i (?:try|run)\b/i,
)
/** "I'll try to fix it" is kept by fixing it. */
const TESTING = /\b(?:test|try(?! to (?!test|run|reproduce|bisect))|run|check|reproduce|bisect)\b/i
const REVIEWING = /\b(?:look|review|read)\b/i
const APPLYING = /\b(?:apply|merge|queue|push|commit|pick|take|land|upload|release)\b/i

function excerpt(facts: MessageFacts, text: string): Excerpt {
  return { messageId: facts.message.id, text }
}
