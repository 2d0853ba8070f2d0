import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createFileSource } from "../../../adapters/mail/index.ts"
import { createNntp } from "../../../adapters/nntp/index.ts"
import { createPublicInbox } from "../../../adapters/public-inbox/index.ts"
import type { Message, Reading, Thread, ThreadSource } from "../../../src/index.ts"
import { buildThreads } from "../../../src/index.ts"
import type { PublicInboxServers } from "../../support/mail/mail-servers.ts"
import { describeWithMailServers, startPublicInbox } from "../../support/mail/mail-servers.ts"

const FOLDER = "../shared/eval/threads"
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".mbox")) : []
if (files.length === 0)
  process.stdout.write(`Left out: real threads on a real archive, because ${FOLDER} is not there\n`)

// Whole threads of strangers, with all that relays and mail programs have done to them: what an archive and a news
// server give of each is what its file gives.
describe.runIf(files.length > 0)("real threads", () => {
  describeWithMailServers("on a real archive and its news server", () => {
    let servers: PublicInboxServers
    let sources: readonly ThreadSource[] = []
    let close = async (): Promise<void> => {}
    beforeAll(async () => {
      servers = await startPublicInbox(files.flatMap((name) => mailsOf(join(FOLDER, name))))
      const archive = createPublicInbox({ archives: [servers.inboxUrl] })
      const nntp = createNntp({ address: `nntp://127.0.0.1:${servers.nntpPort}/${servers.newsgroup}` })
      sources = [archive.source, nntp.source]
      close = async () => {
        nntp.close()
        await archive.close()
        await servers.stop()
      }
    }, 300_000)
    afterAll(async () => close())

    it.each(files)("%s has the same messages in the same words", { timeout: 120_000 }, async (name) => {
      const [thread] = threadsOf(await createFileSource().read({ kind: "path", path: join(FOLDER, name) }))
      const id = thread?.messages.at(-1)?.id ?? ""

      for (const source of sources) {
        const threads = threadsOf(await source.read({ kind: "message-id", id }))
        const found = threads.find(({ messages }) => messages.some((message) => message.id === id))

        expect(wordsById(found, thread)).toEqual(wordsById(thread, thread))
      }
    })
  })
})

function threadsOf(reading: Reading | undefined): readonly Thread[] {
  return reading === undefined ? [] : buildThreads(reading)
}

/** Of the messages of `wanted`: an archive may hold more of a thread than a file. */
function wordsById(thread: Thread | undefined, wanted: Thread | undefined): Readonly<Record<string, string>> {
  const ids = new Set(wanted?.messages.map(({ id }) => id))
  const messages: readonly Message[] = thread?.messages.filter(({ id }) => ids.has(id)) ?? []
  return Object.fromEntries(
    messages.map(({ id, author, sentAt, body }) => [id, `${author.address} ${sentAt ?? ""}\n${body.trimEnd()}`]),
  )
}

/** The mails of an mboxrd as they were before it. */
function mailsOf(path: string): readonly Uint8Array[] {
  const text = readFileSync(path, "latin1")
  return text
    .split(/^From \S+ .*\n/m)
    .filter((mail) => mail.trim() !== "")
    .map((mail) => Buffer.from(mail.replace(/\n$/, "").replaceAll(/^>(?<rest>>*From )/gm, "$<rest>"), "latin1"))
}
