import { request } from "node:http"
import type { IncomingMessage } from "node:http"
import { createInterface } from "node:readline"
import { text } from "node:stream/consumers"
import { AppError } from "../../errors.ts"
import { DoorFailure, doorPath, DoorReport } from "./door-words.ts"
import type { OpenBot } from "./say.ts"
import type { MovableStore } from "./store-commands.ts"

/** Opens a bot of our own, or goes to the one that runs already and holds the store. */
export function openBotOrKnock(
  open: () => Promise<OpenBot>,
  { folder, me }: { readonly folder: string; readonly me: string | undefined },
): Promise<OpenBot> {
  return whileUnlocked(open, (locked) => knockForBot(folder, me, locked))
}

/** Opens the store, or goes to the bot that holds it. */
export function openStoreOrKnock(open: () => Promise<MovableStore>, folder: string): Promise<MovableStore> {
  return whileUnlocked(open, (locked) => knockForStore(folder, locked))
}

async function whileUnlocked<T>(open: () => Promise<T>, knockAt: (locked: AppError) => T): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof AppError && error.code === "store-locked") return knockAt(error)
    throw error
  }
}

/** The bot that holds the data folder, asked instead of one of our own; `locked` where none answers. */
function knockForBot(folder: string, me: string | undefined, locked: AppError): OpenBot {
  return {
    say: async (said) => text(await knock("/say", JSON.stringify({ ...said, me }), { folder, locked })),
    close: async () => {},
  }
}

/** The same for its store: it can be looked over and backed up while the bot runs, and not replaced. */
function knockForStore(folder: string, locked: AppError): MovableStore {
  const at = { folder, locked }
  return {
    check: async () => DoorReport.parse(JSON.parse(await text(await knock("/check", "", at)))),
    export: async function* lines() {
      const answer = await knock("/export", "", at)
      yield* createInterface({ input: answer, crlfDelay: Infinity })
      if (!answer.complete)
        throw new AppError("store-unreadable", "Cannot read the whole store: the running bot broke off", {
          hint: "Look whether it still runs, and try again",
        })
    },
    import: () => Promise.reject(locked),
    close: async () => {},
  }
}

async function knock(
  path: string,
  body: string,
  { folder, locked }: { readonly folder: string; readonly locked: AppError },
): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    // Nobody opens: a bot that just stops, another command of the terminal, or a process of another user.
    const call = request({ socketPath: doorPath(folder), path, method: "POST" }, resolve).once("error", () => {
      reject(locked)
    })
    call.end(body)
  })
  if (answer.statusCode === 200) return answer
  const { code, message, hint } = DoorFailure.parse(JSON.parse(await text(answer)))
  throw new AppError(code, message, { hint })
}
