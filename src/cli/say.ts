import type { Bot } from "../bot/bot.ts"
import { AppError } from "../errors.ts"
import type { OutlineLine } from "../model/outline.ts"
import type { Ask, Note } from "../platform/ask.ts"
import { renderLines, renderText } from "../render/render-text.ts"
import type { Terminal } from "./terminal.ts"
import { textWidth } from "./terminal.ts"

/** A bot to talk to from here, with the store open behind it. */
export interface OpenBot {
  readonly bot: Bot
  /** The mail address of whoever sits here: what `me` means. */
  readonly me: string | undefined
  close(): Promise<void>
}

/** Says words to the bot as a chat user would, and shows its answer. */
export async function say(words: readonly string[], { bot, me }: OpenBot, terminal: Terminal): Promise<void> {
  const { content } = await bot(toAsk(words, me, terminal))
  const { colorLevel, timeZone } = terminal
  const options = { now: terminal.clock(), timeZone, width: textWidth(terminal), colorLevel }
  if (content.kind === "card") terminal.writeOut(renderText(content.outline, options))
  else if (content.isError === true) throw toAppError(content)
  else terminal.writeOut(renderLines(content.lines, options))
}

/** Whoever can start the program on the machine of the store may do what an administrator may. */
function toAsk(words: readonly string[], me: string | undefined, { timeZone }: Terminal): Ask {
  return {
    words: words.map(quoted).join(" "),
    asker: {
      platform: "terminal",
      userId: me ?? "terminal",
      name: me ?? "you",
      verifiedAddress: me,
      may: { manageChannel: true, administer: true },
      timeZone,
    },
    place: { platform: "terminal", channel: "terminal" },
  }
}

/** The shell has taken its quotes off; the grammar needs them around what holds spaces. */
function quoted(word: string): string {
  return /\s/.test(word) ? `"${word.replaceAll('"', "")}"` : word
}

function toAppError({ lines, code = "usage" }: Note): AppError {
  const [message = "", ...hints] = lines.map(plainWords)
  return new AppError(code, message, { hint: hints.length === 0 ? undefined : hints.join("\n") })
}

function plainWords({ spans }: OutlineLine): string {
  return spans.map((span) => (span.kind === "time" ? span.at : span.text)).join("")
}
