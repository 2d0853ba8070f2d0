/**
 * What reading costs, as ratios in one run: `npm run bench`.
 *
 * Reading a decoded body (zones, attributions, authors) must cost less than mailparser takes to decode
 * the mail; hostile bodies must cost no more than 150 ms a megabyte. Processor time is measured, not the
 * clock on the wall, and the best of several rounds counts: other work on the machine only adds.
 */
import { readFileSync, readdirSync } from "node:fs"
import { simpleParser } from "mailparser"
import { toMessage } from "../../adapters/mail/index.ts"
import type { Message } from "../../src/index.ts"
import { readBody } from "../../src/index.ts"
import { report } from "./report.ts"

const ROUNDS = 7
// The engine is compiled while it runs; a bot that reads its first thousand mails is past that.
const READING_ROUNDS = 100
const MAIL_BYTES = 3_000
const MEGABYTE = 1 << 20
const LIMIT_MS_PER_MB = 150
const MAILS_PER_SECOND = 10_000

// What a mail gathers on its way through a list; decoding it is part of what mailparser does.
const RELAYS = Array.from(
  { length: 6 },
  (_, at) =>
    `Received: from mx${at}.tern.example (mx${at}.tern.example [192.0.2.${at}])\n\tby lists.tern.example (Postfix) with ESMTPS id 4F${at}\n\tfor <rooms@lists.tern.example>; Tue, 3 Mar 2026 10:15:0${at} +0000 (UTC)\n`,
).join("")

const mails = corpusMails()
const messages = await Promise.all(mails.map((raw, at) => toMessage(raw, at)))
const bytes = messages.reduce((sum, message) => sum + message.body.length, 0)

let readMs = Number.POSITIVE_INFINITY
for (let round = 0; round < READING_ROUNDS; round++) {
  const unseen = messages.map((message) => withOtherAttributions(message, round))
  const start = process.cpuUsage()
  for (const message of unseen) readBody(message)
  readMs = Math.min(readMs, userMs(start))
}
let decodeMs = Number.POSITIVE_INFINITY
for (let round = 0; round < ROUNDS; round++) {
  const start = process.cpuUsage()
  for (const raw of mails) await simpleParser(raw, { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true })
  decodeMs = Math.min(decodeMs, userMs(start))
}
const perSecond = Math.round((bytes / MAIL_BYTES / readMs) * 1_000)
report("reading / decoding the same mails", readMs / decodeMs, readMs < decodeMs)
report(`mails of ${MAIL_BYTES} bytes a second`, perSecond, perSecond >= MAILS_PER_SECOND)

for (const [name, message] of hostileMessages()) {
  const size = Math.max(message.body.length, JSON.stringify([message.cc, message.references]).length) / MEGABYTE
  const ms = best(ROUNDS, () => readBody(message)) / size
  report(`ms a MB: ${name}`, ms, ms <= LIMIT_MS_PER_MB)
}

/** Attributions are remembered, so that no round may meet those of the round before. */
function withOtherAttributions(message: Message, round: number): Message {
  return { ...message, body: message.body.replaceAll("wrote:", `(${round}) wrote:`) }
}

/** Mails of about 3 KB each: the corpus's bodies with quoted and own prose below, as lists carry them. */
function corpusMails(): readonly Buffer[] {
  const folder = "test/corpus/reading"
  const raw = readdirSync(folder).flatMap((name) =>
    readFileSync(`${folder}/${name}/thread.mbox`, "utf8")
      .split(/^From mboxrd@z.*\n/m)
      .filter((mail) => mail !== ""),
  )
  const prose = "The lamp over the long table flickers as soon as the heating comes on;"
  const quoted = Array.from({ length: 6 }, () => `> ${prose}`).join("\n")
  const own = Array.from({ length: 2 }, () => prose).join("\n")
  return raw.map((mail) => {
    const filler = `\n${quoted}\n>\n> > ${prose}\n\n${own}\n`
    return Buffer.from(`${RELAYS}${mail}${filler.repeat(Math.ceil((MAIL_BYTES - mail.length) / filler.length))}`)
  })
}

function hostileMessages(): ReadonlyMap<string, Message> {
  const [base] = messages
  if (base === undefined) throw new Error("no mail in the corpus")
  const filled = (piece: string): Message => ({ ...base, body: piece.repeat(Math.ceil(MEGABYTE / piece.length)) })
  const lines = (count: number, line: (at: number) => string): Message => ({
    ...base,
    body: Array.from({ length: count }, (_, at) => line(at)).join("\n"),
  })
  const names = Array.from({ length: 10_000 }, (_, at) => ({ name: `Name ${at}`, address: `n${at}@plover.example` }))
  const references = Array.from({ length: 100_000 }, (_, at) => `${at}@plover.example`)
  const quoted = "> nobody's words\n\nmine\n".repeat(5_000)
  return new Map([
    ["20,000 blank lines of 0 to 39 spaces", lines(20_000, (at) => " ".repeat(at % 40))],
    [
      "20,000 lines that begin like an attribution",
      lines(20_000, (at) => `On Mon, 2 Mar 2026 at 10:00, they met ${at} times`),
    ],
    ["one line of 50,000 dashes", { ...base, body: "-".repeat(50_000) }],
    ["one line of a megabyte", filled("a")],
    ["one line of a megabyte of brackets", filled("(")],
    ["one line of a megabyte of quote marks", filled("> ")],
    ["50,000 quote levels", lines(20, () => `${">".repeat(50_000)} deep`)],
    ["levels that grow line by line", lines(1_400, (at) => `${">".repeat(at + 1)} x`)],
    ["a megabyte of one attribution", filled("On Mon, 2 Mar 2026 at 10:00, Bo <bo@heron.example> wrote:\n")],
    [
      "20,000 different attributions",
      lines(20_000, (at) => `On Mon, 2 Mar 2026 at 10:00, Bo <bo${at}@heron.example> wrote:`),
    ],
    [
      "10,000 different attributions with a quote each",
      lines(10_000, (at) => `On Mon, 2 Mar 2026 at 10:00, Bo <bo${at}@plover.example> wrote:\n> x`),
    ],
    ["a megabyte of wrapped tails", filled(`> ${"word ".repeat(15)}\ntail\n`)],
    ["a megabyte of lines of eight bytes", filled("so it is\n")],
    ["a megabyte of lines of two bytes", filled("a\n")],
    ["a megabyte of empty lines", filled("\n")],
    ["a megabyte of empty quoted lines", filled(">\n")],
    ["a megabyte of colons", filled(":\n")],
    ["a megabyte of lines that change their depth", filled("> a\n>> b\nc\n")],
    ["a megabyte of quotes in a bar", filled("|\n")],
    ["a megabyte of attributions by a star", filled("* a:\n> b\n")],
    ["a megabyte of short thanks", filled("Thanks,\nAda\n\n")],
    ["40,000 short attributions", lines(40_000, (at) => `On ${at} March, Bo wrote:`)],
    ["50,000 addresses that head a quote", lines(50_000, (at) => `<bo${at}@heron.example>:\n> x`)],
    ["10,000 names in Cc", { ...base, cc: names, body: quoted }],
    ["References of 100,000 ids", { ...base, references, body: quoted }],
  ])
}

function best(rounds: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage()
    work()
    least = Math.min(least, userMs(start))
  }
  return least
}

function userMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
