import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { AppError } from "../../../src/index.ts"

export interface GunzipBounds {
  readonly maxBytes: number
  /** Unpacked bytes for one packed byte. */
  readonly maxRatio: number
  /** What is being read, for the message. */
  readonly name: string
}

// Below this a high ratio is nothing: short answers of one repeated line exist.
const RATIO_MATTERS_FROM = 1024 * 1024

/** Unpacks a stream chunk by chunk and stops as soon as it grows beyond what is allowed. */
export async function* gunzipWithin(
  body: Readable,
  { maxBytes, maxRatio, name }: GunzipBounds,
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  let packed = 0
  let unpacked = 0
  body.on("data", (chunk: Uint8Array) => {
    packed += chunk.length
  })
  body.on("error", (error) => gunzip.destroy(error))
  body.pipe(gunzip)
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length
      if (unpacked > maxBytes) throw tooLong(name, `longer than ${Math.floor(maxBytes / 1024 / 1024)} MB`)
      if (unpacked > RATIO_MATTERS_FROM && unpacked > packed * maxRatio) {
        throw tooLong(name, `it unpacks to more than ${maxRatio} times its size`)
      }
      yield chunk
    }
  } finally {
    gunzip.destroy()
    body.destroy()
  }
}

function tooLong(name: string, reason: string): AppError {
  return new AppError("limit-reached", `Cannot read ${name}: ${reason}`, {
    hint: "If it can be trusted, raise STANDPOINT_MAX_THREAD_MB",
  })
}
