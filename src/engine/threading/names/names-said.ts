import type { Message } from "../../../model/message.ts"
import { readAttributed } from "../../body/attributions/attribution-name.ts"

/** A name that may be that of an address. */
export interface SaidName {
  readonly name: string
  /** A patch names its author above its words, and the mail is from an account of theirs. */
  readonly isPatchs: boolean
  /** More stands on its line: it may be the beginning of a sentence. */
  readonly isLoose: boolean
  /** Stands where nothing but a signature can: a full name that is somebody else's here is theirs as well. */
  readonly isSignature?: boolean
}

export interface Sought {
  /** The address, or what stands in its place. */
  readonly key: string
  /** The part before the @; empty where it cannot be read. */
  readonly local: string
  readonly message: Message
}

/** What a message says of an unnamed author: the names they sign with, and those that stand beside their address. */
export function* namesSaid({ key, local, message: { author, body } }: Sought): Generator<SaidName> {
  const isTheirs = author.address === key || author.name === key
  const isNamed = local.length >= SHORTEST_LOCAL && body.includes(local)
  if (!isTheirs && !isNamed) return
  const lines = body.split("\n", MAX_LINES)
  if (isTheirs) {
    yield* patchAuthor(lines)
    yield* signatureIn(lines)
  }
  for (const line of lines) if (line.length <= LONGEST_LINE) yield* namesIn(line, { isTheirs, local })
}

/** The full name alone below a closing or "--", where the mail shows nobody else's text but by marks. */
function* signatureIn(lines: readonly string[]): Generator<SaidName> {
  if (lines.some((line, at) => DIVIDES.test(line) || (WROTE.test(line) && !isMarkedBelow(lines, at)))) return
  let above = ""
  for (const line of lines) {
    const name = line.trim()
    if (name === "" || name.startsWith(">")) continue
    if (name.includes(" ") && NAME.test(name) && CLOSES.test(above))
      yield { name, isPatchs: false, isLoose: false, isSignature: true }
    above = name
  }
}

function isMarkedBelow(lines: readonly string[], at: number): boolean {
  let below = at + 1
  while (lines[below]?.trim() === "") below++
  return lines[below]?.startsWith(">") === true
}

/** What stands above a copy without marks: whose name is below it nobody can tell. */
const DIVIDES = /^[\s*]*(?:-{2,}.{0,40}\b(?:message|forwarded)\b|_{8,}|from:|sent:|begin forwarded)/iu
const WROTE = /\b(?:wrote|writes|said|schrieb|écrit)\s?:?\s*$/iu
const CLOSES =
  /^(?:--|(?:(?:with|my|many|kind(?:est)?|best|warm(?:est)?) )*(?:regards|wishes|greetings|cheers|thanks|thank you|thx|sincerely|yours|best)(?: (?:in advance|again|a lot|very much|truly|sincerely))?[,.!]*)$/iu

function* namesIn(
  line: string,
  { isTheirs, local }: { readonly isTheirs: boolean; readonly local: string },
): Generator<SaidName> {
  if (isTheirs && !line.startsWith(">")) yield* signed(line)
  if (local.length >= SHORTEST_LOCAL && line.includes(local)) yield* beside(line, local)
}

const SHORTEST_LOCAL = 3
const MAX_LINES = 2_000
const LONGEST_LINE = 160
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u
const FROM = /^From: (?<name>[^<"]{2,60})<[^\s<>]+@[^\s<>]+>$/u

function* patchAuthor(lines: readonly string[]): Generator<SaidName> {
  const name = FROM.exec(lines.find((line) => line.trim() !== "")?.trim() ?? "")?.groups?.["name"]?.trim()
  if (name !== undefined && NAME.test(name)) yield { name, isPatchs: true, isLoose: false }
}

// "-- Ada", "/Ada", "Ada Holm, Head of Terns"
const SIGNED =
  /^[\s\-–—~/*]*(?<name>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?<rest>[\s.,:;*~-]*$|[,:] | {2}|\t| ?[<(])/u

function* signed(line: string): Generator<SaidName> {
  const { name, rest = "" } = SIGNED.exec(line)?.groups ?? {}
  if (name !== undefined)
    yield { name: name.replace(/[.-]+$/u, ""), isPatchs: false, isLoose: !/^[\s.,*~-]*$/u.test(rest) && !isCard(line) }
}

/** "Ada Holm,   ada at tern.example": a line of a signature. */
function isCard(line: string): boolean {
  return CARD.test(line)
}

const CARD = /^[^@]{2,60}(?:, ?| {2}|\t)\s*<?[\w.+-]+(?:@| at )[\w-]+(?:\.[\w-]+)+>?\s*$/u
const BEFORE = /^[>|\s]*(?:[\w-]+-by: )?/iu

/** "Ada Holm <ada@tern.example> wrote:" in whoever's mail. */
function* beside(line: string, local: string): Generator<SaidName> {
  const by = readAttributed(line.replace(BEFORE, ""))
  if (typeof by !== "object" || by.author.address.split("@", 1)[0] !== local) return
  const { name } = by.author
  if (name !== undefined && NAME.test(name)) yield { name, isPatchs: false, isLoose: false }
}
