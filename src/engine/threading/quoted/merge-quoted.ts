import type { QuotedMessage } from "./quoted-messages.ts"
import { nameKey } from "../../people/name-key.ts"
import { foldSpace } from "../../body/sentences/fold-space.ts"

/** One lost message, with everybody's quotes of it laid over one another. */
export interface LostMessage {
  /** Stays the same while more people quote it. */
  readonly key: string
  /** The fullest quote first. */
  readonly quotes: readonly QuotedMessage[]
  readonly body: string
}

/** Quotes of one message found together: by its id where the headers tell it, else by author and a line that both hold. */
export function mergeQuoted(quoted: readonly QuotedMessage[]): readonly LostMessage[] {
  const groups = new Map<string, QuotedMessage[]>()
  const keyByLine = new Map<string, string>()
  for (const quote of quoted) {
    const key = keyOf(quote, keyByLine)
    for (const line of quote.ownLines)
      if (line.length >= MIN_SHARED) keyByLine.set(lineKey(quote, line), keyByLine.get(lineKey(quote, line)) ?? key)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [quote])
    else group.push(quote)
  }
  return [...groups.entries()].map(([key, quotes]) => {
    const fullest = quotes.toSorted((a, b) => b.ownLines.length - a.ownLines.length)
    return { key, quotes: fullest, body: mergeBodies(fullest) }
  })
}

// A line this long is the same in two quotes only where both are of one message.
const MIN_SHARED = 20

function keyOf(quote: QuotedMessage, keyByLine: ReadonlyMap<string, string>): string {
  for (const line of quote.ownLines) {
    const known = line.length >= MIN_SHARED ? keyByLine.get(lineKey(quote, line)) : undefined
    if (known !== undefined) return known
  }
  if (quote.knownId !== undefined) return `id ${quote.knownId}`
  return `words ${authorKey(quote)} ${quote.ownLines.find((line) => line.length >= MIN_SHARED) ?? quote.ownLines[0] ?? ""}`
}

function lineKey(quote: QuotedMessage, line: string): string {
  return `${authorKey(quote)}\n${line}`
}

function authorKey({ author }: QuotedMessage): string {
  return nameKey(author.name) ?? (author.address === "" ? (author.name ?? "") : author.address)
}

/** The fullest quote, with the lines that only others kept put behind the line that they follow there. */
function mergeBodies(quotes: readonly QuotedMessage[]): string {
  const [base, ...others] = quotes
  if (base === undefined) return ""
  const added: Added = { known: new Set(base.body.map(foldSpace)), linesByAnchor: new Map() }
  for (const quote of others) addLines(quote, added)
  const merged = [...(added.linesByAnchor.get("") ?? [])]
  for (const line of base.body) {
    merged.push(line)
    const text = foldSpace(line)
    if (text === "") continue
    merged.push(...(added.linesByAnchor.get(text) ?? []))
    added.linesByAnchor.delete(text)
  }
  return merged.join("\n")
}

interface Added {
  readonly known: Set<string>
  /** Lines that the fullest quote lacks, by the folded line that they stand behind; "" for the top. */
  readonly linesByAnchor: Map<string, string[]>
}

function addLines({ body, ownLines }: QuotedMessage, { known, linesByAnchor }: Added): void {
  const own = new Set(ownLines)
  let anchor = ""
  for (const line of body) {
    const text = foldSpace(line)
    if (text === "") continue
    if (known.has(text)) anchor = text
    else if (own.has(text)) {
      known.add(text)
      const lines = linesByAnchor.get(anchor)
      if (lines === undefined) linesByAnchor.set(anchor, [line])
      else lines.push(line)
    }
  }
}
