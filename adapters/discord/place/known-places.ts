import type { Client } from "discord.js"
import type { Place } from "../../../src/index.ts"
import { toPlace } from "../events.ts"
import { isThread } from "../source/channel-kinds.ts"
import type { ChannelPayload } from "../source/message-payload.ts"

/** Which server and channel an id belongs to, as far as the gateway or a reading has told. */
export interface KnownPlaces {
  note(channel: ChannelPayload): void
  find(channel: string): Place
}

// An entry is some 200 bytes; beyond this the oldest are read from Discord again when they are needed.
const MAX_PLACES = 20_000

export function createKnownPlaces(client: Client): KnownPlaces {
  const places = new Map<string, Place>()
  return {
    note: ({ id, guild_id, parent_id, type }) => {
      const thread = isThread(type) ? { parentId: parent_id ?? null, type } : undefined
      places.set(id, toPlace({ guild: guild_id, channel: id, thread }))
      const oldest = places.keys().next().value
      if (places.size > MAX_PLACES && oldest !== undefined) places.delete(oldest)
    },
    find: (id) => {
      const cached = client.channels.cache.get(id)
      if (cached === undefined || cached.isDMBased()) return places.get(id) ?? { platform: "discord", channel: id }
      return toPlace({ guild: cached.guildId, channel: id, thread: cached.isThread() ? cached : undefined })
    },
  }
}
