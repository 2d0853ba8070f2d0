import { describe, expect, it } from "vitest"
import { buildThreads, summarise } from "../../../../src/index.ts"
import type { Message, Summary } from "../../../../src/index.ts"
import { aMessage } from "../../../support/threads/a-message.ts"

function readOf(parts: Partial<Message>): Summary["coverage"] | undefined {
  const [thread] = buildThreads({ source: "mail", messages: [aMessage(parts)], skipped: [], reasons: [] })
  return thread && summarise(thread).coverage
}

function coverageOf(lines: number): unknown {
  return readOf({ body: `${"a line\n".repeat(lines - 1)}Who has the key?` })
}

describe("coverage", () => {
  it("says of a text beyond the lines that are read that it was not read to its end", () => {
    expect(coverageOf(10_001)).toMatchObject({
      complete: false,
      skipped: [{ id: "one@tern.example", reason: "its text is longer than the 10,000 lines that are read" }],
    })
  })

  it("takes a text of just so many lines for read", () => {
    expect(coverageOf(10_000)).toMatchObject({ complete: true, skipped: [] })
  })

  const ALL = "1 message is in a language that is not judged"
  const PART = "1 message is partly in a language that is not judged"

  it.each([
    ["a short question in other letters", "这个在冬天也能用吗？", ALL],
    ["a question in other letters behind a name", "The stove is fine with me.\n\nBo, можешь проверить заслонку?", PART],
    [
      "a request in one more language",
      "I have swept it, and that is all.\n\nBitte vorher noch den Schlüssel holen.",
      PART,
    ],
    ["an opening mark that one language has", "¿Alguien lo probó?", ALL],
    ["a name in other letters", "I have asked 张伟 and Пётр to look at it.", undefined],
    ["words in quotation marks", 'The plate says "Не открывать дверь" in red.', undefined],
    ["names with small words of other languages", "Jan van der Berg and Luis de la Cruz have keys.", undefined],
    ["paths and commands", "Look at /var/log/con.die, or run du -la on it.", undefined],
    ["one word of another language", "Danke, that is fine with me.", undefined],
  ])("says of %s whether it is judged", (_, body, reason) => {
    expect(readOf({ body })?.reasons).toEqual(reason === undefined ? undefined : [reason])
  })

  it("judges what a mail in two languages says in the one that is, and reads no thread by one sentence of the other", () => {
    const messages = [
      aMessage({ id: "a@x", subject: "[PATCH] the stove", body: "This makes the stove draw better in the cold." }),
      aMessage({
        id: "b@x",
        inReplyTo: "a@x",
        references: ["a@x"],
        author: { name: "Bo Marchetti", address: "bo@heron.example" },
        body: "Acked-by: Bo Marchetti <bo@heron.example>\n\nПётр, посмотри пожалуйста, не сломает ли это твою заслонку?",
      }),
    ]
    const [thread] = buildThreads({ source: "mail", messages, skipped: [], reasons: [] })
    const summary = thread && summarise(thread)

    expect(summary?.thread.language).not.toBe("ru")
    expect(summary?.participants[1]?.stance?.position).toBe("supports")
  })

  const ATTACHED = "its text is in an attachment that is not read"
  const QUOTE = "Bo wrote:\n> Who has the key?\n\n"

  it.each([
    ["nothing", "\n\n", [], "it is empty"],
    ["a quote alone", `${QUOTE}-- \nAda\n`, [], "no words of its author were found below its quotes"],
    ["a file alone", "\n", ["remarks.pdf"], ATTACHED],
    ["a file below a quote", `${QUOTE}-- \nAda\n`, ["winmail.dat"], ATTACHED],
    [
      "the notice of an archive alone",
      "An HTML attachment was scrubbed...\nURL: <https://x.example/1>\n",
      [],
      ATTACHED,
    ],
    ["a pointer to a text", "My remarks are in the attached file.", ["remarks-review.txt"], `part of ${ATTACHED}`],
    ["a pointer to a mail", "See the mail attached.", ["message/rfc822"], `part of ${ATTACHED}`],
    ["words and a log", "It broke again, the log is attached.", ["boot.log"], undefined],
    ["a patch alone", "\n", ["0001-stove.patch"], undefined],
    ["words and a signature", "I have the key.", ["signature.asc"], undefined],
    ["thanks alone", `${QUOTE}Thanks,\nAda\n`, [], undefined],
    ["a trailer alone", "Acked-by: Ada Lindqvist <ada@tern.example>\n", ["signature.asc"], undefined],
  ])("tells of a mail that holds %s what is missing", (_, body, attachments, reason) => {
    const { skipped } = readOf({ body, attachments }) ?? {}
    expect(skipped).toEqual(reason === undefined ? [] : [{ id: "one@tern.example", reason }])
  })

  it("takes nothing for complete that robots alone wrote, or that a robot passes on", () => {
    const author = { name: "bugzilla-daemon", address: "bugzilla-daemon@tern.example" }

    expect(readOf({ author, body: "--- Comment #1 from Bo ---\nI am against it." })?.reasons).toEqual([
      "Robots alone wrote, and what they write is not judged",
      "1 message is a robot's that passes on what somebody wrote",
    ])
  })

  it("counts a robot's mail that somebody passes on once", () => {
    const body =
      "On Monday, bugzilla-daemon@tern.example wrote:\n> Bug 7: the stove smokes whenever the wind comes from the north\n\nSwept it."

    expect(readOf({ subject: "Re: bug 7", body })).toMatchObject({
      rebuilt: 1,
      reasons: ["1 message is known from quotes alone"],
    })
    expect(readOf({ subject: "Re: bug 7", body })?.bots).toBeUndefined()
  })

  it.each([
    ["quotes what nobody here wrote", "> That bridge of yours is not going to pass any inspection.", false],
    ["quotes the mail that it answers", "> I keep the bees on the balcony of the second floor.", true],
    ["quotes it broken anew", "> I keep the bees\n> on the balcony of the second floor.", true],
    ["quotes what a company put below a mail", "> Do not click on any link in this mail, please do not.", true],
    ["quotes a line of code", "> bridge_inspect(second_floor, balcony).", true],
  ])("says of a thread in which somebody %s whether it is whole", (_, quote, complete) => {
    const messages = [
      aMessage({ id: "a@x", body: "I keep the bees on the balcony of the second floor." }),
      aMessage({
        id: "b@x",
        inReplyTo: "a@x",
        references: ["a@x"],
        author: { name: "Bo Marchetti", address: "bo@heron.example" },
        body: `${quote}\n\nI am surprised.`,
      }),
    ]
    const [thread] = buildThreads({ source: "mail", messages, skipped: [], reasons: [] })
    const coverage = thread && summarise(thread).coverage

    expect(coverage?.complete).toBe(complete)
    expect(coverage?.reasons).toEqual(complete ? undefined : ["1 message quotes what is in none that was read"])
  })
})
