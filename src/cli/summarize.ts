import { summarise } from "../engine/summarise.ts"
import type { Thread } from "../model/thread.ts"
import type { ReadOptions, ThreadSource } from "../platform/sources/thread-source.ts"
import { renderMarkdown } from "../render/render-markdown.ts"
import { renderText } from "../render/render-text.ts"
import { toOutline } from "../render/to-outline.ts"
import { chooseThread } from "./threads/choose-thread.ts"
import type { Terminal } from "./terminal/terminal.ts"
import { textWidth } from "./terminal/terminal.ts"

export const SUMMARY_FORMATS = ["text", "markdown", "json"] as const
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number]

export interface SummarizeOptions {
  readonly thread?: string | undefined
  readonly format: SummaryFormat
  readonly width?: number | undefined
  /** Everything of the text, however long. */
  readonly all?: boolean
}

export interface SummarizeParts {
  readonly sources: readonly ThreadSource[]
  readonly terminal: Terminal
  readonly readOptions?: ReadOptions
}

/** One thread of a source, summarized to stdout. What is not the summary goes to stderr. */
export async function summarizeCommand(
  source: string,
  options: SummarizeOptions,
  { sources, terminal, readOptions = {} }: SummarizeParts,
): Promise<void> {
  const asked = { choice: options.thread, sources, origin: "terminal", options: readOptions } as const
  const { thread, others } = await chooseThread(source, asked)
  terminal.writeOut(renderThread(thread, options, terminal))
  if (others > 0) terminal.writeError(moreThreads(source, others))
}

function renderThread(thread: Thread, { format, width, all }: SummarizeOptions, terminal: Terminal): string {
  const summary = summarise(thread)
  const reader = { now: terminal.clock(), timeZone: terminal.timeZone }
  switch (format) {
    case "json":
      return `${JSON.stringify(summary, undefined, 2)}\n`
    case "markdown":
      return renderMarkdown(toOutline(summary), reader)
    case "text": {
      const { colorLevel } = terminal
      const options = { ...reader, width: width ?? textWidth(terminal), colorLevel, isWhole: all ?? false }
      return renderText(toOutline(summary), options)
    }
  }
}

function moreThreads(source: string, more: number): string {
  const noun = more === 1 ? "thread" : "threads"
  return `This is the largest thread; ${source} holds ${more} more ${noun}. standpoint threads ${source} lists them, --thread N chooses one.\n`
}
