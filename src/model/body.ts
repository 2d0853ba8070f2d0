import type { Identity, MessageId } from "./message.ts"

/** own, greeting, trailer, code, patch and log are the sender's; the rest is not their words. */
export const ZONES = [
  "own",
  "greeting",
  "trailer",
  "code",
  "patch",
  "log",
  "quote",
  "attribution",
  "signature",
  "footer",
  "blank",
] as const
export type Zone = (typeof ZONES)[number]

/** One line of a body, as decoded, with what it is. Every line of the body has exactly one. */
export interface BodyLine {
  /** The line as it stands in the body, quote marks included. */
  readonly text: string
  /** The line without its quote marks. */
  readonly content: string
  readonly zone: Zone
  /**
   * format=flowed (RFC 3676): the line was broken by a program and goes on in the next one. What was
   * written is their contents with nothing between; with DelSp a content ends without the deleted space.
   */
  readonly isSoftBroken?: boolean | undefined
  /** Quote depth; 0 is the sender's own level. A wrapped tail has the depth of the line it was broken from. */
  readonly depth: number
  /** Who wrote the line, as far as the mail tells. */
  readonly author?: Identity | undefined
  /** For a wrapped tail: the index of the line that it was broken from. */
  readonly tailOf?: number | undefined
  /** With the thread at hand: the message and line (index in its body) that this quoted line was copied from. */
  readonly origin?: { readonly messageId: MessageId; readonly line: number } | undefined
}

/** A sentence of one body and one author, joined over line breaks. */
export interface Sentence {
  /** Verbatim; runs of white space are one space. */
  readonly text: string
  readonly firstLine: number
  readonly lastLine: number
  /** Number of the paragraph (run of lines of one zone and depth) in the body, from 0. */
  readonly paragraph: number
}
