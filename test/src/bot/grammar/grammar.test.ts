import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AppError, parseCommand } from "../../../../src/index.ts"

// A Tuesday, 10:30 in Berlin.
const context = { now: new Date("2026-11-24T09:30:00Z"), timeZone: "Europe/Berlin", isInThread: false }

describe("parseCommand", () => {
  it.each([
    ["help", { kind: "help" }],
    ["", { kind: "help" }],
    ["summarize https://lists.example.org/a@b/", { kind: "summarize", source: "https://lists.example.org/a@b/" }],
    ["https://lists.example.org/a@b/", { kind: "summarize", source: "https://lists.example.org/a@b/" }],
    [
      "<https://lists.example.org/x?a=1&amp;b=2|look here>",
      { kind: "summarize", source: "https://lists.example.org/x?a=1&b=2" },
    ],
    ["<20261101.7@example.org>", { kind: "summarize", source: "<20261101.7@example.org>" }],
    ["share slack:C024/1712.0001", { kind: "share", source: "slack:C024/1712.0001" }],
    ["summarize this channel since yesterday", { kind: "summarize", stretch: { since: "2026-11-22T23:00:00Z" } }],
    ["summarize here last 50", { kind: "summarize", stretch: { last: 50 } }],
    ["watches", { kind: "watches", isMine: false }],
    ["watches mine", { kind: "watches", isMine: true }],
    ["unwatch 2", { kind: "unwatch", source: "2" }],
    ["mute <a@example.org>", { kind: "mute", source: "<a@example.org>", until: "unmuted" }],
    ["snooze until friday", { kind: "mute", until: { at: "2026-11-27T08:00:00Z" } }],
    [
      "snooze <a@example.org> for 3h",
      { kind: "mute", source: "<a@example.org>", until: { at: "2026-11-24T12:30:00Z" } },
    ],
    ["snooze until reply", { kind: "mute", until: "reply" }],
    ["open @ada", { kind: "open", person: "@ada" }],
    ["waiting me", { kind: "waiting", person: "me" }],
    ["who Ada Byron", { kind: "who", person: "Ada Byron" }],
    ["catch up", { kind: "catchup" }],
    ["me <mailto:Ada@Example.org|Ada@Example.org>", { kind: "me", address: "ada@example.org" }],
    ["me <@U123> ada@example.org", { kind: "me", account: "<@U123>", address: "ada@example.org" }],
    ["not-a-question 3", { kind: "not-a-question", question: "3" }],
    [
      "answered 2 by <m7@example.org> in mail:root@example.org",
      { kind: "answered", question: "2", by: "<m7@example.org>", source: "mail:root@example.org" },
    ],
    ["that is my stance", { kind: "stance", isMine: true }],
    ["no longer", { kind: "stance", isMine: false }],
    ["undo", { kind: "undo" }],
    ["!nda", { kind: "veto", isLifted: false }],
    ["!nda off", { kind: "veto", isLifted: true }],
    ["forget channel", { kind: "forget", what: "channel", target: "" }],
    ["settings show digest", { kind: "settings", name: "show", value: "digest" }],
    ["disallow imap:inbox in #team", { kind: "allow", isTakenBack: true, source: "imap:inbox", channel: "#team" }],
  ])("reads %j", (text, expected) => {
    const command = parseCommand(text, context)

    expect(JSON.parse(JSON.stringify(command))).toEqual(expected)
  })

  it("reads a watch with its channel, topics and filters in any order", () => {
    const command = parseCommand(
      "watch nntp:org.example.list questions in #kernel from:Ada -rust answers -bot",
      context,
    )

    expect(command).toEqual({
      kind: "watch",
      source: "nntp:org.example.list",
      channel: "#kernel",
      topics: ["questions", "answers"],
      filter: { from: ["ada"], subject: [], without: ["rust"] },
    })
  })

  it("summarizes the thread it is said in when there are no words", () => {
    expect(parseCommand(" ", { ...context, isInThread: true })).toEqual({ kind: "summarize" })
  })

  it.each(["this channel since 3h", "here since 3h", "since 3h"])(
    "reads %j as what a mention asks of the place",
    (text) => {
      expect(parseCommand(text, context)).toMatchObject({ kind: "summarize", stretch: { since: expect.any(String) } })
    },
  )

  it("reads the name of the shortcut as asking for the thread", () => {
    expect(parseCommand("Where do we stand?", { ...context, isInThread: true })).toEqual({ kind: "summarize" })
  })

  it.each([
    ["sumarize https://x.example/", "Say summarize, or help to see what can be asked"],
    ["dance", "Say help to see what can be asked"],
    [
      "snooze until never",
      "For example: snooze until friday, snooze until 2026-12-01, snooze for 3h, snooze until reply",
    ],
    ["summarize here since tomorrow", "For example: since yesterday, since 3h, since 2026-11-20, last 50"],
    ["answered", "Give its number in the card or in open, for example: answered 2"],
    ["me somebody", "For example: me ada@example.org"],
  ])("answers %j with a way out", (text, hint) => {
    expect(() => parseCommand(text, context)).toThrow(expect.objectContaining({ code: "usage", hint }))
  })

  it("keeps local time across the change to summer time", () => {
    const saturday = { ...context, now: new Date("2026-03-28T12:00:00Z") }

    expect(parseCommand("snooze until tomorrow", saturday)).toMatchObject({ until: { at: "2026-03-29T07:00:00Z" } })
  })

  it("gives a command or a foreseen error for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        try {
          expect(parseCommand(text, context).kind).toBeTypeOf("string")
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
    )
  })
})
