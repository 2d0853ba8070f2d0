import { describe, expect, it } from "vitest"
import type { SourceRef } from "../../../../src/index.ts"
import { fromSourceWords, toSourceWords } from "../../../../src/platform/sources/source-words.ts"

const sources = [
  {
    name: "any",
    schemes: ["slack"],
    hosts: [],
    forms: [{ words: "a path", from: "terminal" }],
    accepts: () => true,
    read: () => Promise.resolve(undefined),
  },
] as const

describe("toSourceWords", () => {
  it.each<SourceRef>([
    { kind: "path", path: "/var/mail/what? now #2 é.mbox" },
    { kind: "path", path: "mail/list.mbox" },
    { kind: "stdin" },
    { kind: "url", url: new URL("https://lists.example.org/all/x@y/?q=1#u") },
    { kind: "id", scheme: "slack", rest: "C024/1712.0001?last=50" },
    { kind: "message-id", id: "x@example.org" },
  ])("gives words that give $kind back", (ref) => {
    expect(fromSourceWords(toSourceWords(ref), sources)).toEqual(ref)
  })
})
