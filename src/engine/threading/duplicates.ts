import type { Message } from "../../model/message.ts"

/**
 * Each message once. The same Message-ID comes twice through two lists or two folders; so does the same
 * mail under a new id, which some list servers give it: same author, time and words.
 */
export function dropDuplicates(messages: readonly Message[]): readonly Message[] {
  const byId = new Map<string, Message>()
  const seen = new Set<string>()
  for (const message of messages) {
    const known = byId.get(message.id)
    if (known !== undefined) {
      if (knowsMore(message, known)) byId.set(message.id, message)
      continue
    }
    const print = fingerprint(message)
    if (print !== undefined && seen.has(print)) continue
    if (print !== undefined) seen.add(print)
    byId.set(message.id, message)
  }
  return [...byId.values()]
}

/** Of two copies the one with its parents, or without a defect, is kept. */
function knowsMore(copy: Message, kept: Message): boolean {
  if (kept.defect !== undefined && copy.defect === undefined) return true
  return copy.references.length > kept.references.length && copy.defect === undefined
}

function fingerprint(message: Message): string | undefined {
  if (message.sentAt === undefined || message.body.trim() === "" || message.medium === "chat") return undefined
  return `${message.author.address}\n${message.sentAt}\n${message.subject}\n${message.body.replaceAll(/\s+/gu, " ").slice(0, 2_000)}`
}
