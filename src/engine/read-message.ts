import type { BodyLine, Sentence, Zone } from "../model/body.ts"
import type { Message } from "../model/message.ts"
import { foldSpace } from "./body/sentences/fold-space.ts"
import { createDoubt } from "./body/sentences/doubtful-lines.ts"
import { gapAfter, joinContents } from "./body/sentences/joined-lines.ts"
import { readBodies } from "./body/read-body.ts"
import { ownSentences } from "./body/sentences/sentences.ts"
import { createTitles } from "./body/sentences/titles.ts"
import { isSignedName } from "./body/endings/signed-names.ts"
import type { SentenceWords, Topic } from "./words/sentence-words.ts"
import { endsQuotation } from "./verbatim/shown-text.ts"
import { remembering } from "./patterns/remember.ts"
import { readWords, topicOf } from "./words/sentence-words.ts"
import { wordsOf } from "./words/words.ts"

/** An author's own words, and the code that stands within their sentences; patches and logs are theirs too, but say nothing. */
function isOwnZone(zone: Zone): boolean {
  return zone === "own" || zone === "greeting" || zone === "trailer" || zone === "code"
}

/** Nobody quotes through more levels than this (the deepest of 76,681 mails has 14), and each costs time. */
export const MAX_ANCESTORS = 24

/** One message as read: its lines in zones, its author's own sentences, and what stands above it. */
export interface ReadMessage {
  readonly message: Message
  readonly lines: readonly BodyLine[]
  readonly sentences: readonly OwnSentence[]
  /** All that the author wrote themselves, white space folded; what a quote or another's line parts stands on lines of its own. */
  readonly ownText: string
  /** What it answers, as far as the thread has it; in a flat chat the message before it. */
  readonly parent: ReadMessage | undefined
  /** The topmost message above it; undefined for that one itself. */
  readonly root: ReadMessage | undefined
  /** Distance from the thread's first message along the parents. */
  readonly level: number
}

/** One of the author's own sentences, and where it stands in the message. */
export interface OwnSentence extends Sentence {
  /** Number of the sentence among the own ones of the message, from 0. */
  readonly index: number
  /** What rules look for among its words, looked up once for all of them. */
  readonly words: SentenceWords
  /** The quoted lines right above the paragraph run that it stands in; undefined where nothing is quoted above. */
  readonly under: QuoteAbove | undefined
  /** First own sentence below that quote (or of the message, where nothing is quoted above). */
  readonly isHead: boolean
}

/** A run of quoted lines, as indexes into the message's lines. */
export interface QuoteAbove {
  readonly firstLine: number
  readonly lastLine: number
  /** The quoted lines without marks, one space between them. */
  readonly text: string
}

/** A message of which the steps of reading fill in what is in it. */
export type BeingRead = { -readonly [Key in keyof ReadMessage]: ReadMessage[Key] }

/**
 * Reads messages, each after those that it answers. What is learned of one depends on it and on its ancestors alone, so it
 * can be kept.
 */
export function readMessages(reads: readonly BeingRead[]): void {
  const present = reads.filter(({ message }) => message.isDeleted !== true)
  const bodies = readBodies(present.map((read) => ({ message: read.message, ancestors: messagesAbove(read) })))
  for (const [at, read] of present.entries()) read.lines = bodies[at] ?? []
  const spoken = reads.map(({ message, lines }) => spokenBy(message, lines))
  for (const [at, read] of reads.entries())
    read.sentences = placeSentences(spoken[at] ?? [], read.lines, topicIn(read.message.subject))
  for (const read of reads) read.ownText = ownTextOf(read.lines)
}

function messagesAbove(read: ReadMessage): readonly Message[] {
  return ancestorsOf(read).map((ancestor) => ancestor.message)
}

/** Without what is not said: names below, the ends of quotations, titles. In a chat nobody signs, and who says their own name says something. */
function spokenBy({ author, medium }: Message, lines: readonly BodyLine[]): readonly Sentence[] {
  const sentences = ownSentences(lines)
  if (medium === "chat") return sentences
  const isDoubtful = createDoubt(lines)
  const isTitle = createTitles(sentences, lines)
  return sentences.filter(
    (sentence) =>
      !isDoubtful(sentence.firstLine) &&
      !isSignedName(sentence.text, author) &&
      !endsQuotation(sentence.text) &&
      !isTitle(sentence),
  )
}

/** The messages above one, nearest first, as many as matter. */
export function ancestorsOf(read: Pick<ReadMessage, "parent">): readonly ReadMessage[] {
  const ancestors: ReadMessage[] = []
  for (let next = read.parent; next !== undefined && ancestors.length < MAX_ANCESTORS; next = next.parent)
    ancestors.push(next)
  return ancestors
}

// Shorter words of a subject are in every other sentence.
const MIN_TOPIC = 4

/** The subject of a thread comes with every mail of it. */
const topicIn = remembering((subject) => topicOf(wordsOf(subject).filter((word) => word.length >= MIN_TOPIC)))

function placeSentences(
  sentences: readonly Sentence[],
  lines: readonly BodyLine[],
  topic: Topic,
): readonly OwnSentence[] {
  const placed: OwnSentence[] = []
  let under: QuoteAbove | undefined
  let line = 0
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index]
    if (sentence === undefined) continue
    const above = under
    let lastLine = under?.lastLine
    for (; line < sentence.firstLine; line++) if (lines[line]?.zone === "quote") lastLine = line
    if (lastLine !== undefined && lastLine !== under?.lastLine) under = quoteUpTo(lastLine, lines)
    const { text, firstLine, lastLine: last, paragraph } = sentence
    const words = readWords(text, topic)
    const isHead = index === 0 || under !== above
    placed.push({ text, firstLine, lastLine: last, paragraph, index, words, under, isHead })
  }
  return placed
}

function quoteUpTo(lastLine: number, lines: readonly BodyLine[]): QuoteAbove {
  let firstLine = lastLine
  while (firstLine > 0 && isWithinQuote(lines[firstLine - 1])) firstLine--
  const quoted = lines.slice(firstLine, lastLine + 1).filter((entry) => entry.zone === "quote")
  return { firstLine, lastLine, text: joinContents(quoted) }
}

function isWithinQuote(line: BodyLine | undefined): boolean {
  return line?.zone === "quote" || line?.zone === "blank"
}

function ownTextOf(lines: readonly BodyLine[]): string {
  let text = ""
  let isParted = false
  let before: BodyLine | undefined
  for (const line of lines) {
    if (isOwnZone(line.zone)) {
      if (text !== "") text += isParted ? "\n" : gapAfter(before)
      text += foldSpace(line.content)
      isParted = false
    } else if (line.zone !== "blank") isParted = true
    before = line
  }
  return text
}
