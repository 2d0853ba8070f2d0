import type { ParticipantId } from "../../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../../facts.ts"
import { MAX_ANCESTORS } from "../../read-message.ts"
import type { AskedQuestion } from "../asked-question.ts"
import { authorNamed } from "./author-named.ts"
import { nameOfYou } from "./called-names.ts"
import { quick } from "../../patterns/quick-pattern.ts"

/** A question with the message that asks it. */
export interface Put {
  readonly asked: AskedQuestion
  readonly by: MessageFacts
}

/**
 * Whom a question is put to: those called by name, else whom the mail greets or who wrote the quoted line above it, else
 * who wrote what it answers; empty for everybody.
 */
export function addressees(put: Put, thread: ThreadFacts): readonly ParticipantId[] {
  const asker = thread.people.find(put.by.message.author)?.id
  const named = namedIn(put, thread).filter((id) => id !== asker)
  if (named.length > 0) return [...new Set(named)]
  if (put.asked.isToRoom || isForOutsider(put, thread)) return []
  const isOther = (id: ParticipantId | undefined): id is ParticipantId =>
    id !== undefined && id !== asker && thread.people.isAuthor(id)
  const quoted = quotedAuthor(put, thread)
  const hailed = isOther(quoted) && isFurtherUp(quoted, put, thread) ? [] : greeted(put.by, thread).filter(isOther)
  if (hailed.length > 0) return [...new Set(hailed)]
  if (isOther(quoted)) return [quoted]
  const spoken = quoted === undefined && isForAnybody(put) ? undefined : spokenTo(put, thread).find(isOther)
  return spoken === undefined ? [] : [spoken]
}

/** Below the words of somebody further up it is them who are spoken to, whomever the mail greets. */
function isFurtherUp(quoted: ParticipantId, { by }: Put, { people }: ThreadFacts): boolean {
  return quoted !== (by.parent && people.find(by.parent.message.author)?.id)
}

/** It speaks to somebody, or of what they said. */
const POINTS_BACK = quick(
  /\b(?:you|your|yours|u|it|its|that|this|these|those|they|them|if I (?:follow|understand|read))\b/i,
)
const SHORT = 6

/** "Are newer tools any faster?", above what the mail quotes and with nobody greeted: a question of its own, to whoever knows. */
function isForAnybody({ asked: { text, form }, by }: Put): boolean {
  if (by.message.medium === "chat" || (form !== "asks" && form !== "wonders")) return false
  if (POINTS_BACK.test(text) || text.split(" ", SHORT).length < SHORT) return false
  return by.lines.some(({ depth }) => depth > 0)
}

const OF_THOSE_GREETED = /\b(?:either|both|one|each|any) of you\b|\byou (?:two|both)\b/i

/** Those called in the question; those whom the mail greets, for "either of you"; else those called in the breath before. */
function namedIn(put: Put, thread: ThreadFacts): readonly ParticipantId[] {
  const called = calledOn(put, thread)
  if (called.length > 0) return called
  if (OF_THOSE_GREETED.test(put.asked.text)) return greeted(put.by, thread)
  const before = put.by.question.asked.find(({ lastSentence }) => lastSentence === put.asked.firstSentence - 1)
  return before === undefined || put.asked.isToRoom ? [] : calledOn({ asked: before, by: put.by }, thread)
}

const GREETING = /^(?:(?:hi|hey|hello|dear)\b,? )?(?<names>[^.!?\n]{2,80})/i

/** A salutation, or a name on a line of its own: "Ada,". */
const OPENS_MAIL = /^(?:(?:hi|hey|hello|dear)\b|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,2} ?[,:;!–-]+\s*$)/iu

