import type { ParticipantId } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { AskedQuestion } from "./asked-question.ts"
import { authorNamed } from "./author-named.ts"

/** A question with the message that asks it. */
export interface Put {
  readonly asked: AskedQuestion
  readonly by: MessageFacts
}

/** Whom a question is put to: those called by name, else who wrote the quoted line above it or the parent; empty for everybody. */
export function addressees(put: Put, thread: ThreadFacts): readonly ParticipantId[] {
  const asker = thread.people.find(put.by.message.author)?.id
  const isOther = (id: ParticipantId | undefined): id is ParticipantId =>
    id !== undefined && id !== asker && thread.people.isAuthor(id)
  const named = namedIn(put, thread).filter((id) => id !== asker)
  if (named.length > 0) return [...new Set(named)]
  if (put.asked.isToRoom || isForOutsider(put, thread)) return []
  const quoted = quotedAuthor(put, thread)
  if (isOther(quoted)) return [quoted]
  const spoken = spokenTo(put.by, thread).find(isOther)
  return spoken === undefined ? [] : [spoken]
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

const GREETING = /^(?:hi|hey|hello|dear),? (?<names>[^.!?\n]{2,80})/i

function greeted({ lines }: MessageFacts, { people }: ThreadFacts): readonly ParticipantId[] {
  const own = lines.find(({ depth, content }) => depth === 0 && content.trim() !== "")
  const names = GREETING.exec(own?.content ?? "")?.groups?.["names"]?.split(/,| and | & |\//) ?? []
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
function isForOutsider({ asked }: Put, { people }: ThreadFacts): boolean {
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

function spokenTo(by: MessageFacts, { people }: ThreadFacts): readonly (ParticipantId | undefined)[] {
  const ids: (ParticipantId | undefined)[] = []
  const isChat = by.message.medium === "chat"
  let above = isChat ? by.previous : by.parent
  while (above !== undefined && ids.length < (isChat ? TURNS : 1)) {
    ids.push(people.find(above.message.author)?.id)
    above = above.previous
  }
  return ids
}
