import type { Bot } from "../../bot/bot.ts"
import { AppError } from "../../errors.ts"
import type { OutlineLine } from "../../model/outline.ts"
import type { Ask, Note } from "../../platform/ask.ts"
import { renderLines, renderText } from "../../render/render-text.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { textWidth } from "../terminal/terminal.ts"

/** A bot to talk to from here: our own with the store open behind it, or the one that runs already. */
export interface OpenBot {
  /** Gives the answer as text; throws where the bot says that it cannot. */
  say(said: Said): Promise<string>
  close(): Promise<void>
}

/** Words, and how their answer is to be shown. */
export interface Said {
  readonly words: string
  readonly now: Date
  readonly timeZone: string
  readonly width: number
  readonly colorLevel: Terminal["colorLevel"]
}

/** Says words to the bot as a chat user would, and shows its answer. */
export async function say(words: readonly string[], open: OpenBot, terminal: Terminal): Promise<void> {
  const { colorLevel, timeZone } = terminal
  const said = { words: words.map(quoted).join(" "), now: terminal.clock(), timeZone, colorLevel }
  terminal.writeOut(await open.say({ ...said, width: textWidth(terminal) }))
}

/** Asks a bot of this process; `me` is the mail address of whoever sits at the terminal. */
export async function sayTo(bot: Bot, me: string | undefined, { words, ...options }: Said): Promise<string> {
  const { content } = await bot(toAsk(words, me, options.timeZone))
  if (content.kind === "card") return renderText(content.outline, options)
  if (content.isError === true) throw toAppError(content)
  return renderLines(content.lines, options)
}

/** Whoever can start the program on the machine of the store may do what an administrator may. */
function toAsk(words: string, me: string | undefined, timeZone: string): Ask {
  return {
    words,
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
