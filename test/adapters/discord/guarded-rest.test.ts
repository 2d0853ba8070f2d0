import { REST } from "discord.js"
import { expect, it } from "vitest"
import { createGuardedRest } from "../../../adapters/discord/guarded-rest.ts"
import { startDiscord, TOKEN } from "../../support/discord/server/discord-server.ts"

it("falls silent before Discord bans it, and speaks again when the ten minutes are over", async () => {
  const discord = await startDiscord()
  let now = Date.parse("2026-11-24T12:00:00Z")
  const rest = createGuardedRest(new REST({ version: "10", api: discord.url }).setToken(TOKEN), {
    maxInvalid: 20,
    clock: () => new Date(now),
  })
  const closed = discord.world.addChannel({ name: "closed" })
  discord.world.closed.add(closed.id)
  const ask = () => rest.get(`/channels/${closed.id}`).catch((error: unknown) => error)

  for (let i = 0; i < 25; i++) await ask()
  const sent = discord.requests.length

  expect(sent).toBe(20)
  expect(await ask()).toMatchObject({ code: "rate-limited" })
  now += 10 * 60_000 + 1
  discord.world.closed.clear()
  expect(await ask()).toMatchObject({ id: closed.id })
  await discord.close()
})
