import stringWidth from "string-width"
import type { ListedThread } from "./threads.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { textWidth } from "../terminal/terminal.ts"

const HEADINGS = ["#", "messages", "people", "open", "last", "subject"] as const
const GAP = "  "

/**
 * The list as columns; subjects take what is left of the width. In pieces, and the threads are gone through
 * twice: a hundred thousand rows need not be held.
 */
export function* renderThreads(threads: Iterable<ListedThread>, terminal: Terminal): Generator<string> {
  const widths: number[] = HEADINGS.map((heading) => heading.length)
  for (const thread of threads) {
    const row = toRow(thread)
    for (const [column, width] of widths.slice(0, -1).entries())
      widths[column] = Math.max(width, widthOf(row[column] ?? ""))
  }
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0)
  const room = Math.max(20, textWidth(terminal) - before)
  yield toLine(HEADINGS, { widths, room })
  for (const thread of threads) yield toLine(toRow(thread), { widths, room })
}

function toRow(thread: ListedThread): readonly string[] {
  return [
    String(thread.number),
    String(thread.messages),
    String(thread.people),
    thread.openQuestions === undefined ? "?" : String(thread.openQuestions),
    thread.lastActivityAt?.slice(0, 10) ?? "",
    readable(thread.subject),
  ]
}

interface Layout {
  readonly widths: readonly number[]
  readonly room: number
}

function toLine(row: readonly string[], { widths, room }: Layout): string {
  const cells = row.map((cell, column) =>
    column === row.length - 1 ? cut(cell, room) : padded(cell, { width: widths[column] ?? 0, column }),
  )
  return `${cells.join(GAP).trimEnd()}\n`
}

/** Most rows are plain letters: measuring these by graphemes would take a minute for a large list. */
function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text)
}

/** Numbers stand to the right, dates to the left. */
function padded(cell: string, { width, column }: { readonly width: number; readonly column: number }): string {
  const space = " ".repeat(Math.max(0, width - widthOf(cell)))
  return column < 4 ? space + cell : cell + space
}

/** A stranger's subject must not move the cursor of a terminal. */
function readable(subject: string): string {
  const text = subject.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").trim()
  return text === "" ? "(no subject)" : text
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" })
  let kept = ""
  for (const { segment } of segmenter.segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
