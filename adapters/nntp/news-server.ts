import { AppError } from "../../src/index.ts"
import type { ConnectionBounds, NntpAddress, NntpAnswer, NntpConnection } from "./nntp-connection.ts"
import { connectNntp } from "./nntp-connection.ts"

export interface NewsServer {
  /** One conversation at a time; a connection that died while it was idle is replaced once, without a word. */
  talk<T>(conversation: (connection: NntpConnection) => Promise<T>): Promise<T>
  close(): void
}

export interface NewsServerOptions extends ConnectionBounds {
  readonly address: NntpAddress
  readonly login: { readonly user: string; readonly password: string } | undefined
}

export function createNewsServer(options: NewsServerOptions): NewsServer {
  let connection: NntpConnection | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function open(): Promise<NntpConnection> {
    const fresh = await connectNntp(options.address, options)
    const { login } = options
    if (login !== undefined) {
      const user = await fresh.send(`AUTHINFO USER ${login.user}`)
      const done = user.code === 381 ? await fresh.send(`AUTHINFO PASS ${login.password}`) : user
      if (done.code !== 281) {
        fresh.close()
        throw new AppError(
          "source-unreachable",
          `Cannot log in at ${options.address.host}: the news server answers ${done.code}`,
        )
      }
    }
    return fresh
  }

  async function run<T>(conversation: (connection: NntpConnection) => Promise<T>): Promise<T> {
    const kept = connection?.isOpen === true ? connection : undefined
    connection = kept ?? (await open())
    try {
      return await conversation(connection)
    } catch (error) {
      if (kept === undefined || kept.isOpen) throw error
      connection = await open()
      return conversation(connection)
    }
  }

  return {
    talk: async (conversation) => {
      const turn = last.then(
        async () => run(conversation),
        async () => run(conversation),
      )
      last = turn.catch(() => undefined)
      return turn
    },
    close: () => connection?.close(),
  }
}

export interface Group {
  readonly low: number
  readonly high: number
}

/** Selects a group. The count that servers give is an estimate; the high mark is what counts. */
export async function selectGroup(connection: NntpConnection, group: string): Promise<Group> {
  const answer = await connection.send(`GROUP ${group}`)
  if (answer.code === 411) {
    throw new AppError("source-gone", `Cannot read "${group}": the news server has no such group`, {
      hint: "Look whether its name is right, for example nntp://news.example.org/org.example.lists.dev",
    })
  }
  const marks = /^\d+ (?<low>\d+) (?<high>\d+)/.exec(answer.text)?.groups
  if (answer.code !== 211 || marks === undefined) throw refused(`group "${group}"`, answer)
  return { low: Number(marks["low"]), high: Number(marks["high"]) }
}

export function refused(what: string, { code }: NntpAnswer): AppError {
  return new AppError("source-unreachable", `Cannot read ${what}: the news server answers ${code}`)
}
