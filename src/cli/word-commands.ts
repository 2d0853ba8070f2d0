import type { Command } from "commander"
import { VERBS } from "../bot/grammar/verbs.ts"
import type { CliParts } from "./run.ts"
import { say } from "./door/say.ts"

/** Verbs that the terminal has in its own way. */
const OWN_VERBS: ReadonlySet<string> = new Set(["summarize", "share", "help"])

/** Every verb of the chat as a command: the same words, said to the same bot. */
export function addWordCommands(program: Command, parts: CliParts): void {
  for (const { names, usage, does } of VERBS) {
    const [first = ""] = names
    if (OWN_VERBS.has(first)) continue
    const inShell = names.filter((name) => /^[a-z-]+$/.test(name))
    const [name = first.replaceAll(" ", "-"), ...aliases] = inShell
    program
      .command(name)
      .aliases(aliases)
      .argument("[words...]")
      .summary(does)
      .description(`${does.charAt(0).toUpperCase()}${does.slice(1)}.\n\nAs in the chat: ${usage}`)
      // Filters such as -word are words of the grammar, not options.
      .allowUnknownOption()
      .action(async (words: readonly string[]) => {
        const open = await parts.openBot()
        try {
          await say([first, ...words], open, parts.terminal)
        } finally {
          await open.close()
        }
      })
  }
}
