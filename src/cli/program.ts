import { Command } from "commander"
import type { CliParts } from "./run.ts"
import type { ExplainCommandOptions } from "./explain/explain-command.ts"
import { EXPLAIN_FORMATS, explainCommand } from "./explain/explain-command.ts"
import { demoCommand } from "./demo.ts"
import type { MovableStore } from "./door/store-commands.ts"
import { checkStoreCommand, exportStoreCommand, importStoreCommand } from "./door/store-commands.ts"
import { addWordCommands } from "./word-commands.ts"
import type { SummarizeOptions, SummarizeParts } from "./summarize.ts"
import { AppError } from "../errors.ts"
import { printFindings } from "./house/doctor.ts"
import { parseCount, parseOneOf, parseUrl, parseWidth } from "./option-values.ts"
import { createProgressBar } from "./terminal/progress-bar.ts"
import type { ThreadsOptions, ThreadsParts } from "./threads/threads.ts"
import { THREADS_FORMATS, threadsCommand } from "./threads/threads.ts"
import { SUMMARY_FORMATS, summarizeCommand } from "./summarize.ts"

const SOURCE_HELP =
  "an address in an archive, a Message-ID, an mbox, an .eml, a folder of mails, a Maildir, a saved archive page, a saved Slack thread or export, or - for stdin"

const ALLOW_HOST_HELP = "a host that may be read beside those of the configured archives"

