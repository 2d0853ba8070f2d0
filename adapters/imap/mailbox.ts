import { ImapFlow } from "imapflow"
import { z } from "zod"
import { AppError } from "../../src/index.ts"

export interface MailboxAddress {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
}

export interface OpenFolder {
  readonly client: ImapFlow
  readonly validity: string
  readonly uidNext: number
}

export interface Mailbox {
  /** One task at a time, with the folder open for reading alone; a connection that died is replaced. */
  use<T>(task: (folder: OpenFolder) => Promise<T>): Promise<T>
  /** Keeps a connection listening (IDLE), through restarts of the server. */
  listen(): void
  close(): void
}

export interface MailboxOptions {
  readonly address: MailboxAddress
  readonly silenceMs: number
  /** First wait before a lost connection is built anew; doubled up to five minutes. */
  readonly reconnectMs: number
  /** The server said that something is new. */
  readonly onNews: () => void
}

const MAX_RECONNECT_MS = 300_000
// Servers drop an IDLE after 30 minutes, many firewalls after ten.
const MAX_IDLE_MS = 9 * 60_000

export function createMailbox({ address, silenceMs, reconnectMs, onNews }: MailboxOptions): Mailbox {
  let current: ImapFlow | undefined
  let isListening = false
  let isClosed = false
  const inTurn = createTurns()
  const reconnect = createReconnect({
    firstMs: reconnectMs,
    tryOnce: async () =>
      inTurn(async () => {
        if (isClosed || current !== undefined) return
        await connect()
        // What came while nobody listened is news too.
        onNews()
      }),
  })

  async function connect(): Promise<ImapFlow> {
    const client = await openFolder(address, silenceMs)
    client.on("exists", () => onNews())
    client.on("close", () => {
      if (current === client) current = undefined
      if (isListening && !isClosed) reconnect.start()
    })
    current = client
    return client
  }

  return {
    use: async (task) =>
      inTurn(async () => {
        const kept = current?.usable === true ? current : undefined
        const client = kept ?? (await connect())
        try {
          return await task(toFolder(client, address))
        } catch (error) {
          if (error instanceof AppError) throw error
          if (kept === undefined || kept.usable) throw toAppError(error, address)
          return await task(toFolder(await connect(), address))
        } finally {
          // Nobody listens: an open connection would only keep the program alive.
          if (!isListening) current?.close()
        }
      }),
    listen: () => {
      isListening = true
    },
    close: () => {
      isClosed = true
      reconnect.stop()
      current?.close()
    },
  }
}

/** A new connection with the folder open. imapflow does not reconnect, and a client that was closed cannot be used again. */
async function openFolder(address: MailboxAddress, silenceMs: number): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.isTls,
    auth: { user: address.user, pass: address.password },
    logger: false,
    autoIdleDelay: 500,
    maxIdleTime: MAX_IDLE_MS,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
  })
  client.on("error", () => undefined)
  try {
    await client.connect()
    // EXAMINE: nothing that is read here is ever marked as read.
    await client.mailboxOpen(address.folder, { readOnly: true })
    return client
  } catch (error) {
    client.close()
    throw toAppError(error, address)
  }
}

function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return async (task) => {
    const turn = last.then(task, task)
    last = turn.catch(() => undefined)
    return turn
  }
}

interface Reconnect {
  readonly firstMs: number
  readonly tryOnce: () => Promise<void>
}

/** Tries until it succeeds, each time after twice the wait. */
function createReconnect({ firstMs, tryOnce }: Reconnect): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  function plan(delay: number): void {
    timer = setTimeout(() => {
      void tryOnce().then(
        () => {
          timer = undefined
          return undefined
        },
        () => plan(Math.min(delay * 2, MAX_RECONNECT_MS)),
      )
    }, delay)
    timer.unref()
  }
  return {
    start: () => {
      if (timer === undefined) plan(firstMs)
    },
    stop: () => clearTimeout(timer),
  }
}

function toFolder(client: ImapFlow, { folder }: MailboxAddress): OpenFolder {
  const { mailbox } = client
  if (mailbox === false) throw new AppError("source-unreachable", `Cannot read "${folder}": the server closed it`)
  return { client, validity: String(mailbox.uidValidity), uidNext: mailbox.uidNext }
}

/** What imapflow says of a failure, beside its text. */
const Failure = z.object({
  authenticationFailed: z.boolean().optional(),
  mailboxMissing: z.boolean().optional(),
  serverResponseCode: z.string().optional(),
  code: z.string().optional(),
})

function toAppError(error: unknown, { host, folder }: MailboxAddress): unknown {
  const failure = Failure.safeParse(error).data
  if (!(error instanceof Error) || failure === undefined) return error
  if (failure.authenticationFailed === true) {
    return new AppError("config-invalid", `Cannot read mail from ${host}: the server refuses the login`, {
      hint: "Look whether STANDPOINT_IMAP names the user and STANDPOINT_IMAP_PASSWORD is right",
      cause: error,
    })
  }
  if (failure.mailboxMissing === true || failure.serverResponseCode === "NONEXISTENT") {
    return new AppError("source-gone", `Cannot read "${folder}": the mail server has no such folder`, {
      hint: "Give the folder as the server names it, for example imaps://user@host/Lists/dev",
      cause: error,
    })
  }
  const code = failure.code === undefined ? "" : ` (${failure.code})`
  return new AppError("source-unreachable", `Cannot read mail from ${host}: the connection failed${code}`, {
    cause: error,
  })
}
