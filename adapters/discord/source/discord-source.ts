import type { ThreadSource } from "../../../src/index.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { LINK_HOSTS, toChannelRef } from "../ids.ts"
import type { ChannelPayload } from "./message-payload.ts"
import { readChannel } from "./read-channel.ts"

/** Discord's threads and channels, read over REST alone: it needs a token, and no running bot. */
export function toDiscordSource(rest: DiscordRest, noteChannel?: (channel: ChannelPayload) => void): ThreadSource {
  return {
    name: "discord",
    schemes: ["discord"],
    hosts: LINK_HOSTS,
    forms: [
      { words: "a link to a Discord thread or message", from: "anywhere" },
      { words: "a discord: id", from: "anywhere" },
    ],
    accepts: (ref) => toChannelRef(ref) !== undefined,
    read: async (ref, options) => {
      const asked = toChannelRef(ref)
      return asked === undefined ? undefined : readChannel(rest, asked, { ...options, noteChannel })
    },
  }
}
