import type { Finding, ThreadSource } from "../../src/index.ts"
import { createRest } from "./discord-platform.ts"
import type { DiscordConfig } from "./discord-platform.ts"
import { examineDiscord } from "./set-up/doctor.ts"
import { readInvite } from "./set-up/invite.ts"
import type { Invite } from "./set-up/invite.ts"
import { toDiscordSource } from "./source/discord-source.ts"

export { createDiscordPlatform } from "./discord-platform.ts"
export type { DiscordConfig, DiscordPlatform } from "./discord-platform.ts"
export { serveInShards } from "./serve-in-shards.ts"
export { describeInvite, toInvite } from "./set-up/invite.ts"
export type { Invite } from "./set-up/invite.ts"

type Access = Pick<DiscordConfig, "token" | "apiUrl">

/** Discord's threads alone, for whoever only reads: no gateway, no commands. */
export function createDiscordSource(access: Access): ThreadSource {
  return toDiscordSource(createRest(access))
}

/** The invite link of the application that the token belongs to; {@link describeInvite} puts it in words. */
export function discordInvite(access: Access): Promise<Invite> {
  return readInvite(createRest(access))
}

/** What is set up, what is missing and how to mend it; channels and threads are named by their ids. */
export function discordFindings(access: Access, channels: readonly string[] = []): Promise<readonly Finding[]> {
  return examineDiscord(createRest(access), channels)
}