/** Whom the first own line of a mail greets. */
function greeted({ lines }: MessageFacts, { people }: ThreadFacts): readonly ParticipantId[] {
  const first = lines.find(({ depth, zone }) => depth === 0 && (zone === "greeting" || zone === "own"))
  if (first === undefined || (first.zone === "own" && !OPENS_MAIL.test(first.content))) return []
  const names = GREETING.exec(first.content)?.groups?.["names"]?.split(/,| and | & |\//) ?? []
  return names.flatMap((name) => authorNamed(name.trim().replace(/[,:-]+$/, ""), people)?.id ?? [])
}

/** The people of the thread whom a question calls on by name. */
export function calledOn({ asked, by }: Put, { people }: ThreadFacts): readonly ParticipantId[] {
  if (asked.names.length === 0 && by.message.mentions.length === 0) return []
  const mentioned = by.message.mentions.filter(({ name }) => name !== undefined && asked.text.includes(`@${name}`))
  const called = [
    ...asked.names.map((name) => authorNamed(name, people)),
    ...mentioned.map((entry) => people.find(entry)),
  ]
  return called.flatMap((person) => (person !== undefined && people.isAuthor(person.id) ? [person.id] : []))
}

/** Somebody is called by name who is written to and has not spoken yet: it is not for whoever wrote above. */
export function isForOutsider({ asked }: Put, { people }: Pick<ThreadFacts, "people">): boolean {
  const you = nameOfYou(asked.text)
  if (you !== undefined && authorNamed(you, people) === undefined) return true
  return asked.names.some((name) => {
    const person = people.named(name)
    return person !== undefined && !people.authors.includes(person)
  })
}

/** Who wrote the quoted line that the question stands under. */
function quotedAuthor({ asked, by }: Put, { people, factsById }: ThreadFacts): ParticipantId | undefined {
  const under = by.sentences[asked.firstSentence]?.under
  const line = under && by.lines[under.lastLine]
  const origin = line?.origin && factsById.get(line.origin.messageId)
  const author = origin?.message.author ?? line?.author
  return author && people.find(author)?.id
}

// In a chat, whoever spoke within so many turns before is spoken to.
const TURNS = 6

/** Who may be spoken to where no name tells, the likeliest first. */
function spokenTo({ asked, by }: Put, thread: ThreadFacts): readonly (ParticipantId | undefined)[] {
  const ids: (ParticipantId | undefined)[] = []
  const idOf = ({ message }: MessageFacts): ParticipantId | undefined => thread.people.find(message.author)?.id
  if (by.message.medium === "chat") {
    for (let above = by.previous; above !== undefined && ids.length < TURNS; above = above.previous)
      ids.push(idOf(above))
    return ids
  }
  const asker = idOf(by)
  let above = by.parent
  // Whoever replies to their own mail goes on speaking to the same person.
  for (let step = 0; above?.parent !== undefined && step < MAX_ANCESTORS && idOf(above) === asker; step++)
    above = above.parent
  if (above === undefined) return []
  const id = idOf(above)
  const isOther = id !== undefined && id !== asker && thread.people.isAuthor(id)
  return isOther ? [id] : [lastReplierTo(asker, { asked, by }, thread)]
}

/** "If you are allergic to nuts please say so.", in a mail that answers nobody: to all who are. */
const IF_ANY_OF_YOU = quick(/^\W*if you\b(?![^?]*\b(?:can|could|would|will) you\b)[^?]{0,120}\bplease\b/i)

/** Who last replied to somebody before they wrote this mail. A new version of a patch is for everybody. */
function lastReplierTo(
  asker: ParticipantId | undefined,
  { asked, by }: Put,
  { facts, authors, people }: ThreadFacts,
): ParticipantId | undefined {
  if (IF_ANY_OF_YOU.test(asked.text)) return undefined
  if (by.lines.some(({ zone, depth }) => zone === "patch" && depth === 0)) return undefined
  const end = facts.lastIndexOf(by)
  for (let at = end - 1; at >= Math.max(0, end - MAX_BACK); at--) {
    const [author, parent] = [authors[at], facts[at]?.parent]
    if (parent === undefined || author === undefined || author.id === asker || author.person?.isBot === true) continue
    if (people.find(parent.message.author)?.id === asker) return author.id
  }
  return undefined
}

// Who replied so many messages ago is not who is spoken to.
const MAX_BACK = 200
