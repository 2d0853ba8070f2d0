import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { createFileSource } from "../../adapters/mail/index.ts"
import type { BodyLine, Message } from "../../src/index.ts"
import { buildThreads, ownSentences, readBody } from "../../src/index.ts"
import { ancestorsOf } from "../../src/engine/threading/quoted/ancestors.ts"

// Each folder is a case, named for its trap. Its expected.json was written by hand: for every line of
// every message the zone, the depth, and for own and quoted lines the author ("-" where the mail does not tell).
const FOLDER = "test/corpus/reading"

interface Expected {
  /** Each message is read as if it were the only one. */
  readonly alone: boolean
  readonly messages: Readonly<Record<string, readonly string[]>>
  /** The sender's own sentences, for cases that are about what belongs together. */
  readonly sentences?: Readonly<Record<string, readonly string[]>>
}

describe("the traps of reading", () => {
  const rows = [...readFileSync("test/corpus/reading.md", "utf8").matchAll(/^\| (?<number>\d+) \| .* \| (?<name>[a-z-]+) \|$/gmu)]

  it("are nineteen", () => {
    expect([...new Set(rows.map((row) => Number(row.groups?.["number"])))]).toEqual(
      Array.from({ length: 19 }, (_, at) => at + 1),
    )
  })

  it.each(rows.map((row) => row.groups?.["name"] ?? ""))("are a case each: %s", (name) => {
    expect(readdirSync(join(FOLDER, name)).toSorted()).toEqual(["expected.json", "thread.mbox", "why.md"])
  })
})

describe("reading", () => {
  for (const name of readdirSync(FOLDER)) {
    const isBroken = existsSync(join(FOLDER, name, "known-broken.md"))
    const test = isBroken ? it.fails : it
    test(name, async () => {
      const expected = JSON.parse(readFileSync(join(FOLDER, name, "expected.json"), "utf8")) as Expected

      const bodies = await read(join(FOLDER, name, "thread.mbox"), expected.alone)

      expect(mapValues(bodies, (lines) => lines.map(describeLine))).toEqual(expected.messages)
      if (expected.sentences !== undefined)
        expect(mapValues(bodies, (lines) => ownSentences(lines).map(({ text }) => text))).toEqual(expected.sentences)
    })
  }
})

async function read(path: string, alone: boolean): Promise<Readonly<Record<string, readonly BodyLine[]>>> {
  const reading = await createFileSource().read({ kind: "path", path })
  const messages = reading === undefined ? [] : buildThreads(reading).flatMap((thread) => thread.messages)
  const byId = new Map<string, Message>(messages.map((message) => [message.id, message]))
  const read: Record<string, readonly BodyLine[]> = {}
  for (const message of alone ? (reading?.messages ?? []) : messages)
    read[message.id] = withoutLastBlank(readBody(message, alone ? [] : ancestorsOf(message, byId)))
  return read
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}

/** The line end that closes a mail is no line of it. */
function withoutLastBlank(lines: readonly BodyLine[]): readonly BodyLine[] {
  return lines.at(-1)?.text === "" ? lines.slice(0, -1) : lines
}

function describeLine(line: BodyLine): string {
  if (line.zone === "blank") return "blank"
  const author = line.author?.name ?? line.author?.address ?? "-"
  return line.zone === "own" || line.zone === "quote" ? `${line.zone} ${line.depth} ${author}` : `${line.zone} ${line.depth}`
}
