import type { Message } from "../../../model/message.ts"
import { readAttributed } from "../../body/attributions/attribution-name.ts"

/** A name that may be that of an address. */
export interface SaidName {
  readonly name: string
  /** A patch names its author above its words, and the mail is from an account of theirs. */
  readonly isPatchs: boolean
  /** More stands on its line: it may be the beginning of a sentence. */
  readonly isLoose: boolean
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
  if (isTheirs) yield* patchAuthor(lines)
  for (const line of lines) if (line.length <= LONGEST_LINE) yield* namesIn(line, { isTheirs, local })
}

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
