import type { MessageId } from "../../model/message.ts"
import { codeAt } from "../patterns/code-at.ts"
import { bareLetters } from "./words/bare-letters.ts"

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) in two 32-bit halves: the engine has no crypto,
// and a thread holds some hundred questions, for which 64 bits are plenty.
const OFFSETS = [0x811c9dc5, 0x1000193] as const
const PRIME = 0x01000193

/** An id that depends on the message and the sentence alone: the same question keeps it as the thread grows. */
export function questionId(message: MessageId, text: string): string {
  const key = `${message}\n${bareLetters(text, " ").trim()}`
  return `q${hash(key, OFFSETS[0])}${hash(key, OFFSETS[1])}`
}

function hash(text: string, offset: number): string {
  let value = offset
  const { length } = text
  for (let at = 0; at < length; at++) value = Math.imul(value ^ codeAt(text, at), PRIME)
  return (value >>> 0).toString(16).padStart(8, "0")
}
