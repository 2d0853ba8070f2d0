import { createReadStream, createWriteStream } from "node:fs"
import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { AppError } from "../../errors.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** A store that can be looked over and moved. */
export interface MovableStore {
  check(): Promise<{
    readonly version: number
    readonly rowsByTable: Readonly<Record<string, number>>
    readonly problems: readonly string[]
  }>
  export(): AsyncIterable<string>
  import(lines: AsyncIterable<string>): Promise<number>
  close(): Promise<void>
}

/** Counts what the store holds, and says what is wrong with it. */
export async function checkStoreCommand(store: MovableStore, terminal: Terminal): Promise<void> {
  const { version, rowsByTable, problems } = await store.check()
  const rows = Object.entries(rowsByTable).map(([table, count]) => `  ${table.padEnd(20)} ${count}\n`)
  terminal.writeOut(`Schema version ${version}\n${rows.join("")}`)
  if (problems.length === 0) {
    terminal.writeOut("No problem was found\n")
    return
  }
  throw new AppError("store-unreadable", `Cannot vouch for the store: ${problems.length} problems were found`, {
    hint: problems.join("\n"),
  })
}

/** The whole store as JSON lines, to a file or to stdout. */
export async function exportStoreCommand(store: MovableStore, file: string | undefined): Promise<void> {
  const lines = Readable.from(withLineEnds(store.export()))
  if (file === undefined || file === "-") {
    // stdout stays open for whatever else is said.
    for await (const line of lines) process.stdout.write(String(line))
    return
  }
  await pipeline(lines, createWriteStream(file, { flags: "wx", mode: 0o600 })).catch((cause: unknown) => {
    throw new AppError("usage", `Cannot write "${file}": ${reasonOf(cause)}`, {
      hint: "Give the name of a file that is not there yet, in a folder that may be written to",
      cause,
    })
  })
}

/** Takes an export over into an empty store, all of it or nothing. */
export async function importStoreCommand(store: MovableStore, file: string, terminal: Terminal): Promise<void> {
  const input = file === "-" ? process.stdin : createReadStream(file)
  const failed = new Promise<never>((_, reject) => {
    input.once("error", (cause: Error) =>
      reject(
        new AppError("source-unreadable", `Cannot read "${file}": ${reasonOf(cause)}`, {
          hint: "Give a file that standpoint store export has written",
          cause,
        }),
      ),
    )
  })
  const rows = await Promise.race([store.import(createInterface({ input, crlfDelay: Infinity })), failed])
  terminal.writeOut(`${rows} rows were taken over\n`)
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  if (code === "ENOENT") return "no such file or folder"
  if (code === "EEXIST") return "there is a file of that name"
  return code === "EACCES" ? "no permission" : "it failed"
}