/** Every command of the terminal, each with the function that does it. */
export function createProgram(parts: CliParts): Command {
  const program = new Command("standpoint")
    .description(
      "Says where each participant of a long discussion now stands, in their own words, and what is still open.",
    )
    .version(parts.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .option("--debug", "show where an error came from")
    .configureHelp({
      showGlobalOptions: true,
      // Arguments and options stand in each command's own help; here they would push the words off the screen.
      subcommandTerm: (command) => [command.name(), ...command.aliases()].join(", "),
    })
    .helpCommand("help [command]", "what a command does, and its options")
    .exitOverride()
    .configureOutput({
      writeOut: parts.terminal.writeOut,
      writeErr: () => {},
      getOutHelpWidth: () => parts.terminal.columns ?? 80,
      getErrHelpWidth: () => parts.terminal.columns ?? 80,
    })
  addReadingCommands(program.commandsGroup("Read:"), parts)
  addWordCommands(program.commandsGroup("Ask and tell, as in the chat:"), parts)
  addServingCommands(program.commandsGroup("Run:"), parts)
  return program
}

function addReadingCommands(program: Command, parts: CliParts): void {
  program
    .command("summarize")
    .alias("summarise")
    .argument("<SOURCE>", SOURCE_HELP)
    .summary("who stands where in one thread, and what is still open")
    .description("Summarizes one thread to stdout. Of several threads the largest is taken where --thread names none.")
    .option("-t, --thread <T>", "which thread: its number in `threads`, its id, or a Message-ID in it")
    .option("-f, --format <FORMAT>", "text, markdown or json", parseOneOf("--format", SUMMARY_FORMATS), "text")
    .option("-w, --width <COLUMNS>", "columns of the text", parseWidth)
    .option("-a, --all", "everything of the text, however long")
    .option("--allow-host <HOST...>", ALLOW_HOST_HELP)
    .action(async (source: string, options: SummarizeOptions & HostOptions) => {
      await withReading(parts, options, async (reading) => summarizeCommand(source, options, reading))
    })
  program
    .command("threads")
    .argument("<SOURCE>", SOURCE_HELP)
    .summary("the threads that a source holds, largest first")
    .option("-f, --format <FORMAT>", "text or json", parseOneOf("--format", THREADS_FORMATS), "text")
    .option("-n, --limit <NUMBER>", "so many at most", parseCount)
    .option("--allow-host <HOST...>", ALLOW_HOST_HELP)
    .action(async (source: string, options: ThreadsOptions & HostOptions) => {
      await withReading(parts, options, async (reading) => threadsCommand(source, options, reading))
    })
  program
    .command("explain")
    .argument("<SOURCE>", SOURCE_HELP)
    .summary("every line of every mail: what it is, how deep it is quoted, who wrote it")
    .option("--alone", "read every mail as if it were the only one")
    .option("-f, --format <FORMAT>", "text or jsonl", parseOneOf("--format", EXPLAIN_FORMATS), "text")
    .option("--allow-host <HOST...>", ALLOW_HOST_HELP)
    .action((source: string, options: ExplainCommandOptions & HostOptions) =>
      withReading(parts, options, (reading) => explainCommand(source, options, reading)),
    )
  program
    .command("demo")
    .summary("the summary of an example thread, and what to do next")
    .action(() => withReading(parts, {}, (reading) => demoCommand(parts.examplePath, reading)))
}

interface HostOptions {
  readonly allowHost?: readonly string[] | undefined
}

/** Reading with a bar on a terminal, taken away before the result is printed. */
async function withReading(
  parts: CliParts,
  { allowHost }: HostOptions,
  read: (reading: SummarizeParts & ThreadsParts) => Promise<void>,
): Promise<void> {
  const open = await parts.openSources({ allowHosts: allowHost })
  const bar = createProgressBar(process.stderr)
  const { terminal } = parts
  const quiet = {
    ...terminal,
    writeOut: (text: string) => {
      bar.stop()
      terminal.writeOut(text)
    },
  }
  try {
    await read({ sources: open.sources, terminal: quiet, readOptions: { onProgress: bar.show } })
  } finally {
    bar.stop()
    await open.close()
  }
}

function addServingCommands(program: Command, parts: CliParts): void {
  program
    .command("serve")
    .summary("the bot: every platform that has a token, the watches, /healthz and /metrics")
    .action(() => parts.runServer())
  program
    .command("doctor")
    .summary("what is set up, what is missing, and how to mend it")
    .action(async () => {
      if (printFindings(await parts.examine(), parts.terminal)) return
      throw new AppError("config-invalid", "Not everything is in order", {
        hint: "What is marked no says how to mend it",
      })
    })
  const slack = program.command("slack").summary("what Slack's set-up page wants")
  slack
    .command("manifest")
    .summary("the app, as JSON to paste at api.slack.com/apps")
    .option("--http <URL>", "for HTTP instead of Socket Mode: how our addresses begin")
    .action(async (options: { readonly http?: string }) =>
      parts.terminal.writeOut(
        await parts.slackManifest({ http: options.http === undefined ? undefined : parseUrl(options.http) }),
      ),
    )
  program
    .command("discord")
    .summary("what Discord's set-up page wants")
    .command("invite")
    .summary("the link that adds the bot to a server, and what it asks for")
    .action(async () => parts.terminal.writeOut(await parts.discordInvite()))
  addStoreCommands(program, parts)
}

function addStoreCommands(program: Command, parts: CliParts): void {
  const store = program.command("store").summary("look the store over, or move it")
  const withStore = async (work: (open: MovableStore) => Promise<void>): Promise<void> => {
    const open = await parts.openStore()
    try {
      await work(open)
    } finally {
      await open.close()
    }
  }
  store
    .command("check")
    .summary("count what the store holds, and say what is wrong with it")
    .action(() => withStore((open) => checkStoreCommand(open, parts.terminal)))
  store
    .command("export")
    .argument("[FILE]", "a new file; without one, stdout")
    .summary("the whole store as JSON lines: the back-up, and the way to another database")
    .action((file: string | undefined) => withStore((open) => exportStoreCommand(open, file)))
  store
    .command("import")
    .argument("<FILE>", "what export has written, or - for stdin")
    .summary("take an export over into an empty store")
    .action((file: string) => withStore((open) => importStoreCommand(open, file, parts.terminal)))
}
