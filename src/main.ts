#!/usr/bin/env node
import { run } from "./cli/run.ts"

const { createFileSource } = await import("../adapters/mail/index.ts")
process.exitCode = await run(process.argv.slice(2), {
  sources: [createFileSource()],
  terminal: {
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  },
})
