import type { Identity, Message, MessageId } from "../../../model/message.ts"
import type { DraftLine } from "../../body/lines/line-table.ts"
import { attributionDate } from "../../body/attributions/attribution-date.ts"
import { draftBody } from "../../body/draft-body.ts"
import { foldSpace } from "../../body/sentences/fold-space.ts"

/** A message that nobody handed us, as one mail quotes it. */
export interface QuotedMessage {
  /** Its Message-ID where the quoting mail's References tell it. */
  readonly knownId: MessageId | undefined
  readonly author: Identity
  readonly sentAt: string | undefined
  /** Its body as far as it is quoted: marks one level off, wrapped tails joined again. */
  readonly body: readonly string[]
  /** Its own lines, folded: by these it is recognised in other people's quotes. */
  readonly ownLines: readonly string[]
  readonly quotedBy: Message
  readonly depth: number
}

/** The messages that a mail quotes below the ancestors that we have, nearest first; levels without an author are left out. */
export function quotedMessages(message: Message, ancestors: readonly Message[]): readonly QuotedMessage[] {
  if (ancestors.length >= MAX_DEPTH) return []
  const lines = draftBody(message, ancestors)
  const deepest = lines.reduce((depth, line) => Math.max(depth, line.zone === "quote" ? line.depth : 0), 0)
  const found: QuotedMessage[] = []
  for (let depth = ancestors.length + 1; depth <= Math.min(deepest, MAX_DEPTH); depth++) {
    const quoted = atDepth(message, lines, depth)
    if (quoted !== undefined) found.push(quoted)
  }
  return found
}

// Each level is a pass over the body; below this nobody's words are whole any more.
const MAX_DEPTH = 12

function atDepth(message: Message, lines: readonly DraftLine[], depth: number): QuotedMessage | undefined {
  const own = lines.filter((line) => line.zone === "quote" && line.depth === depth && line.origin === undefined)
  const author = chiefAuthor(own)
  const theirs = own.filter((line) => line.author === author)
  const ownLines = theirs.map((line) => foldSpace(line.content)).filter((text) => text !== "")
  if (author === undefined || ownLines.every((text) => text.length < MIN_WORDS)) return undefined
  const level = theirs.find((line) => line.level?.date !== undefined)?.level
  return {
    knownId: knownId(message, depth),
    author,
    sentAt: level?.date === undefined ? undefined : attributionDate(level.date),
    body: bodyAt(lines, depth, author),
    ownLines,
    quotedBy: message,
    depth,
  }
}

// A level of which only "Hi," or "ok" is left says nothing of its message.
const MIN_WORDS = 12

function knownId(message: Message, depth: number): MessageId | undefined {
  const ids = message.references.filter((id) => id.includes("@"))
  const last = ids.at(-1)
  const chain = message.inReplyTo === undefined || last === message.inReplyTo ? ids : [...ids, message.inReplyTo]
  return chain.at(-depth)
}

/** The author of most of a level's lines: where two attributions speak of one depth, the fuller quote counts. */
function chiefAuthor(lines: readonly DraftLine[]): Identity | undefined {
  const counts = new Map<Identity, number>()
  for (const { author } of lines) if (author !== undefined) counts.set(author, (counts.get(author) ?? 0) + 1)
  let chief: Identity | undefined
  for (const [author, count] of counts) if (count > (counts.get(chief ?? { address: "" }) ?? 0)) chief = author
  return chief
}

/** The lines of a level and of what it quotes, as they stood in its own mail. */
function bodyAt(lines: readonly DraftLine[], depth: number, author: Identity): readonly string[] {
  const body: string[] = []
  for (const line of lines) {
    const isForeign = line.zone === "quote" && line.depth === depth && line.author !== author
    if (line.depth < depth || isForeign) {
      if (body.length > 0 && body.at(-1) !== "") body.push("")
      continue
    }
    const text = line.content.trimEnd()
    if (line.tailOf !== undefined && body.length > 0) body.push(`${body.pop() ?? ""} ${text.trim()}`)
    else body.push(`${"> ".repeat(line.depth - depth)}${text}`.trimEnd())
  }
  while (body.at(-1) === "") body.pop()
  return body
}
