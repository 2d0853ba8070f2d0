import { AppError } from "../../src/index.ts"

export const READING_HINT = "Give an mbox, an .eml, a folder of them, a saved archive page or a saved Slack thread"

const MISSING_HINT = "Check the path, or give a link or a Message-ID"

/** Everything of a stream, or an error where it is longer than it may be. */
export async function gather(name: string, chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > maxBytes) {
      const limit = `${Math.floor(maxBytes / 1024 / 1024)} MB`
      throw new AppError("source-unreadable", `Cannot read "${name}": not an mbox, and longer than ${limit}`, {
        hint: READING_HINT,
      })
    }
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

export function nothingIn(name: string): AppError {
  return new AppError("source-unreadable", `Cannot read "${name}": no message in it`, { hint: READING_HINT })
}

const REASON_BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EISDIR: "it is a folder",
  Z_BUF_ERROR: "its gzip breaks off",
  Z_DATA_ERROR: "its gzip is damaged",
}

/** What the file system or the unpacking says, in our words. */
export function unreadable(name: string, cause: unknown): AppError {
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : ""
  const reason = REASON_BY_CODE[code] ?? "reading it failed"
  const hint = code === "ENOENT" ? MISSING_HINT : READING_HINT
  return new AppError("source-unreadable", `Cannot read "${name}": ${reason}`, { cause, hint })
}
