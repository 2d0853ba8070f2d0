import type { MessageId } from "../model/message.ts"
import type { Reading, Skipped } from "../model/thread.ts"
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

/** The threads of a place that is too large to be read at once, or that holds threads of several rooms. */
export interface ThreadCatalogue {
  /** Largest first. */
  readonly entries: readonly CatalogueEntry[]
  readonly skipped: readonly Skipped[]
  /** Everything of that one thread. */
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
