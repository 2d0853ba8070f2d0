import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./lines/line-table.ts"
import type { OwnLine, OwnLines } from "./lines/own-lines.ts"
import { isClearSigned, unescapeDashes } from "./code/armour.ts"
import { correctMarks } from "./quotes/false-marks.ts"
import { giveAnswersBack } from "./copies/answers-within.ts"
import { guessAuthors } from "./copies/author-guesses.ts"
import { markChatLines } from "./quotes/chat-lines.ts"
import { splitLines } from "./lines/line-table.ts"
import { holdsIndentedMark, markIndented } from "./quotes/indented-marks.ts"
import { markMarkedAnswers } from "./quotes/marked-answers.ts"
import { tieToAncestors } from "./copies/origins.ts"
import { indexOwnLines, pickOwnLines } from "./lines/own-lines.ts"
import { markCopies } from "./copies/unmarked-copies.ts"
import { markOwnZones } from "./own-zones.ts"
import { markSoftBreaks } from "./lines/soft-breaks.ts"
import { markQuotes } from "./quotes/quotes.ts"
import { giveTailsBack } from "./quotes/wrapped-tails.ts"

/** A message whose body is to be read, with those above it, nearest first. */
export interface Unread {
  readonly message: Message
  readonly ancestors: readonly Message[]
}

/** The lines of a body with all that the steps of reading found out. */
export function draftBody(message: Message, ancestors: readonly Message[]): readonly DraftLine[] {
  return draftBodies([{ message, ancestors }])[0] ?? []
}

/** The lines of several bodies, each after those that it answers: all go through one step before any goes through the next. */
export function draftBodies(unread: readonly Unread[]): readonly (readonly DraftLine[])[] {
  const drafts = unread.map(toDraft)
  const mails = drafts.filter(({ isRead }) => !isRead)
  for (const mail of mails) readQuotes(mail)
  for (const mail of mails) tieQuotes(mail)
  for (const { lines, message } of mails) guessAuthors(lines, message)
  for (const { lines, message } of mails) markOwnZones(lines, message)
  for (const { lines, message, ancestors } of mails) if (ancestors.length === 0) ALONE.set(message, lines)
  return drafts.map(({ lines }) => lines)
}

/** A body on its way through the steps. */
interface Draft extends Unread {
  readonly lines: DraftLine[]
  /** A chat has no steps, and what was kept has been through them. */
  readonly isRead: boolean
  /** Of the ancestors that matter. */
  owners: readonly OwnLines[]
}

// A mail that answers none that is here is read by whoever looks for its parent, and for lost mails in it, before its
// own words are; who reads those comes last and forgets it.
const ALONE = new WeakMap<Message, DraftLine[]>()

/** To be called once a body's lines were handed out for good: so many lines are not kept for as long as their message is. */
export function forgetDraft(message: Message): void {
  ALONE.delete(message)
}

function toDraft({ message, ancestors }: Unread): Draft {
  const known = message.medium === "chat" ? readChat(message) : ancestors.length === 0 ? ALONE.get(message) : undefined
  const lines = known ?? startMail(message)
  return { message, ancestors, lines, isRead: known !== undefined, owners: [] }
}

// Nothing quotes further back than this; each quoted line may look at every ancestor once.
const MAX_ANCESTORS = 24

/** A body in lines, with the marks that are meant as such. */
function startMail(message: Message): DraftLine[] {
  const lines = splitLines(message.body)
  if (isClearSigned(message.body)) unescapeDashes(lines)
  correctMarks(lines, message.body)
  return lines
}

function readQuotes(draft: Draft): void {
  const { message, lines, ancestors } = draft
  draft.owners = ancestors.slice(0, MAX_ANCESTORS).map(keptOwnLines)
  const isProven = markQuoted(lines, message, draft.owners)
  if (!isProven && !INDEXED.has(message)) PICKED.set(message, pickOwnLines(lines))
}

function tieQuotes({ lines, owners, message }: Draft): void {
  if (owners.length === 0) return
  markCopies(lines, owners, message.author)
  tieToAncestors(lines, owners)
  giveAnswersBack(lines, owners, message)
}

/** Tells which lines are the sender's and which are quoted, and whether the ancestors had a word in it. */
function markQuoted(lines: DraftLine[], message: Message, owners: readonly OwnLines[]): boolean {
  if (holdsIndentedMark(message.body)) markIndented(lines, owners)
  markSoftBreaks(lines, message)
  const isProven = lines.some(({ depth }) => depth > 0) && giveTailsBack(lines, owners)
  markQuotes(lines, message)
  markMarkedAnswers(lines, message.author)
  return isProven
}

function readChat(message: Message): DraftLine[] {
  const lines = splitLines(message.body)
  markChatLines(lines, message.author)
  return lines
}

// An ancestor is asked by everybody who answers it. What is kept goes with the message itself.
const INDEXED = new WeakMap<Message, OwnLines>()
// Of a mail that was read already; it is made ready only where somebody asks.
const PICKED = new WeakMap<Message, readonly OwnLine[]>()

/** What a message has of its own, taken by itself; read once for all who ask. */
export function keptOwnLines(message: Message): OwnLines {
  const kept = INDEXED.get(message)
  if (kept !== undefined) return kept
  const own = PICKED.get(message) ?? pickOwnLines(message.medium === "chat" ? readChat(message) : quotedAlone(message))
  PICKED.delete(message)
  const indexed = indexOwnLines(message, own)
  INDEXED.set(message, indexed)
  return indexed
}

function quotedAlone(message: Message): readonly DraftLine[] {
  const lines = startMail(message)
  markQuoted(lines, message, [])
  return lines
}
