import type { ThreadSource } from "../platform/thread-source.ts"
import { AppError } from "../errors.ts"
import { buildThreads } from "../engine/threading/build-threads.ts"
import { explain } from "./explain.ts"
import { summarise } from "../engine/summarise.ts"

export interface Terminal {
  readonly writeOut: (text: string) => void
  readonly writeError: (text: string) => void
}

/** argv (without node and script) to calls; gives the exit code. */
export async function run(
  argv: readonly string[],
  { sources, terminal }: { readonly sources: readonly ThreadSource[]; readonly terminal: Terminal },
): Promise<number> {
  try {
    const path = argv.slice(1).find((word, at, words) => !word.startsWith("--") && words[at - 1] !== "--format")
    if (argv[0] === "explain" && path !== undefined) return await runExplain(argv, path, { sources, terminal })
    if (argv[0] !== "summarize" || path === undefined) throw new AppError("usage", "Expected: summarize SOURCE")
    const reading = await sources.find((source) => source.accepts({ kind: "path", path }))?.read({ kind: "path", path })
    const thread = reading === undefined ? undefined : buildThreads(reading)[0]
    if (thread === undefined) throw new AppError("source-unreadable", `Cannot read "${path}": no message in it`)
    terminal.writeOut(`${JSON.stringify(summarise(thread), undefined, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    terminal.writeError(`${error.message}\n`)
    return error.exitCode
  }
}

async function runExplain(
  argv: readonly string[],
  path: string,
  { sources, terminal }: { readonly sources: readonly ThreadSource[]; readonly terminal: Terminal },
): Promise<number> {
  const reading = await sources.find((source) => source.accepts({ kind: "path", path }))?.read({ kind: "path", path })
  if (reading === undefined) throw new AppError("source-unreadable", `Cannot read "${path}": no message in it`)
  const format = argv[argv.indexOf("--format") + 1] === "jsonl" ? "jsonl" : "text"
  const isColoured = process.stdout.isTTY && !process.env["NO_COLOR"]
  await explain(reading, { alone: argv.includes("--alone"), format, isColoured }, terminal)
  return 0
}
