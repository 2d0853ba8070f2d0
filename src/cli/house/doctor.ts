import { Chalk } from "chalk"
import type { Finding } from "../../platform/finding.ts"
import type { Terminal } from "../terminal/terminal.ts"

const MARKS: Readonly<Record<Finding["state"], string>> = { well: "ok", warning: "look", missing: "no" }

/** What is set up, what is missing, and how to mend it. Gives whether everything that is used is in order. */
export function printFindings(findings: readonly Finding[], terminal: Terminal): boolean {
  const chalk = new Chalk({ level: terminal.colorLevel })
  const paint = { well: chalk.green, warning: chalk.yellow, missing: chalk.red } as const
  for (const { state, subject, text, mend } of findings) {
    terminal.writeOut(`${paint[state](MARKS[state].padEnd(4))}  ${chalk.bold(subject)}: ${text}\n`)
    if (mend !== undefined && state !== "well") terminal.writeOut(chalk.dim(`${mend.replaceAll(/^/gm, "      ")}\n`))
  }
  return findings.every(({ state }) => state !== "missing")
}
