import type { Socket } from "node:net"
import { connect as connectPlain } from "node:net"
import { connect as connectTls } from "node:tls"
import { AppError } from "../../src/index.ts"

export interface NntpAddress {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
}

export interface NntpAnswer {
  readonly code: number
  readonly text: string
  /** The lines that follow, dots undone, bytes untouched; undefined where the answer is one line. */
  readonly block: Buffer | undefined
}

export interface NntpConnection {
  /** Commands may be sent before earlier answers are there; answers come in order. */
  send(command: string): Promise<NntpAnswer>
  readonly isOpen: boolean
  close(): void
}

export interface ConnectionBounds {
  readonly silenceMs: number
  /** One answer may be so long: an overview of 2,000 articles has 700 KB, a mail 25 MB. */
  readonly maxAnswerBytes: number
}

interface Waiting {
  readonly resolve: (answer: NntpAnswer) => void
  readonly reject: (error: AppError) => void
  readonly hasBlock: (code: number) => boolean
}

const LINE_END = Buffer.from("\r\n")
const BLOCK_END = Buffer.from("\r\n.\r\n")
const MAX_STATUS_BYTES = 1_024
/** RFC 3977: which answers are followed by lines. 211 is so after LISTGROUP alone, which is not used here. */
const BLOCK_CODES: ReadonlySet<number> = new Set([100, 101, 215, 220, 221, 222, 224, 225, 230, 231])

/** A connection whose greeting was heard. Raw bytes, pipelined; whatever breaks it rejects all that wait. */
export async function connectNntp(address: NntpAddress, bounds: ConnectionBounds): Promise<NntpConnection> {
  const { host, port, isTls } = address
  const socket = isTls ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
  const talk = createTalk(socket, `${host}:${port}`, bounds)
  const greeting = await talk.expect(() => false)
  if (greeting.code !== 200 && greeting.code !== 201) {
    talk.close()
    throw new AppError(
      "source-unreachable",
      `Cannot read from ${host}:${port}: the news server answers ${greeting.code}`,
    )
  }
  return {
    send: async (command) => {
      // A line end inside a command would be a command of somebody else's.
      if (/[\r\n\0]/.test(command))
        throw new AppError("source-unknown", "Cannot ask the news server: the name holds a line end")
      const answer = talk.expect((code) => BLOCK_CODES.has(code))
      socket.write(`${command}\r\n`)
      return answer
    },
    get isOpen() {
      return talk.isOpen()
    },
    close: () => talk.close(),
  }
}

interface Talk {
  expect(hasBlock: (code: number) => boolean): Promise<NntpAnswer>
  isOpen(): boolean
  close(): void
}

function createTalk(socket: Socket, name: string, { silenceMs, maxAnswerBytes }: ConnectionBounds): Talk {
  const waiting: Waiting[] = []
  let pending: Buffer = Buffer.alloc(0)
  let scanned = 0
  let failure: AppError | undefined

  function fail(reason: string, cause?: unknown): void {
    failure ??= new AppError("source-unreachable", `Cannot read from ${name}: ${reason}`, { cause })
    socket.destroy()
    for (const { reject } of waiting.splice(0)) reject(failure)
  }

  /** Hands the first whole answer over; false where more must come first. */
  function take(): boolean {
    const [next] = waiting
    const status = readStatus(pending)
    if (status === "garbage") fail("it does not speak NNTP")
    if (next === undefined || typeof status === "string" || failure !== undefined) return false
    const { code, text, end: statusEnd } = status
    const end = next.hasBlock(code) ? endOfBlock(statusEnd) : statusEnd
    if (end === -1) return false
    const block = next.hasBlock(code) ? undot(pending.subarray(statusEnd + 2, Math.max(statusEnd, end) + 2)) : undefined
    pending = pending.subarray(end + (block === undefined ? LINE_END.length : BLOCK_END.length))
    scanned = 0
    waiting.shift()
    // An idle connection does not keep a program alive that has nothing else to do.
    if (waiting.length === 0) socket.unref()
    next.resolve({ code, text, block })
    return true
  }

  function endOfBlock(statusEnd: number): number {
    const end = pending.indexOf(BLOCK_END, Math.max(statusEnd, scanned - BLOCK_END.length))
    scanned = pending.length
    if (end === -1 && pending.length > maxAnswerBytes) fail("an answer is longer than allowed")
    return end
  }

  socket.setTimeout(silenceMs, () => {
    if (waiting.length > 0) fail("it says nothing")
  })
  socket.on("data", (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    while (take());
  })
  socket.on("error", (error) => fail("the connection failed", error))
  socket.on("close", () => fail("the server closed the connection"))
  return {
    expect: async (hasBlock) => {
      if (failure !== undefined) throw failure
      socket.ref()
      return new Promise<NntpAnswer>((resolve, reject) => waiting.push({ resolve, reject, hasBlock }))
    },
    isOpen: () => failure === undefined,
    close: () => fail("it was closed"),
  }
}

interface Status {
  readonly code: number
  readonly text: string
  readonly end: number
}

function readStatus(buffer: Buffer): Status | "partial" | "garbage" {
  const end = buffer.indexOf(LINE_END)
  if (end > MAX_STATUS_BYTES || (end === -1 && buffer.length > MAX_STATUS_BYTES)) return "garbage"
  if (end === -1) return "partial"
  const groups = /^(?<code>\d{3})(?: (?<text>[^\r\n]*))?$/.exec(buffer.toString("latin1", 0, end))?.groups
  return groups === undefined ? "garbage" : { code: Number(groups["code"]), text: groups["text"] ?? "", end }
}

/** A line that begins with a dot goes over the wire with two. */
function undot(block: Buffer): Buffer {
  const text = block.toString("latin1")
  return Buffer.from(text.replaceAll(/(?<start>^|\r\n)\.\./g, "$<start>."), "latin1")
}
