import stringWidth from "string-width"
import type { ListedThread } from "./threads.ts"
import type { Terminal } from "./terminal.ts"
import { textWidth } from "./terminal.ts"

const HEADINGS = ["#", "messages", "people", "open", "last", "subject"] as const
const GAP = "  "

/** The list as columns; subjects take what is left of the width. */
export function renderThreads(threads: readonly ListedThread[], terminal: Terminal): string {
  const rows = threads.map((thread) => [
    String(thread.number),
    String(thread.messages),
    String(thread.people),
    thread.openQuestions === undefined ? "" : String(thread.openQuestions),
    thread.lastActivityAt?.slice(0, 10) ?? "",
    readable(thread.subject),
  ])
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => stringWidth(row[column] ?? ""))),
  )
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0)
  const room = Math.max(20, textWidth(terminal) - before)
  const lines = [[...HEADINGS], ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cut(cell, room) : padded(cell, { width: widths[column] ?? 0, column }),
      )
      .join(GAP)
      .trimEnd(),
  )
  return `${lines.join("\n")}\n`
}

/** Numbers stand to the right, dates to the left. */
function padded(cell: string, { width, column }: { readonly width: number; readonly column: number }): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(cell)))
  return column < 4 ? space + cell : cell + space
}

/** A stranger's subject must not move the cursor of a terminal. */
function readable(subject: string): string {
  const text = subject.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").trim()
  return text === "" ? "(no subject)" : text
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" })
  let kept = ""
  for (const { segment } of segmenter.segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
