import type { BodyLine, Zone } from "../../../model/body.ts"
import type { Identity, MessageId } from "../../../model/message.ts"
import { joinContents } from "./joined-lines.ts"

/** The quote that a run of own lines stands under. */
export interface ReplyContext {
  /** The own run's first and last line. */
  readonly firstLine: number
  readonly lastLine: number
  /** The quoted lines directly above it, as indexes into the body; empty where the run stands under none. */
  readonly quotedLines: readonly number[]
  /** Their contents joined by single spaces, wrapped tails included. */
  readonly quotedText: string
  /** Depth and author of the last quoted line: whom the run answers. */
  readonly depth: number
  readonly author?: Identity | undefined
  /** Where the quoted lines were copied from, in order, as far as the thread told. */
  readonly origins: readonly { readonly messageId: MessageId; readonly line: number }[]
}

/**
 * Every run of the sender's lines with the quote directly above it: a "Yes." answers that quote.
 *
 * A run goes on over blank lines, code and the like until a quote comes. Of the quote above, the
 * lines of its last depth count, up to where a quoted line of the sender's other levels stands.
 */
export function replyContexts(lines: readonly BodyLine[]): readonly ReplyContext[] {
  const contexts: ReplyContext[] = []
  let quoteEnd = -1
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.zone === "quote") quoteEnd = at
    if (!isOwn(lines[at])) continue
    let last = at
    while (at < lines.length && lines[at]?.zone !== "quote" && lines[at]?.zone !== "attribution") {
      if (isOwn(lines[at])) last = at
      at++
    }
    contexts.push(contextOf(lines, { firstLine: firstOwn(lines, quoteEnd, last), lastLine: last, quoteEnd }))
    at--
    quoteEnd = -1
  }
  return contexts
}

/** The context that a line of the sender's stands in. */
export function replyContextAt(contexts: readonly ReplyContext[], line: number): ReplyContext | undefined {
  return contexts.find((context) => context.firstLine <= line && line <= context.lastLine)
}

const OWN_ZONES: ReadonlySet<Zone> = new Set(["own", "greeting", "trailer", "code", "patch", "log"])

function isOwn(line: BodyLine | undefined): boolean {
  return line !== undefined && OWN_ZONES.has(line.zone)
}

function firstOwn(lines: readonly BodyLine[], quoteEnd: number, last: number): number {
  for (let at = quoteEnd + 1; at <= last; at++) if (isOwn(lines[at])) return at
  return last
}

function contextOf(
  lines: readonly BodyLine[],
  {
    firstLine,
    lastLine,
    quoteEnd,
  }: { readonly firstLine: number; readonly lastLine: number; readonly quoteEnd: number },
): ReplyContext {
  const foot = lines[quoteEnd]
  if (foot === undefined) return { firstLine, lastLine, quotedLines: [], quotedText: "", depth: 0, origins: [] }
  const quotedLines = quotedAbove(lines, quoteEnd, foot.depth)
  const quoted = quotedLines.flatMap((at) => lines[at] ?? [])
  return {
    firstLine,
    lastLine,
    quotedLines,
    quotedText: joinContents(quoted),
    depth: foot.depth,
    author: foot.author,
    origins: quoted.flatMap((line) => line.origin ?? []),
  }
}

function quotedAbove(lines: readonly BodyLine[], foot: number, depth: number): readonly number[] {
  const found: number[] = []
  for (let at = foot; at >= 0; at--) {
    const zone = lines[at]?.zone
    if (zone === "quote" && lines[at]?.depth === depth) found.push(at)
    else if (zone !== "blank" || (lines[at]?.depth === 0 && lines[at - 1]?.zone !== "quote")) break
  }
  return found.toReversed()
}
