import { describe, expect, it } from "vitest"
import { AppError, parseSource } from "../../../../src/index.ts"

const sources = [
  {
    schemes: ["maildir"],
    forms: [
      { words: "a path", from: "terminal" },
      { words: "- for standard input", from: "terminal" },
    ],
  },
  { schemes: ["slack"], forms: [{ words: "slack:<channel>/<ts>", from: "anywhere" }] },
  { schemes: [], forms: [{ words: "a Message-ID", from: "anywhere" }] },
] as const

describe("parseSource", () => {
  it.each(["terminal", "chat"] as const)("reads addresses, ids and Message-IDs from the %s", (origin) => {
    const grammar = { origin, sources }

    expect(parseSource(" https://lore.kernel.org/all/x@y/T/#u ", grammar)).toEqual({
      kind: "url",
      url: new URL("https://lore.kernel.org/all/x@y/T/#u"),
    })
    expect(parseSource("<https://lore.kernel.org/all/x@y/|lore>", grammar)).toEqual({
      kind: "url",
      url: new URL("https://lore.kernel.org/all/x@y/"),
    })
    expect(parseSource("slack:C024/1712.0001", grammar)).toEqual({
      kind: "id",
      scheme: "slack",
      rest: "C024/1712.0001",
    })
    expect(parseSource("20240101.ab-1@example.org", grammar)).toEqual({
      kind: "message-id",
      id: "20240101.ab-1@example.org",
    })
    expect(parseSource("<a/b@example.org>", grammar)).toEqual({ kind: "message-id", id: "a/b@example.org" })
    expect(parseSource("<mailto:ab-1@example.org|ab-1@example.org>", grammar)).toEqual({
      kind: "message-id",
      id: "ab-1@example.org",
    })
    expect(parseSource("mail:root@example.org", grammar)).toEqual({ kind: "message-id", id: "root@example.org" })
  })

  it.each([
    ["-", { kind: "stdin" }],
    ["thread.mbox", { kind: "path", path: "thread.mbox" }],
    ["./x@y", { kind: "path", path: "./x@y" }],
    ["mail/x@y.eml", { kind: "path", path: "mail/x@y.eml" }],
    ["file:///tmp/a%20b.mbox", { kind: "path", path: "/tmp/a b.mbox" }],
    ["maildir:/var/mail#x@y", { kind: "id", scheme: "maildir", rest: "/var/mail#x@y" }],
    ["other:thing", { kind: "path", path: "other:thing" }],
  ])("lets the terminal name the file %j", (words, ref) => {
    expect(parseSource(words, { origin: "terminal", sources })).toEqual(ref)
  })

  it.each([
    "/etc/passwd",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file:/etc/passwd",
    "file://localhost/etc/passwd",
    "<file:///etc/passwd>",
    "../x",
    "./x@y",
    "../x@y",
    "~/x@y",
    "-",
    "--help@x",
    "thread.mbox",
    "C:\\mail.mbox",
    "\\\\server\\share",
    "path:/etc/passwd",
    "data:text/plain,x",
    "maildir:/var/mail",
    "ftp://example.org/x",
    "",
  ])("lets nobody name %j from chat", (words) => {
    expect(() => parseSource(words, { origin: "chat", sources })).toThrow(AppError)
  })

  it("never makes a file of anything that chat says", () => {
    const words = [
      "mail:../../etc/passwd@x",
      "</etc/passwd@x>",
      "a/../../etc/passwd@x",
      "slack:../../etc/passwd",
      "maildir:/var/mail#x@y",
    ]

    for (const word of words) {
      const ref = parseSource(word, { origin: "chat", sources })
      expect(ref.kind).not.toMatch(/path|stdin/)
      expect(ref).not.toMatchObject({ scheme: "maildir" })
    }
  })

  it("names the forms that are known where the words were said", () => {
    const hintFor = (origin: "terminal" | "chat"): string | undefined => {
      try {
        parseSource("ftp://example.org/x", { origin, sources })
      } catch (error) {
        return error instanceof AppError ? error.hint : undefined
      }
      return undefined
    }

    expect(hintFor("terminal")).toBe("Give a path, - for standard input, slack:<channel>/<ts> or a Message-ID")
    expect(hintFor("chat")).toBe("Give slack:<channel>/<ts> or a Message-ID")
  })
})
