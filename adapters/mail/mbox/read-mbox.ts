import type { Message, Skipped } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { readHeaderFields } from "../mime/header-fields.ts"
import type { MboxPart } from "./split-mbox.ts"
import { splitMbox } from "./split-mbox.ts"
import { toMessage } from "../mime/to-message.ts"

export interface MboxBounds {
  readonly maxMailBytes: number
  readonly maxMessages?: number
}

export interface MboxMessages {
  /** Each id once, in the order of the mbox. */
  readonly messages: readonly Message[]
  readonly skipped: readonly Skipped[]
}

const TORN = "cut short: the file ends within a line"
const MEGABYTE = 1024 * 1024

/** Every message of an mbox as it streams in; what cannot be read is told and loses no other. */
export async function readMboxMessages(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bounds: MboxBounds,
): Promise<MboxMessages> {
  return readMboxParts(splitMbox(chunks, { maxBytes: bounds.maxMailBytes }), bounds)
}

/** The same for messages that were split off already. */
export async function readMboxParts(
  parts: AsyncIterable<MboxPart>,
  { maxMailBytes, maxMessages = Number.POSITIVE_INFINITY }: MboxBounds,
): Promise<MboxMessages> {
  const messages: Message[] = []
  const skipped: Skipped[] = []
  for await (const { raw, number, isCut, isTorn } of parts) {
    if (messages.length + skipped.length >= maxMessages) throw tooMany(maxMessages)
    const outcome = isCut ? `longer than ${Math.floor(maxMailBytes / MEGABYTE)} MB` : await readOne(raw, number)
    if (typeof outcome === "string") skipped.push({ id: `message ${number + 1}`, reason: outcome })
    else messages.push(isTorn === true ? { ...outcome, defect: outcome.defect ?? TORN } : outcome)
  }
  return { messages: withoutRepeats(messages), skipped }
}

/** A raw mail as a message, or why it is none. */
export async function readOne(raw: Buffer, index: number): Promise<Message | string> {
  if (readHeaderFields(raw.toString("latin1", 0, 65_536)).fields.length === 0) return "no mail: it has no header"
  try {
    return await toMessage(raw, index)
  } catch {
    return "its MIME structure cannot be read"
  }
}

/** The same mail by two ways (a list and a copy) is one message. */
export function withoutRepeats(messages: readonly Message[]): readonly Message[] {
  const byId = new Map<string, Message>()
  for (const message of messages) if (!byId.has(message.id)) byId.set(message.id, message)
  return [...byId.values()]
}

function tooMany(maxMessages: number): AppError {
  return new AppError("limit-reached", `Cannot read the thread: it has more than ${maxMessages} messages`, {
    hint: "Raise STANDPOINT_MAX_MESSAGES",
  })
}
