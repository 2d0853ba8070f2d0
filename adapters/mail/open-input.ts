import { createGunzip } from "node:zlib"
import { AppError } from "../../src/index.ts"

/** An input whose first bytes are known, gzip undone. */
export interface OpenInput {
  /** At least 1 KB, where there is so much. */
  readonly head: Buffer
  /** All of it, the head included. */
  readonly chunks: AsyncIterable<Buffer>
  readonly isGzip: boolean
}

// Below this a high ratio is nothing: small files of one repeated line exist.
const RATIO_MATTERS_FROM = 4 * 1024 * 1024
const MAX_RATIO = 200
const HEAD_BYTES = 1_024

/** Looks at the first bytes of a stream, and unpacks it where they are gzip's. */
export async function openInput(name: string, stream: AsyncIterable<Buffer>): Promise<OpenInput> {
  const packed = await peek(stream)
  if (packed.head[0] !== 0x1f || packed.head[1] !== 0x8b) return { ...packed, isGzip: false }
  return { ...(await peek(unpack(name, packed.chunks))), isGzip: true }
}

async function* unpack(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  let packed = 0
  let unpacked = 0
  const feeding = (async () => {
    for await (const chunk of chunks) {
      packed += chunk.length
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once("drain", resolve).once("close", resolve))
      if (gunzip.destroyed) return
    }
    gunzip.end()
  })().catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : undefined))
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length
      if (unpacked > RATIO_MATTERS_FROM && unpacked > packed * MAX_RATIO) {
        throw new AppError(
          "limit-reached",
          `Cannot read "${name}": it unpacks to more than ${MAX_RATIO} times its size`,
        )
      }
      yield chunk
    }
  } finally {
    gunzip.destroy()
    await feeding
  }
}

async function peek(source: AsyncIterable<Buffer>): Promise<Omit<OpenInput, "isGzip">> {
  const iterator = source[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done === true) break
    first.push(next.value)
    length += next.value.length
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    yield* first
    for (;;) {
      const next = await iterator.next()
      if (next.done === true) return
      yield next.value
    }
  }
  return { head: Buffer.concat(first), chunks: chunks() }
}
