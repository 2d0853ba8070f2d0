import { readBody } from "../../engine/body/read-body.ts"
import { findPeople } from "../../engine/people/people.ts"
import { ancestorsOf } from "../../engine/threading/quoted/ancestors.ts"
import { buildThreads } from "../../engine/threading/build-threads.ts"
import type { BodyLine } from "../../model/body.ts"
import type { Message } from "../../model/message.ts"
import type { Reading, Thread } from "../../model/thread.ts"
import { explainAsJson } from "./explain-json.ts"
import type { PictureOptions } from "./explain-text.ts"
import { createPicture } from "./explain-text.ts"

export interface ExplainOptions extends Omit<PictureOptions, "people"> {
  /** Every message read as if it were the only one. */
  readonly alone: boolean
  readonly format: "text" | "jsonl"
}

/** Shows every line of every message: zone, depth, author. */
export async function explain(
  reading: Reading,
  options: ExplainOptions,
  terminal: { readonly writeOut: (text: string) => void },
): Promise<void> {
  if (options.alone) {
    const write = writerFor(options)
    for (const message of reading.messages) terminal.writeOut(write(message, readBody(message)))
    return
  }
  for (const thread of buildThreads(reading)) {
    const write = writerFor(options, thread)
    const byId = new Map<string, Message>(thread.messages.map((message) => [message.id, message]))
    for (const message of thread.messages)
      terminal.writeOut(write(message, readBody(message, ancestorsOf(message, byId))))
  }
}

function writerFor(options: ExplainOptions, thread?: Thread): (message: Message, lines: readonly BodyLine[]) => string {
  if (options.format === "jsonl") return explainAsJson
  return createPicture({ ...options, people: thread === undefined ? undefined : findPeople(thread.messages) })
}
