import { chmodSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { IncomingMessage, Server, ServerResponse } from "node:http"
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { pipeline } from "node:stream/promises"
import type { Bot } from "../../bot/bot.ts"
import { AppError } from "../../errors.ts"
import type { Logger } from "../../platform/logger.ts"
import type { Store } from "../../store/store.ts"
import { DoorAsk, doorPath } from "./door-words.ts"
import type { DoorFailure } from "./door-words.ts"
import { sayTo } from "./say.ts"
import type { MovableStore } from "./store-commands.ts"

export interface DoorParts {
  readonly folder: string
  readonly bot: Bot
  readonly store: Pick<MovableStore, "check" | "export"> & Pick<Store, "capabilities">
  readonly logger: Logger
}

/**
 * Lets the terminal in while this process holds the embedded store: words are answered, and the store is looked over
 * or written out, without anybody stopping the bot. Who may come in is whoever may write into the data folder's
 * socket, its owner alone; that is who could open the store when the bot is not running.
 */
export async function openDoor(parts: DoorParts): Promise<() => Promise<void>> {
  const { folder, store, logger } = parts
  // A store that several processes share keeps nobody out.
  if (store.capabilities.isShared) return async () => {}
  const path = doorPath(folder)
  // Whoever left it there is dead: we hold the lock.
  rmSync(path, { force: true })
  const server = createServer((request, response) => void answer(request, response, parts))
  try {
    await listen(server, path)
    if (process.platform !== "win32") chmodSync(path, 0o600)
  } catch (error) {
    // A path too long for a socket, a file system without any: the terminal waits until the bot is stopped, as before.
    logger.warn("The terminal cannot be let in", { kind: error instanceof Error ? error.name : "unknown" })
    return async () => {}
  }
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
    rmSync(path, { force: true })
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(path, resolve)
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, { bot, store }: DoorParts): Promise<void> {
  try {
    if (request.url === "/say") {
      const { me, now, ...said } = DoorAsk.parse(JSON.parse(await text(request)))
      response.end(await sayTo(bot, me, { ...said, now: new Date(now) }))
    } else if (request.url === "/check") response.end(JSON.stringify(await store.check()))
    else if (request.url === "/export") await pipeline(Readable.from(withEnds(store.export())), response)
    else response.writeHead(404).end()
  } catch (error) {
    if (response.headersSent) response.destroy()
    else response.writeHead(422).end(JSON.stringify(toFailure(error)))
  }
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

function toFailure(error: unknown): DoorFailure {
  if (error instanceof AppError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: "usage", message: "Cannot do that: the running bot did not understand", hint: "Use the same version" }
}
