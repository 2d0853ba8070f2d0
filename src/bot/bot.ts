import { summarise } from "../engine/summarise.ts"
import { AppError } from "../errors.ts"
import type { Ask, Card, CardAction, Reply } from "../platform/ask.ts"
import type { Logger } from "../platform/logger.ts"
import { toOutline } from "../render/to-outline.ts"
import type { Command } from "./command.ts"
import type { CoolDown } from "./cool-down.ts"
import { parseCommand } from "./grammar.ts"
import { helpNote } from "./help.ts"
import { errorNote, note, text } from "./note.ts"
import type { FoundThread, ReadThread } from "./thread-reader.ts"

export interface BotParts {
  readonly readThread: ReadThread
  readonly clock: () => Date
  readonly logger: Logger
  /** Bounds what one person may ask for in a while; absent where only one person asks. */
  readonly coolDown?: CoolDown | undefined
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
      if (error instanceof AppError) return { visibility: "private", content: errorNote(error) }
      parts.logger.error("An ask ended in a bug", { kind: error instanceof Error ? error.name : "unknown" })
      return {
        visibility: "private",
        content: { ...note([text("That did not work, and it is our fault. It is in the log.")]), isError: true },
      }
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
  if (command.kind === "help") return { visibility: "private", content: helpNote(command.topic, ask.asker.platform) }
  if (command.kind === "summarize" || command.kind === "share") {
    parts.coolDown?.take(`${ask.asker.platform}:${ask.asker.team ?? ""}:${ask.asker.userId}`, parts.clock())
    const found = await parts.readThread({ text: command.source, stretch: command.stretch }, ask)
    const isShared = command.kind === "share"
    return { visibility: isShared ? "public" : "private", content: toCard(found, isShared) }
  }
  throw new AppError("config-invalid", `Cannot do "${command.kind}": no store is set up`, {
    hint: "Set STANDPOINT_DATA to a folder or DATABASE_URL to a database, and start again",
  })
}

function toCard({ thread, source }: FoundThread, isShared: boolean): Card {
  return {
    kind: "card",
    threadId: thread.id,
    source,
    outline: toOutline(summarise(thread)),
    actions: cardActions(source, isShared),
  }
}

/** Buttons of a card; what is shared already offers no sharing. */
export function cardActions(source: string, isShared: boolean): readonly CardAction[] {
  const share: CardAction = { label: "Share in channel", words: `share ${source}`, style: "primary" }
  return [
    ...(isShared ? [] : [share]),
    { label: "Watch", words: `watch ${source}`, style: "plain" },
    { label: "Snooze", words: `snooze ${source} until reply`, style: "plain" },
  ]
}
