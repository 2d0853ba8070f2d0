import { readBody } from "../../engine/body/read-body.ts"
import { ownSentences } from "../../engine/body/sentences/sentences.ts"
import { AppError } from "../../errors.ts"
import type { OutlineLine } from "../../model/outline.ts"
import type { Answer, Excerpt } from "../../model/summary.ts"
import type { Note } from "../../platform/ask.ts"
import { openQuestionsInOrder } from "../../render/questions-in-order.ts"
import type { Correction, CorrectionContent } from "../../store/correction.ts"
import type { Asking } from "../asking.ts"
import { askerKey, provenAddresses } from "../asking.ts"
import type { Command } from "../grammar/command.ts"
import type { NamedThread } from "../find-thread.ts"
import { findThread, readListed } from "../find-thread.ts"
import { line, note, text } from "../note.ts"

type Of<Kind extends Command["kind"]> = Extract<Command, { readonly kind: Kind }>

/** A sentence that asks nothing. */
export async function notAQuestion(command: Of<"not-a-question">, asking: Asking): Promise<Note> {
  const { named, statement } = await findQuestion(command, asking)
  const isAskers = await isAsker({ named, statement }, asking)
  await correct(named, { kind: "not-a-question", ...toNamed(statement), isAskers }, asking)
  return note([text("That counts as no question from now on. Say undo to take it back.")])
}

/** A question that is settled, by a message if one is named. */
export async function answered(command: Of<"answered">, asking: Asking): Promise<Note> {
  const { named, statement } = await findQuestion(command, asking)
  const answer = command.by === undefined ? undefined : findAnswer(command.by, named)
  const isAskers = await isAsker({ named, statement }, asking)
  await correct(named, { kind: "answered", ...toNamed(statement), answer, isAskers }, asking)
  return note([text("That counts as answered from now on. Say undo to take it back.")])
}

function toNamed({ messageId, text: words }: Excerpt): { readonly messageId: string; readonly text: string } {
  return { messageId, text: words }
}

/** Whether the asker of the question says it, by an address that is proved to be theirs. */
async function isAsker({ named, statement }: NamedQuestion, asking: Asking): Promise<boolean> {
  const mine = await ownAddresses(asking)
  const author = named.summary.messages.find((message) => message.id === statement.messageId)?.author
  return named.summary.participants.some(
    ({ id, addresses }) => id === author && addresses.some((address) => mine.has(address)),
  )
}

async function ownAddresses(asking: Asking): Promise<ReadonlySet<string>> {
  return new Set([...(await provenAddresses(asking)), asking.ask.asker.userId])
}

/** The speaker's own word on the stance that is shown for them. */
export async function ruleStance(command: Of<"stance">, asking: Asking): Promise<Note> {
  const named = await findThread(command.source, asking)
  const mine = await ownAddresses(asking)
  const participant = named.summary.participants.find((one) => one.addresses.some((address) => mine.has(address)))
  const address = participant?.addresses.find((one) => mine.has(one))
  if (participant === undefined || address === undefined)
    throw new AppError(
      "not-permitted",
      "Cannot tell that you take part in this thread: nobody in it has your address",
      {
        hint: "Tie your account first, for example: me ada@example.org",
      },
    )
  if (participant.stance === undefined)
    throw new AppError("usage", "Cannot find a stance of yours in this thread: none is shown")
  const kind = command.isMine ? "stance-confirmed" : "stance-withdrawn"
  await correct(named, { kind, address, messageId: participant.stance.statement.messageId }, asking)
  return note([
    text(command.isMine ? "Noted: that is where you stand." : "Noted: that is no longer shown as your stance."),
  ])
}

/** Takes back the last correction of a thread: one's own, or anybody's for who manages the channel. */
export async function undo(command: Of<"undo">, asking: Asking): Promise<Note> {
  const named = await findThread(command.source, asking)
  const all = await asking.store.corrections.ofThread(named.threadId)
  const key = askerKey(asking)
  const may = (correction: Correction): boolean =>
    correction.by === key || (asking.ask.asker.may.manageChannel && !correction.content.kind.startsWith("stance-"))
  const last = all.findLast((correction) => correction.undoneAt === undefined && may(correction))
  if (last === undefined)
    throw new AppError("usage", "Cannot undo: no correction of yours stands in this thread", {
      hint: "Say history to see who corrected what",
    })
  await asking.store.corrections.undo(last.id, key, asking.now.toISOString())
  await recompute(named, asking)
  return note([text(`Taken back: ${describeContent(last.content)}`)])
}

