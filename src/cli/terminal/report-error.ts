import { Chalk } from "chalk"
import { AppError } from "../../errors.ts"
import type { Terminal } from "./terminal.ts"

/** Says on stderr what went wrong, and under it the way out. Gives the exit code. */
export function reportError(error: unknown, terminal: Terminal, { debug }: { readonly debug: boolean }): number {
  const chalk = new Chalk({ level: terminal.errorColorLevel })
  if (!(error instanceof AppError)) {
    const message = error instanceof Error ? error.message : String(error)
    terminal.writeError(`${chalk.red("Something broke that should not have:")} ${message.split("\n")[0] ?? ""}\n`)
    terminal.writeError(debug ? stackOf(error) : chalk.dim("  Call it again with --debug to see where\n"))
    return 1
  }
  terminal.writeError(`${chalk.red(error.message)}\n`)
  if (error.hint !== undefined) terminal.writeError(chalk.dim(`${error.hint.replaceAll(/^/gm, "  ")}\n`))
  if (debug) terminal.writeError(stackOf(error))
  return error.exitCode
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}\n`
  const cause = error.cause === undefined ? "" : `caused by ${stackOf(error.cause)}`
  return `${error.stack ?? error.message}\n${cause}`
}
