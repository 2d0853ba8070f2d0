import type { Reading } from "../model/thread.ts"
import type { Message } from "../model/message.ts"
import { readBody } from "../engine/body/read-body.ts"
import { buildThreads } from "../engine/threading/build-threads.ts"
import { ancestorsOf } from "../engine/threading/ancestors.ts"
import { explainAsText } from "./explain-text.ts"
import { explainAsJson } from "./explain-json.ts"

export interface ExplainOptions {
  /** Every message read as if it were the only one. */
  readonly alone: boolean
  readonly format: "text" | "jsonl"
  /** Whether the output may hold colours (a terminal, no NO_COLOR). */
  readonly isColoured: boolean
}

/** Shows every line of every message: zone, depth, author. */
export async function explain(
  reading: Reading,
  options: ExplainOptions,
  terminal: { readonly writeOut: (text: string) => void },
): Promise<void> {
  const write = options.format === "jsonl" ? explainAsJson : explainAsText
  if (options.alone) {
    for (const message of reading.messages) terminal.writeOut(write(message, readBody(message), options.isColoured))
    return
  }
  for (const thread of buildThreads(reading)) {
    const byId = new Map<string, Message>(thread.messages.map((message) => [message.id, message]))
    for (const message of thread.messages)
      terminal.writeOut(write(message, readBody(message, ancestorsOf(message, byId)), options.isColoured))
  }
}
