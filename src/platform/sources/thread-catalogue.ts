import type { MessageId } from "../../model/message.ts"
import type { Reading, Skipped } from "../../model/thread.ts"
import type { ReadOptions, SourceRef, ThreadSource } from "./thread-source.ts"

/** One thread of a place that holds many, known by its headers alone. */
export interface CatalogueEntry {
  readonly id: string
  readonly subject: string
  readonly messageCount: number
  readonly people: number
  readonly lastActivityAt?: string | undefined
  readonly messageIds: readonly MessageId[]
}

/** A list that may be made as it is read. Every array is one. */
export interface Listing<T> extends Iterable<T> {
  readonly length: number
  at(index: number): T | undefined
}

/** The threads of a place that is too large to be read at once, or that holds threads of several rooms. */
export interface ThreadCatalogue {
  /** Largest first. */
  readonly entries: Listing<CatalogueEntry>
  /** Whether reading a thread costs that thread alone; else every reading is a pass over the whole place. */
  readonly readsThreadAlone: boolean
  readonly skipped: readonly Skipped[]
  /** The thread with that id (of mail without `mail:`), or with a message of that id. */
  findById(id: string): CatalogueEntry | undefined
  /** Everything of that one thread, which is one of `entries`. */
  read(entry: CatalogueEntry, options?: ReadOptions): Promise<Reading>
}

/** A source that can say which threads a place holds without reading all their words. */
export interface CatalogueSource extends ThreadSource {
  /** Undefined where `read` gives everything at once. */
  openCatalogue(ref: SourceRef, options?: ReadOptions): Promise<ThreadCatalogue | undefined>
}

export function hasCatalogue(source: ThreadSource): source is CatalogueSource {
  return "openCatalogue" in source
}
