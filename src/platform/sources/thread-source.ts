import type { Reading } from "../../model/thread.ts"

/** What a person named, after the grammar for sources has read it. */
export type SourceRef =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "stdin" }
  | { readonly kind: "url"; readonly url: URL }
  /** `slack:C024/1712.0001`, `nntp:group/123`, … */
  | { readonly kind: "id"; readonly scheme: string; readonly rest: string }
  | { readonly kind: "message-id"; readonly id: string }

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Told now and then on long work: how far, in a unit that the source names. */
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly done: number
  readonly total?: number
  readonly unit: "bytes" | "messages"
  /** A word for people where the source is slow for a reason (a platform's one request a minute). */
  readonly note?: string
}

export interface SourceForm {
  /** With its article, for a list of them: "a Message-ID", "a path". */
  readonly words: string
  /** Files of this machine can be named in the terminal and the configuration alone. */
  readonly from: "anywhere" | "terminal"
}

/** Where threads come from: a chat workspace, an archive, a mailbox, a file. */
export interface ThreadSource {
  readonly name: string
  /** The `scheme:` ids that are this source's, without the colon. */
  readonly schemes: readonly string[]
  /** The hosts whose addresses it reads, as a person would name them. */
  readonly hosts: readonly string[]
  /** What a person may write to name something of it; lists of forms are made from these. */
  readonly forms: readonly SourceForm[]
  /** Whether a reference is this source's to read. */
  accepts(ref: SourceRef): boolean
  /**
   * Everything that the place holds of the thread (files may hold several threads), or undefined
   * where there is none by that reference. Foreseen failures are AppErrors.
   */
  read(ref: SourceRef, options?: ReadOptions): Promise<Reading | undefined>
}
