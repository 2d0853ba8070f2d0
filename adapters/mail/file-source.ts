import { readFile } from "node:fs/promises"
import type { Message, Reading, SourceRef, ThreadSource } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { toMessage } from "./to-message.ts"

/** Threads from files: for now an mbox or one mail. */
export function createFileSource(): ThreadSource {
  return {
    name: "file",
    accepts: (ref: SourceRef) => ref.kind === "path",
    read: async (ref) => (ref.kind === "path" ? readMbox(ref.path) : undefined),
  }
}

async function readMbox(path: string): Promise<Reading> {
  const text = await readFile(path, "latin1").catch((cause: unknown) => {
    throw new AppError("source-unreadable", `Cannot read "${path}": no such file`, { cause })
  })
  const messages: Message[] = []
  for (const part of text.split(/^From [^\n]*\n/m)) {
    if (part.trim() !== "") messages.push(await toMessage(Buffer.from(part, "latin1"), messages.length))
  }
  return { source: "mail", messages, skipped: [], reasons: [] }
}
