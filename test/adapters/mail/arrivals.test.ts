import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { createImap } from "../../../adapters/imap/index.ts"
import { createFileSource, createMaildirFeed } from "../../../adapters/mail/index.ts"
import { createNntp } from "../../../adapters/nntp/index.ts"
import { createBell } from "../../../src/watch/bell.ts"
import { aFolder } from "../../support/a-file.ts"
import type { ArrivalWorld } from "../../support/arrival-world.ts"
import { startArrivals } from "../../support/arrival-world.ts"
import { aMail, aMailThread } from "../../support/mail/a-mail.ts"
import { deliver, makeMaildir } from "../../support/mail/a-maildir.ts"
import { describeWithMailServers, startDovecot, startPublicInbox } from "../../support/mail/mail-servers.ts"

// Far longer than any of these tests takes: what is told was not found by asking now and then.
const HOUR_MS = 3_600_000
const QUESTION = "Should the timer of the small cache be one second?"

const arrival = aMail({
  id: "new-1@example.org",
  inReplyTo: "cache-1@example.org",
  from: "Grace Hopper <grace@example.org>",
  date: "Wed, 03 Jan 2024 09:00:00 +0000",
  body: QUESTION,
})

async function settled(world: ArrivalWorld): Promise<void> {
  await vi.waitUntil(async () => world.isSettled(), { timeout: 20_000 })
}

async function isTold(world: ArrivalWorld): Promise<void> {
  await vi.waitUntil(() => world.posted().includes(QUESTION), { timeout: 25_000 })
}

describe("a watched Maildir whose path has a space", () => {
  it("is told of as soon as mail is delivered, in the channel that the terminal named", async () => {
    const folder = join(aFolder(), "my list")
    makeMaildir(folder, aMailThread())
    const bell = createBell()
    const feed = createMaildirFeed({ folders: [folder], onNews: bell.ring })
    const world = await startArrivals({ sources: [createFileSource()], feeds: [feed], bell, pollMs: HOUR_MS })
    const words = `file://${encodeURI(folder)}`

    const fromChat = await world.say(`watch ${words}`)
    const refused = await world.say(`watch ${words} in slack:C1`, "terminal")
    await world.say(`allow ${words} in slack:C1`, "terminal")
    const watching = await world.say(`watch ${words} in slack:C1`, "terminal")
    await settled(world)
    await feed.ready()
    deliver(folder, "1700000100.M1.host", arrival)
    await isTold(world)
    await world.stop()
    await feed.close()

    expect(fromChat).toContain("not a source that is known here")
    expect(refused).toContain("it is a private mailbox")
    expect(watching).toContain("Watching file://")
  })
})

describeWithMailServers("mail that arrives while it is watched", () => {
  it("in a mailbox is told as soon as the server says so, where an administrator allowed it from chat", async () => {
    const dovecot = await startDovecot(aMailThread())
    const bell = createBell()
    const address = `imap://${dovecot.user}@127.0.0.1:${dovecot.port}/INBOX`
    const imap = createImap({ address, password: dovecot.password, onNews: bell.ring })
    const world = await startArrivals({ sources: [imap.source], feeds: [imap.feed], bell, pollMs: HOUR_MS })

    const refused = await world.say("watch imap:INBOX")
    const guessed = await world.say("summarize imap:INBOX/cache-1@example.org")
    await world.say("allow imap:INBOX")
    await world.say("watch imap:INBOX")
    await settled(world)
    dovecot.deliver(arrival)
    await isTold(world)
    await world.stop()
    imap.close()
    await dovecot.stop()

    expect(refused).toContain("it is a private mailbox")
    expect(guessed).toContain("private source")
    expect(guessed).not.toContain("double the cache")
  })

  it("in a newsgroup is told at the next look at its overview", async () => {
    const servers = await startPublicInbox(aMailThread())
    const nntp = createNntp({ address: `nntp://127.0.0.1:${servers.nntpPort}/${servers.newsgroup}` })
    const world = await startArrivals({ sources: [nntp.source], feeds: [nntp.feed], bell: createBell(), pollMs: 200 })

    await world.say(`watch nntp:${servers.newsgroup}`)
    await settled(world)
    servers.add([arrival])
    await isTold(world)
    await world.stop()
    nntp.close()
    await servers.stop()

    expect(world.posted()).toContain("Grace Hopper")
  })
})
