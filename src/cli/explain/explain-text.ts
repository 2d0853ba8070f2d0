import { Chalk } from "chalk"
import type { ChalkInstance } from "chalk"
import { nameKey } from "../../engine/people/name-key.ts"
import type { People } from "../../engine/people/people.ts"
import type { BodyLine } from "../../model/body.ts"
import type { Identity, Message } from "../../model/message.ts"
import { cleanText } from "../../render/words/clean-text.ts"
import { breakLine, cutTo } from "../terminal/fit-text.ts"

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

export interface PictureOptions {
  /** Whether the output may hold colours (a terminal, no NO_COLOR). */
  readonly isColoured: boolean
  /** Of the window; undefined where the output goes to a pipe or a file, whose lines are never broken. */
  readonly columns: number | undefined
  /** Who is who in the thread: somebody of two addresses has one colour. */
  readonly people?: People | undefined
}

/**
 * Draws messages: a column for the zone, one for the author, a bar for every level, each author in one
 * colour from the first message to the last. Zone and author are written where they change.
 */
export function createPicture(options: PictureOptions): (message: Message, lines: readonly BodyLine[]) => string {
  const chalk = new Chalk({ level: options.isColoured ? 1 : 0 })
  const painter: Painter = { ...options, chalk, colours: new Map(), columnsOf: columnsFor(options.columns) }
  return (message, lines) => {
    const rows: string[] = []
    let shown = ""
    for (const line of lines) {
      const label = labelOf(line)
      const isNew = line.zone !== "blank" && label.key !== shown
      if (isNew) shown = label.key
      rows.push(...rowsOf(painter, line, isNew ? label : NO_LABEL))
    }
    while (rows.at(-1) === "") rows.pop()
    return `${headOf(painter, message)}\n\n${rows.join("\n")}\n\n\n`
  }
}

interface Columns {
  readonly zone: number
  readonly name: number
}

// A window this narrow has to leave the most for the words.
const NARROW = 80

function columnsFor(columns: number | undefined): Columns {
  return columns !== undefined && columns < NARROW ? { zone: 6, name: 10 } : { zone: 11, name: 18 }
}

interface Painter extends PictureOptions {
  readonly chalk: ChalkInstance
  readonly colours: Map<string, (typeof PALETTE)[number]>
  readonly columnsOf: Columns
}

function paintOf(painter: Painter, author: Identity | undefined): ChalkInstance {
  const { chalk, colours, people } = painter
  if (author === undefined) return chalk.dim
  const key = people?.find(author)?.id ?? nameKey(author.name) ?? `${author.address}${author.name ?? ""}`.toLowerCase()
  const colour = colours.get(key) ?? PALETTE[colours.size % PALETTE.length] ?? "cyan"
  colours.set(key, colour)
  return chalk[colour]
}

function headOf(painter: Painter, message: Message): string {
  const { chalk } = painter
  const { name, address } = message.author
  const author = [name, address === "" ? undefined : `<${address}>`].filter((part) => part !== undefined).join(" ")
  const origin = message.isRebuilt === true ? "known from quotes alone" : message.id
  const subject = `${chalk.bold(cleanText(message.subject))}  ${chalk.dim(message.sentAt ?? "")}`.trimEnd()
  return `${subject}\n${paintOf(painter, message.author)(cleanText(author))}  ${chalk.dim(cleanText(origin))}`
}

interface Label {
  readonly zone: string
  readonly name: string
  readonly key: string
}

const NO_LABEL: Label = { zone: "", name: "", key: "" }

function labelOf({ zone, author, tailOf }: BodyLine): Label {
  const shown = zone === "quote" && tailOf !== undefined ? "tail" : zone
  const nobody = zone === "quote" ? "?" : ""
  const name = cleanText(author === undefined ? nobody : (author.name ?? author.address))
  return { zone: shown, name, key: `${shown}\n${name}` }
}

// Deeper than this, bars would push the text off the screen; a number says how many more there are.
const MAX_BARS = 12
// So much of a row is for the words, however deep they stand.
const MIN_ROOM = 20

function rowsOf(painter: Painter, line: BodyLine, label: Label): readonly string[] {
  if (line.zone === "blank" && line.depth === 0) return [""]
  const { chalk, columns, columnsOf } = painter
  const paint = line.zone === "blank" ? chalk.dim : paintOf(painter, line.author)
  const before = columnsOf.zone + columnsOf.name + 2
  const room = columns === undefined ? Number.POSITIVE_INFINITY : columns - before
  const bars = barsOf(line.depth, Math.max(1, Math.floor((room - MIN_ROOM) / 2)))
  const texts = breakLine(readable(line.content), Math.max(MIN_ROOM, room - bars.length))
  return texts.map((text, at) => {
    const { zone, name } = at === 0 ? label : NO_LABEL
    const isNamed = zone !== "" || name !== ""
    const margin = `${chalk.dim(cutTo(zone, columnsOf.zone))} ${paint(cutTo(name, columnsOf.name))} `
    return `${isNamed ? margin : " ".repeat(before)}${paint(`${bars}${text}`.trimEnd())}`
  })
}

function barsOf(depth: number, limit: number): string {
  const shown = Math.min(depth, MAX_BARS, limit)
  return "│ ".repeat(shown) + (depth > shown ? `+${depth - shown} ` : "")
}

/** A stranger's line, its spaces kept: nothing in it moves the cursor or turns the direction of writing. */
function readable(text: string): string {
  return text
    .replaceAll("\t", "    ")
    .replaceAll(/\p{Cc}+/gu, " ")
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .trimEnd()
}
