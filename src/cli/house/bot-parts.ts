import { randomBytes } from "node:crypto"
import { hostname } from "node:os"
import type { ReadThread } from "../../bot/thread-reader.ts"
import { createThreadReader } from "../../bot/thread-reader.ts"
import { parseSource } from "../../platform/sources/source-grammar.ts"
import type { ThreadSource } from "../../platform/sources/thread-source.ts"

/** Reads what people name: in the terminal also files of this machine, in a chat never. */
export function createReader(sources: readonly ThreadSource[]): ReadThread {
  return createThreadReader({
    sources,
    parseSource: (text, { asker }) =>
      parseSource(text, { sources, origin: asker.platform === "terminal" ? "terminal" : "chat" }),
  })
}

/** 20 characters that nobody else has: Discord's nonce takes 25. */
export function newId(): string {
  return randomBytes(15).toString("base64url")
}

/** Names this process among all that share a store. */
export function processName(): string {
  return `${hostname()}-${process.pid}-${newId().slice(0, 6)}`
}
