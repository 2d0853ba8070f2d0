import type { BodyLine } from "../model/body.ts"
import type { Message } from "../model/message.ts"
import { Chalk } from "chalk"

const PALETTE = [
  "cyan",
  "yellow",
  "magenta",
  "green",
  "blue",
  "red",
  "cyanBright",
  "yellowBright",
  "magentaBright",
  "greenBright",
] as const
const ZONE_WIDTH = 11
const NAME_WIDTH = 18

/** One message as a picture: a column for the zone, one for the author, a bar for every level, each author in a colour. */
export function explainAsText(message: Message, lines: readonly BodyLine[], isColoured: boolean): string {
  const chalk = new Chalk({ level: isColoured ? 1 : 0 })
  const colours = new Map<string, (typeof PALETTE)[number]>()
  const colourOf = (key: string): (typeof PALETTE)[number] => {
    const known = colours.get(key) ?? PALETTE[colours.size % PALETTE.length] ?? "cyan"
    colours.set(key, known)
    return known
  }
  let shownAuthor = ""
  const rows = lines.map((line) => {
    const author = line.author === undefined ? "" : (line.author.name ?? line.author.address)
    const name = line.zone === "blank" || author === shownAuthor ? "" : author
    if (line.zone !== "blank") shownAuthor = author
    const paint = author === "" ? chalk.dim : chalk[colourOf(author)]
    const zone = line.zone === "blank" ? "" : line.zone
    const bars = "│ ".repeat(Math.min(line.depth, MAX_BARS))
    return `${chalk.dim(zone.padEnd(ZONE_WIDTH))} ${paint(fit(name, NAME_WIDTH))} ${paint(bars)}${paint(line.content)}`.trimEnd()
  })
  const head = `${`${chalk.bold(message.subject)}  ${chalk.dim(message.sentAt ?? "")}`.trimEnd()}\n${chalk.dim(message.id)}`
  return `${head}\n${rows.join("\n")}\n\n`
}

// Deeper than this, bars would push the text off the screen.
const MAX_BARS = 12

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)
}
