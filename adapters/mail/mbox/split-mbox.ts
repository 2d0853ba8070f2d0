// Our own scan over chunks: the packages on npm are five to ten times slower, undo ">From" wrongly or
// not at all, and split at any line that begins with "From ". Here such a line must carry a ctime date,
// and follow an empty line or the start of the file.

/** One message of an mbox, `>From` undone. */
export interface MboxPart {
  readonly raw: Buffer
  /** Which message of the file it is, from 0. */
  readonly number: number
  /** Where the message (without its From_ line) stands in the file. */
  readonly start: number
  readonly end: number
  /** Longer than the bound: `raw` holds what came before it. */
  readonly isCut: boolean
  /** The last one of a file that ends within a line: programs write whole lines, and a copy that broke off does not. */
  readonly isTorn?: boolean
}

/** `From ada@example.org Thu Jan  1 00:00:00 1970`; pipermail writes `ada at example.org`, some write a zone. */
const FROM_LINE =
  /^From (?:[^\n]{0,200}? )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2}) +(?:\d{4} +)?\d{1,2}:\d{2}(?::\d{2})?(?: |$)/
const FROM_LINE_BYTES = 300

/** Whether a file begins like an mbox. */
export function isFromLine(line: string): boolean {
  return FROM_LINE.test(line.trimEnd())
}

const MARK = Buffer.from("\nFrom ")
const EMPTY_LINES = [Buffer.from("\n\n"), Buffer.from("\n\r\n")]

export interface SplitOptions {
  readonly maxBytes: number
  /** Bodies are passed over: `raw` ends with the header. */
  readonly headsOnly?: boolean
}

/** The messages of an mbox that arrives in chunks. Memory holds one message and one chunk. */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxBytes, headsOnly = false }: SplitOptions,
): AsyncGenerator<MboxPart> {
  let pending: Buffer = Buffer.alloc(0)
  let offset = 0
  let open: OpenPart | undefined
  let number = 0
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk])
    const from = { at: 0 }
    for (const mark of findMarks(pending, { isStart: offset === 0 })) {
      if (mark.after > pending.length) break
      const part =
        open === undefined ? undefined : closePart(open, pending.subarray(from.at, mark.at), offset + mark.at)
      if (part !== undefined) yield part
      open = { pieces: [], length: 0, number: number++, start: offset + mark.after, maxBytes, headsOnly, isPast: false }
      from.at = mark.after
    }
    const keep = unfinished(pending, from.at)
    if (open !== undefined) addPiece(open, pending.subarray(from.at, keep))
    offset += keep
    pending = pending.subarray(keep)
  }
  if (open !== undefined) yield { ...closePart(open, pending, offset + pending.length), isTorn: isTorn(pending) }
}

/** A closed multipart and a closed page are whole without a last line end. */
function isTorn(end: Buffer): boolean {
  const line = end.toString("latin1", end.lastIndexOf(10) + 1)
  return line !== "" && !/--\r?$|<\/html>\s*$/i.test(line)
}

interface OpenPart {
  readonly pieces: Buffer[]
  length: number
  readonly number: number
  readonly start: number
  readonly maxBytes: number
  readonly headsOnly: boolean
  /** The header is over, and nothing else is wanted. */
  isPast: boolean
}

function addPiece(open: OpenPart, piece: Buffer): void {
  const room = open.isPast ? 0 : open.maxBytes - Math.min(open.length, open.maxBytes)
  const end = open.headsOnly && room > 0 ? endOfHead(piece) : undefined
  // A copy: a slice would keep its whole chunk in memory.
  if (room > 0 && piece.length > 0) open.pieces.push(Buffer.from(piece.subarray(0, Math.min(room, end ?? room))))
  open.isPast ||= end !== undefined
  open.length += piece.length
}

/** Just after the first empty line; one that is cut in two by the end of a chunk is missed, and the bound holds. */
function endOfHead(piece: Buffer): number | undefined {
  const ends = EMPTY_LINES.map((mark) => ({ at: piece.indexOf(mark), length: mark.length })).filter(
    ({ at }) => at !== -1,
  )
  return ends.length === 0 ? undefined : Math.min(...ends.map(({ at, length }) => at + length))
}

function closePart(open: OpenPart, rest: Buffer, end: number): MboxPart {
  addPiece(open, rest)
  const whole = Buffer.concat(open.pieces)
  return {
    raw: undoFromQuoting(withoutLastEmptyLine(whole)),
    number: open.number,
    start: open.start,
    end,
    isCut: open.length > open.maxBytes,
  }
}

interface Mark {
  /** Where the message before it ends. */
  readonly at: number
  /** Where the message after it begins. */
  readonly after: number
}

/** The From_ lines that lie whole in the buffer. */
function* findMarks(buffer: Buffer, { isStart }: { readonly isStart: boolean }): Generator<Mark> {
  if (isStart && buffer.toString("latin1", 0, 5) === "From ") {
    const end = buffer.indexOf(10)
    if (end !== -1 && isFromLine(buffer.toString("latin1", 0, Math.min(end, FROM_LINE_BYTES))))
      yield { at: 0, after: end + 1 }
  }
  let hit = buffer.indexOf(MARK)
  while (hit !== -1) {
    const end = buffer.indexOf(10, hit + 1)
    if (end === -1) return
    const line = buffer.toString("latin1", hit + 1, Math.min(end, hit + 1 + FROM_LINE_BYTES))
    const isAfterEmpty = buffer[hit - 1] === 10 || (buffer[hit - 1] === 13 && buffer[hit - 2] === 10)
    if (isAfterEmpty && isFromLine(line)) yield { at: hit + 1, after: end + 1 }
    hit = buffer.indexOf(MARK, hit + 1)
  }
}

/** Up to where the buffer can be handed on: a From_ line may be cut in two by the end of a chunk. */
function unfinished(buffer: Buffer, from: number): number {
  const lastLine = buffer.lastIndexOf(10)
  if (lastLine === -1) return buffer.length > FROM_LINE_BYTES ? buffer.length : from
  const isTooLong = buffer.length - lastLine > FROM_LINE_BYTES
  // Two more bytes than the line end, so that the empty line before a mark is still at hand.
  return isTooLong ? buffer.length : Math.max(from, lastLine - 3)
}

/** The empty line before a From_ line belongs to the mbox, not to the message. */
function withoutLastEmptyLine(raw: Buffer): Buffer {
  if (raw.length >= 2 && raw.at(-1) === 10 && raw.at(-2) === 10) return raw.subarray(0, -1)
  const isCrLf = raw.length >= 4 && raw.toString("latin1", raw.length - 4) === "\r\n\r\n"
  return isCrLf ? raw.subarray(0, -2) : raw
}

/** mboxrd has put one `>` before every line of `>`s and "From "; in an mboxo the two look alike. */
function undoFromQuoting(raw: Buffer): Buffer {
  if (!raw.includes(">From ")) return raw
  return Buffer.from(raw.toString("latin1").replaceAll(/^>(?<rest>>{0,60}From )/gm, "$<rest>"), "latin1")
}
