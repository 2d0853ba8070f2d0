import { closeSync, openSync, writeSync } from "node:fs"
import { spawn } from "node:child_process"
import type { Readable } from "node:stream"

const LINE = "we measured it again on the large machine and the table of waiting readers stays short\n"
const PEOPLE = 3_000
/** A new thread begins at every so manieth mail; answers go to one of the last threads. */
const MAILS_PER_THREAD = 6
const OPEN_THREADS = 50

/** Writes an mbox of about so many bytes, mails of 2 KB on average; the same each time. Gives how many mails it holds. */
export function writeLargeMbox(path: string, bytes: number): number {
  const file = openSync(path, "w")
  let count = 0
  for (let written = 0; written < bytes;) {
    let page = ""
    for (let inPage = 0; inPage < 500; inPage++) page += mailNumber(count++)
    written += writeSync(file, page)
  }
  closeSync(file)
  return count
}

function mailNumber(number: number): string {
  const own = Math.floor(number / MAILS_PER_THREAD)
  // Scattered, so that the mails of a thread do not stand side by side.
  const thread = Math.max(0, own - ((number * 7_919) % OPEN_THREADS))
  const isRoot = number % MAILS_PER_THREAD === 0
  const person = (number * 31) % PEOPLE
  const root = idOf(thread * MAILS_PER_THREAD)
  const answers = isRoot ? "" : `In-Reply-To: <${root}>\nReferences: <${root}>\n`
  return `From mboxrd@z Thu Jan  1 00:00:00 1970
From: Person ${person} <person${person}@example.org>
To: dev@lists.example.org
Subject: ${isRoot ? "" : "Re: "}Waiting readers, part ${isRoot ? own : thread}
Date: ${new Date(1_600_000_000_000 + number * 60_000).toUTCString()}
Message-ID: <${idOf(number)}>
${answers}
${isRoot ? "Shall we keep the lock?\n" : ""}${LINE.repeat(5 + ((number * 13) % 34))}
`
}

function idOf(number: number): string {
  return `${number}.${(number * 2_654_435_761) % 4_294_967_296}@host${number % 97}.example.org`
}

export interface Measured {
  readonly code: number | null
  readonly out: string
  readonly error: string
  /** The most memory that the process ever held. */
  readonly peakMegabytes: number
}

// At its end the process says on a channel of its own how much it took.
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)))`,
)}`

/** Runs the built program and measures its memory from outside its own heap. */
export async function measureProgram(args: readonly string[]): Promise<Measured> {
  const child = spawn(process.execPath, ["--import", TELL_PEAK, "dist/src/main.js", ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  })
  const [out, error, peak] = [child.stdout, child.stderr, child.stdio[3]].map((stream) => textOf(stream as Readable))
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
  return { code, out: (await out) ?? "", error: (await error) ?? "", peakMegabytes: Number(await peak) / 1024 }
}

/** What a command says, whatever its exit code. */
export async function outputOf(command: string, args: readonly string[]): Promise<{ readonly out: string }> {
  const env = { ...process.env, COLUMNS: "100", TERM: "xterm" }
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"], env })
  return { out: await textOf(child.stdout) }
}

async function textOf(stream: Readable): Promise<string> {
  let text = ""
  for await (const chunk of stream.setEncoding("utf8")) text += String(chunk)
  return text
}