/** Who corrected what in a thread, and when. */
export async function history(command: Of<"history">, asking: Asking): Promise<Note> {
  const { threadId } = await findThread(command.source, asking)
  const all = await asking.store.corrections.ofThread(threadId)
  if (all.length === 0) return note([text("Nobody has corrected anything in this thread.")])
  return note(all.map(historyLine))
}

function historyLine({ byName, at, content, undoneAt }: Correction): OutlineLine {
  const undone = undoneAt === undefined ? "" : ` (taken back ${undoneAt})`
  return line([
    { kind: "time", at, relative: false },
    { kind: "text", text: " " },
    { kind: "name", text: byName },
    { kind: "text", text: `: ${describeContent(content)}${undone}` },
  ])
}

function describeContent(content: CorrectionContent): string {
  switch (content.kind) {
    case "not-a-question":
      return `not a question: “${content.text}”`
    case "answered":
      return `answered: “${content.text}”`
    case "stance-confirmed":
      return "confirmed their stance"
    case "stance-withdrawn":
      return "gave up the stance shown for them"
  }
}

interface NamedQuestion {
  readonly named: NamedThread
  readonly statement: Excerpt
}

/** By number in the card of the thread, by number in the last list, or by id. */
async function findQuestion(
  { question, source }: { readonly question: string; readonly source?: string | undefined },
  asking: Asking,
): Promise<NamedQuestion> {
  const number = Number(/^[<#]?(?<number>\d{1,3})>?$/.exec(question)?.groups?.["number"])
  if (Number.isInteger(number) && source === undefined && asking.ask.here === undefined)
    return findListed(question, asking)
  const named = await findThread(source, asking)
  const found = Number.isInteger(number)
    ? openQuestionsInOrder(named.summary)[number - 1]
    : named.summary.questions.find((candidate) => candidate.id === question)
  if (found !== undefined) return { named, statement: found.statement }
  throw new AppError("usage", `Cannot find question ${question} in this thread`, {
    hint: "Give its number in the card, for example: answered 2",
  })
}

async function findListed(question: string, asking: Asking): Promise<NamedQuestion> {
  const item = (await readListed(question, asking)) ?? ""
  const parts: unknown = item.startsWith("[") ? JSON.parse(item) : []
  const [, source, messageId, words]: readonly unknown[] = Array.isArray(parts) ? parts : []
  if (typeof source !== "string" || typeof messageId !== "string" || typeof words !== "string")
    throw new AppError("usage", `Cannot find question ${question}: the last list held none`, {
      hint: "Say open to see the open questions with their numbers",
    })
  return { named: await findThread(source, asking), statement: { messageId, text: words } }
}

function findAnswer(words: string, { thread, summary }: NamedThread): Answer {
  const id = words.replaceAll(/[<>]/g, "")
  const message = thread.messages.find((one) => one.id === id || one.permalink === id)
  const sentence = message === undefined ? undefined : ownSentences(readBody(message))[0]
  const by = summary.messages.find((one) => one.id === message?.id)?.author
  if (message === undefined || sentence === undefined || by === undefined)
    throw new AppError("usage", `Cannot find message "${id}" in this thread, or it has no words of its own`, {
      hint: "Give the message's link or id, for example: answered 2 by <id@host>",
    })
  return {
    by,
    statement: {
      messageId: message.id,
      text: sentence.text,
      ...(message.permalink === undefined ? {} : { permalink: message.permalink }),
    },
  }
}

async function correct(named: NamedThread, content: CorrectionContent, asking: Asking): Promise<void> {
  const { store, newId, ask, now } = asking
  await store.corrections.add({
    id: newId(),
    threadId: named.threadId,
    content,
    by: askerKey(asking),
    byName: ask.asker.name,
    at: now.toISOString(),
  })
  await recompute(named, asking)
}

// A watched thread is drawn anew at once; any other is set right whenever it is asked for.
async function recompute({ threadId, source }: NamedThread, { store, now, wake }: Asking): Promise<void> {
  const thread = await store.threads.find(threadId)
  if (thread === undefined) return
  const feed = thread.feeds[0] ?? source
  await store.threads.noteNews([
    { threadId, source: thread.source, feed, at: now.toISOString(), quietMs: 0, latestMs: 0, messageIds: [] },
  ])
  wake()
}
