import { readSource } from "../../platform/sources/read-source.ts"
import { explain } from "./explain.ts"
import type { SummarizeParts } from "../summarize.ts"

export const EXPLAIN_FORMATS = ["text", "jsonl"] as const

export interface ExplainCommandOptions {
  readonly alone?: boolean
  readonly format: (typeof EXPLAIN_FORMATS)[number]
}

/** Every line of every mail of a source: zone, depth, author. */
export async function explainCommand(
  source: string,
  { alone = false, format }: ExplainCommandOptions,
  { sources, terminal }: SummarizeParts,
): Promise<void> {
  const reading = await readSource(source, { sources, origin: "terminal" })
  await explain(reading, { alone, format, isColoured: terminal.colorLevel > 0, columns: terminal.columns }, terminal)
}
