import type { ReadOptions, Reading } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { readMboxParts } from "./read-mbox.ts"
import type { MboxPart } from "./split-mbox.ts"
import { splitMbox } from "./split-mbox.ts"

export interface MboxFile {
  readonly name: string
  /** The whole file from its start, unpacked; may be asked for again. */
  readonly open: (options?: ReadOptions) => Promise<AsyncIterable<Buffer>>
  /** These bytes of the file alone; undefined where it is packed, and every reading is a pass over it. */
  readonly openRange: OpenRange | undefined
  readonly maxMailBytes: number
  readonly maxMessages: number
  readonly maxThreadBytes: number
}

type OpenRange = (range: ByteRange) => AsyncIterable<Buffer>

export interface ByteRange {
  readonly start: number
  /** The first byte that does not belong to it. */
  readonly end: number
}

/** Where a message stands in the file, and which one of the file it is. */
export interface Place extends ByteRange {
  readonly number: number
}

// What splits one message off where the file is read from its middle.
const FROM_LINE = Buffer.from("From mboxrd@z Thu Jan  1 00:00:00 1970\n")

/** The whole messages that stand in these places. */
export async function readMembers(
  file: MboxFile,
  places: readonly Place[],
  options: ReadOptions | undefined,
): Promise<Reading> {
  checkThread(places, file)
  const { openRange, maxMailBytes } = file
  const parts =
    openRange === undefined ? chosen(file, places, options) : apart({ openRange, maxMailBytes }, places, options)
  const { messages, skipped } = await readMboxParts(parts, { maxMailBytes })
  return { source: "mail", messages, skipped, reasons: [] }
}

function checkThread(places: readonly Place[], { name, maxMessages, maxThreadBytes }: MboxFile): void {
  if (places.length > maxMessages) {
    throw new AppError(
      "limit-reached",
      `Cannot read the thread of ${places.length} messages in "${name}": the bound is ${maxMessages}`,
      { hint: "Raise STANDPOINT_MAX_MESSAGES, or choose another thread with --thread" },
    )
  }
  const bytes = places.reduce((sum, { start, end }) => sum + end - start, 0)
  if (bytes > maxThreadBytes) {
    const megabytes = (size: number): number => Math.round(size / 1024 / 1024)
    throw new AppError(
      "limit-reached",
      `Cannot read the thread of ${megabytes(bytes)} MB in "${name}": the bound is ${megabytes(maxThreadBytes)} MB`,
      { hint: "Raise STANDPOINT_MAX_THREAD_MB, or choose another thread with --thread" },
    )
  }
}

/** Each of these messages by its place in the file. */
async function* apart(
  { openRange, maxMailBytes }: { readonly openRange: OpenRange; readonly maxMailBytes: number },
  places: readonly Place[],
  options: ReadOptions | undefined,
): AsyncGenerator<MboxPart> {
  async function* framed(range: ByteRange): AsyncGenerator<Buffer> {
    yield FROM_LINE
    yield* openRange(range)
  }
  for (const [at, place] of places.entries()) {
    options?.signal?.throwIfAborted()
    for await (const part of splitMbox(framed(place), { maxBytes: maxMailBytes }))
      yield { ...part, number: place.number }
    options?.onProgress?.({ done: at + 1, total: places.length, unit: "messages" })
  }
}

/** These messages by a pass over the file. */
async function* chosen(
  { open, maxMailBytes }: MboxFile,
  places: readonly Place[],
  options: ReadOptions | undefined,
): AsyncGenerator<MboxPart> {
  const starts = new Set(places.map(({ start }) => start))
  let left = starts.size
  for await (const part of splitMbox(await open(options), { maxBytes: maxMailBytes })) {
    if (!starts.has(part.start)) continue
    yield part
    left--
    if (left === 0) return
  }
}
