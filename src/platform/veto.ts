import type { Identity, Message } from "../model/message.ts"

// Alone on a message's first line, as people say it in chat; in a quote or in running text it is none.
const VETO = /^!(?:nda|confidential)\b[ \t]*(?<lifted>off|undo|lift)?[ \t]*$/i

/** What a message says about the veto: an objection to summaries, its end, or nothing. */
export function readVeto(text: string): "objects" | "lifts" | undefined {
  const match = VETO.exec(text.split("\n", 1)[0]?.trim() ?? "")
  if (match === null) return undefined
  return match.groups?.["lifted"] === undefined ? "objects" : "lifts"
}

/**
 * Who objects to a summary of these messages (oldest first): whoever said `!nda` and neither took it
 * back with `!nda off` nor deleted it. Nobody can lift another's.
 */
export function objectorsIn(messages: readonly Message[]): readonly Identity[] {
  const objectors = new Map<string, Identity>()
  for (const { author, body, isDeleted } of messages) {
    const veto = isDeleted === true ? undefined : readVeto(body)
    if (veto === "objects") objectors.set(author.address, author)
    if (veto === "lifts") objectors.delete(author.address)
  }
  return [...objectors.values()]
}
