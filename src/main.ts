#!/usr/bin/env node
import type { ThreadSource } from "./platform/thread-source.ts"
import type { CliParts } from "./cli/run.ts"

// Nothing is imported before the version is known: whoever starts the program with an old Node is told so
// in one line, where the rest would end in a syntax error or inside a library.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `Cannot run on Node ${process.versions.node}: 22.19 or newer is needed (npm start and npm run bring their own)\n`,
  )
  process.exitCode = 2
} else {
  void start()
}

async function start(): Promise<void> {
  const { run } = await import("./cli/run.ts")
  const { detectTerminal, endQuietlyOnClosedPipe } = await import("./cli/detect-terminal.ts")
  endQuietlyOnClosedPipe()
  process.exitCode = await run(process.argv.slice(2), await createParts(detectTerminal()))
}

async function createParts(terminal: CliParts["terminal"]): Promise<CliParts> {
  const path = await import("node:path")
  const { fileURLToPath } = await import("node:url")
  const { readVersion } = await import("./cli/read-version.ts")
  const inPackage = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))
  return {
    version: readVersion(inPackage("package.json")),
    examplePath: path.relative(process.cwd(), inPackage("examples/bug-on-or-warn-on.mbox")),
    sources: await createSources(),
    terminal,
  }
}

async function createSources(): Promise<readonly ThreadSource[]> {
  const { createFileSource } = await import("../adapters/mail/index.ts")
  return [createFileSource()]
}
