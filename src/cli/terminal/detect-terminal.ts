import { supportsColor, supportsColorStderr } from "chalk"
import type { ColorLevel } from "../../render/looks.ts"
import type { Terminal } from "./terminal.ts"

/** The terminal (or pipe) that this process writes to. */
export function detectTerminal(): Terminal {
  return {
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    colorLevel: colorLevel(supportsColor),
    errorColorLevel: colorLevel(supportsColorStderr),
    clock: () => new Date(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

/** NO_COLOR (no-color.org) wins over what the terminal can do, FORCE_COLOR over both. */
function colorLevel(supported: typeof supportsColor): ColorLevel {
  const { NO_COLOR, FORCE_COLOR } = process.env
  const isForbidden = NO_COLOR !== undefined && NO_COLOR !== "" && FORCE_COLOR === undefined
  return supported === false || isForbidden ? 0 : supported.level
}

/** Whoever reads our output may stop reading (`| head`): that ends us, and it is no failure. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0)
      process.exitCode = 1
      if (stream === process.stdout) process.stderr.write(`Cannot write the result: ${error.message}\n`)
    })
}
