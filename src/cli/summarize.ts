import { summarise } from "../engine/summarise.ts"
import { AppError } from "../errors.ts"
import type { Thread } from "../model/thread.ts"
import type { ThreadSource } from "../platform/thread-source.ts"
import { renderMarkdown } from "../render/render-markdown.ts"
import { renderText } from "../render/render-text.ts"
import { toOutline } from "../render/to-outline.ts"
import { chooseThread } from "./choose-thread.ts"
import type { Terminal } from "./terminal.ts"
import { textWidth } from "./terminal.ts"

export const SUMMARY_FORMATS = ["text", "markdown", "json"] as const
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number]

export interface SummarizeOptions {
  readonly thread?: string | undefined
  readonly format: SummaryFormat
  readonly width?: number | undefined
}

export interface SummarizeParts {
  readonly sources: readonly ThreadSource[]
  readonly terminal: Terminal
}

/** One thread of a source, summarized to stdout. What is not the summary goes to stderr. */
export async function summarizeCommand(
  source: string,
  options: SummarizeOptions,
  { sources, terminal }: SummarizeParts,
): Promise<void> {
  const { thread, others } = await chooseThread(source, { choice: options.thread, sources, origin: "terminal" })
  terminal.writeOut(renderThread(thread, options, terminal))
  if (others > 0) terminal.writeError(moreThreads(source, others))
}

function renderThread(thread: Thread, { format, width }: SummarizeOptions, terminal: Terminal): string {
  const summary = summarise(thread)
  const reader = { now: terminal.clock(), timeZone: terminal.timeZone }
  switch (format) {
    case "json":
      return `${JSON.stringify(summary, undefined, 2)}\n`
    case "markdown":
      return renderMarkdown(toOutline(summary), reader)
    case "text": {
      const { colorLevel } = terminal
      return renderText(toOutline(summary), { ...reader, width: width ?? textWidth(terminal), colorLevel })
    }
  }
}

function moreThreads(source: string, more: number): string {
  const noun = more === 1 ? "thread" : "threads"
  return `This is the largest thread; ${source} holds ${more} more ${noun}. standpoint threads ${source} lists them, --thread N chooses one.\n`
}

/** The narrowest column in which names, labels and references still fit beside each other. */
const MIN_WIDTH = 40
const MAX_WIDTH = 1_000

export function parseWidth(text: string): number {
  const width = Number(text)
  if (/^\d{1,4}$/.test(text) && width >= MIN_WIDTH && width <= MAX_WIDTH) return width
  throw new AppError(
    "usage",
    `Expected --width to be a whole number from ${MIN_WIDTH} to ${MAX_WIDTH} but found "${text}"`,
  )
}
