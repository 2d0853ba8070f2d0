import { CommanderError } from "commander"
import { AppError } from "../errors.ts"
import type { ThreadSource } from "../platform/sources/thread-source.ts"
import type { Feed } from "../platform/feed.ts"
import type { Finding } from "../platform/finding.ts"
import { createProgram } from "./program.ts"
import { reportError } from "./terminal/report-error.ts"
import type { OpenBot } from "./door/say.ts"
import type { MovableStore } from "./door/store-commands.ts"
import type { Terminal } from "./terminal/terminal.ts"

export interface ReadingOptions {
  /** Hosts that may be read for this one call, beside those of the settings. */
  readonly allowHosts?: readonly string[] | undefined
}

/** Everything that threads can be read from here, with its connections. */
export interface OpenSources {
  readonly sources: readonly ThreadSource[]
  readonly feeds: readonly Feed[]
  close(): Promise<void>
}

/** What the program's door hands to the commands. */
export interface CliParts {
  readonly version: string
  /** The thread that `demo` summarizes. */
  readonly examplePath: string
  readonly terminal: Terminal
  readonly openSources: (options?: ReadingOptions) => Promise<OpenSources>
  /** Runs the bot until the program is asked to end. */
  readonly runServer: () => Promise<void>
  readonly openBot: () => Promise<OpenBot>
  readonly openStore: () => Promise<MovableStore>
  /** Looks at everything that can be set up. */
  readonly examine: () => Promise<readonly Finding[]>
  /** The app that Slack's set-up page takes, as JSON. */
  readonly slackManifest: (options: { readonly http?: string | undefined }) => Promise<string>
  /** The link that adds the bot to a Discord server, with what it asks for. */
  readonly discordInvite: () => Promise<string>
}

/** argv (without node and script) to calls; gives the exit code. */
export async function run(argv: readonly string[], parts: CliParts): Promise<number> {
  const program = createProgram(parts)
  try {
    if (argv.length === 0) {
      parts.terminal.writeError(program.helpInformation())
      return 2
    }
    await program.parseAsync(argv, { from: "user" })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (error instanceof CommanderError && error.code === "commander.help") {
      parts.terminal.writeError(program.commands.find((one) => one.name() === argv[0])?.helpInformation() ?? "")
      return 2
    }
    const failure = error instanceof CommanderError ? toAppError(error) : error
    return reportError(failure, parts.terminal, { debug: argv.includes("--debug") })
  }
}

function toAppError(error: CommanderError): AppError {
  const [message = "", ...suggestion] = error.message.replace(/^error: /, "").split("\n")
  const hint =
    suggestion.length > 0 ? suggestion.join(" ").replaceAll(/[()]/g, "") : "standpoint --help shows every command"
  return new AppError("usage", message.charAt(0).toUpperCase() + message.slice(1), { hint, cause: error })
}
