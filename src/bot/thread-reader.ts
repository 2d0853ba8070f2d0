import { buildThreads } from "../engine/threading/build-threads.ts"
import { AppError } from "../errors.ts"
import type { Thread } from "../model/thread.ts"
import type { Ask } from "../platform/ask.ts"
import { toSourceWords } from "../platform/sources/source-words.ts"
import type { SourceRef, ThreadSource } from "../platform/sources/thread-source.ts"
import type { Stretch } from "./grammar/command.ts"

/** What was asked for, before anything is read. */
export interface ThreadRequest {
  /** As the person named it; absent for the thread in which it was said. */
  readonly text?: string | undefined
  readonly stretch?: Stretch | undefined
}

export interface FoundThread {
  readonly thread: Thread
  /** Words that name this thread again, for buttons and watches. */
  readonly source: string
  /** How many more threads the source holds. */
  readonly others: number
}

export type ReadThread = (request: ThreadRequest, ask: Ask) => Promise<FoundThread>

export interface ThreadReaderParts {
  readonly sources: readonly ThreadSource[]
  /** The grammar of sources: words to a reference, refusing what may not be read from where it was asked. */
  readonly parseSource: (text: string, ask: Ask) => SourceRef
}

/** Finds the source that a request means, reads it, and takes its largest thread. */
export function createThreadReader({ sources, parseSource }: ThreadReaderParts): ReadThread {
  return async ({ text, stretch }, ask) => {
    const ref = text === undefined ? ask.here : parseSource(text, ask)
    if (ref === undefined)
      throw new AppError("usage", "Expected a thread to summarize but this was not said in one", {
        hint: "Give a link or an id, for example: summarize https://lists.example.org/list/id@host/",
      })
    const named = text ?? toSourceWords(ref)
    const source = sources.find((candidate) => candidate.accepts(ref))
    if (source === undefined)
      throw new AppError("source-unknown", `Cannot read "${named}": no source here knows it`, {
        hint: "Give a link from an archive that is set up, a Message-ID, or a link to a chat thread",
      })
    const part = withStretch(ref, stretch)
    const reading = await source.read(part)
    const threads = reading === undefined ? [] : buildThreads(reading)
    const largest = threads.toSorted((left, right) => right.messages.length - left.messages.length)[0]
    // Archives merge strangers: the thread that holds the message asked for is meant, be it the smaller one.
    const thread = threads.find(({ messages }) => messages.some(({ id }) => id === reading?.about)) ?? largest
    if (thread === undefined)
      throw new AppError("thread-not-found", `Cannot read "${named}": no message there`, {
        hint: "Look whether the link opens in a browser, and whether the bot may read it",
      })
    // A part of a channel keeps its bounds: what a button does later is about the same messages.
    return { thread, source: stretch === undefined ? named : toSourceWords(part), others: threads.length - 1 }
  }
}

// A stretch of a channel travels behind the id: `slack:C024?since=2026-11-23T00:00:00Z`, `discord:123?last=50`.
function withStretch(ref: SourceRef, stretch: Stretch | undefined): SourceRef {
  if (stretch === undefined) return ref
  if (ref.kind !== "id")
    throw new AppError("usage", `Cannot take a part of "${toSourceWords(ref)}": that works in chat channels only`, {
      hint: "For example, in a channel: summarize here since yesterday",
    })
  const part = stretch.since === undefined ? `last=${stretch.last ?? ""}` : `since=${stretch.since}`
  return { ...ref, rest: `${ref.rest}?${part}` }
}
