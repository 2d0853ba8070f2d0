import { AppError } from "../errors.ts"
import { summarise } from "../engine/summarise.ts"
import type { Ask, Note, Reply } from "../platform/ask.ts"
import type { Logger } from "../platform/logger.ts"
import { personKey } from "../platform/place-key.ts"
import { askedCardActions, toCard } from "../watch/delivering/cards.ts"
import { answerFromDesk } from "./answer-from-desk.ts"
import type { Asking } from "./asking.ts"
import type { Command } from "./grammar/command.ts"
import type { CoolDown } from "./cool-down.ts"
import type { Desk } from "./desk.ts"
import { summariseFor } from "./find-thread.ts"
import { parseCommand } from "./grammar/grammar.ts"
import { helpNote } from "./help.ts"
import { errorNote, note, text } from "./note.ts"
import { checkMayName, checkMayRead, checkMayShow } from "./rights.ts"
import type { ReadThread } from "./thread-reader.ts"

export interface BotParts {
  readonly readThread: ReadThread
  readonly clock: () => Date
  readonly logger: Logger
  /** Bounds what one person may ask for in a while; absent where only one person asks. */
  readonly coolDown?: CoolDown | undefined
  /** What remembers; without it threads can be summarized and nothing watched. */
  readonly desk?: Desk | undefined
}

export type Bot = (ask: Ask) => Promise<Reply>

/**
 * What people can say to the house, and what it says back: one for every platform and the terminal.
 *
 * An answer is private unless the words asked to share. A foreseen failure is an answer too, with its way out.
 */
export function createBot(parts: BotParts): Bot {
  return async (ask) => {
    try {
      return await answer(readWords(ask, parts), ask, parts)
    } catch (error) {
      if (error instanceof AppError) return toPrivate(errorNote(error))
      parts.logger.error("An ask ended in a bug", { kind: error instanceof Error ? error.name : "unknown" })
      return toPrivate({ ...note([text("That did not work, and it is our fault. It is in the log.")]), isError: true })
    }
  }
}

function readWords(ask: Ask, { clock }: BotParts): Command {
  return parseCommand(ask.words, {
    now: clock(),
    timeZone: ask.asker.timeZone ?? "utc",
    isInThread: ask.here !== undefined,
  })
}

async function answer(command: Command, ask: Ask, parts: BotParts): Promise<Reply> {
  if (command.kind === "help") return toPrivate(helpNote(command.topic, ask.asker.platform))
  const asking =
    parts.desk === undefined ? undefined : { ...parts.desk, ask, now: parts.clock(), readThread: parts.readThread }
  if (command.kind === "summarize" || command.kind === "share") return showThread(command, { ask, asking }, parts)
  if (asking === undefined)
    throw new AppError("config-invalid", `Cannot do "${command.kind}": no store is set up`, {
      hint: "Set STANDPOINT_DATA to a folder or DATABASE_URL to a database, and start again",
    })
  return toPrivate(await answerFromDesk(command, asking))
}

async function showThread(
  command: Extract<Command, { readonly kind: "summarize" | "share" }>,
  { ask, asking }: { readonly ask: Ask; readonly asking: Asking | undefined },
  { readThread, coolDown, clock }: BotParts,
): Promise<Reply> {
  coolDown?.take(personKey(ask.asker), clock())
  if (asking !== undefined) await checkMayName(command.source, asking)
  const { thread, source } = await readThread({ text: command.source, stretch: command.stretch }, ask)
  const isShared = command.kind === "share"
  const shown = { threadId: thread.id, source }
  if (asking !== undefined) {
    await checkMayRead(shown, asking)
    if (isShared) await checkMayShow(shown, ask.place, asking)
  }
  const summary = asking === undefined ? summarise(thread) : await summariseFor(thread, asking)
  return {
    visibility: isShared ? "public" : "private",
    content: toCard(summary, { source, actions: askedCardActions(source, isShared) }),
  }
}

function toPrivate(content: Note): Reply {
  return { visibility: "private", content }
}
