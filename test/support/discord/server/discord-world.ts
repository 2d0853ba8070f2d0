import type { APIChannel, APIGuildMember, APIMessage, APIUser } from "discord.js"
import {
  aGuild,
  aMember,
  aMessage,
  aRole,
  aThread,
  aUser,
  aChannel,
  BOT_ID,
  EVERYBODY_MAY,
  GUILD_ID,
  snowflake,
} from "./discord-payloads.ts"
import type { ChannelParts, MessageParts } from "./discord-payloads.ts"

const CONTENT_INTENT_FLAG = 1 << 19

/** A Discord server with its people, channels and messages: what the fake REST API shows. */
export interface World {
  readonly bot: APIUser
  readonly owner: APIUser
  readonly guild: ReturnType<typeof aGuild>
  readonly channels: Map<string, APIChannel>
  readonly messages: Map<string, APIMessage[]>
  readonly members: Map<string, APIGuildMember>
  /** Channel or thread id to the people in it, for private threads. */
  readonly threadMembers: Map<string, Set<string>>
  /** `<message>:<emoji>` to who reacted; `<message>:poll:<answer>` to who voted. */
  readonly voters: Map<string, APIUser[]>
  /** Channels where the bot lacks Read Message History: lists come back empty. */
  readonly withoutHistory: Set<string>
  /** Channels that the bot may not see: 403. */
  readonly closed: Set<string>
  applicationFlags: number
  addUser(name: string, roles?: readonly string[], bot?: boolean): APIUser
  addChannel(parts: ChannelParts): APIChannel
  addThread(parts: ChannelParts): APIChannel
  addMessage(parts: Omit<MessageParts, "channel"> & { readonly channel: string }): APIMessage
}

export function createWorld(): World {
  const owner = aUser("Grace Owner")
  const bot = aUser("Standpoint", { id: BOT_ID, bot: true })
  const world: World = {
    bot,
    owner,
    guild: aGuild(owner.id, [aRole(GUILD_ID, "@everyone", EVERYBODY_MAY)]),
    channels: new Map(),
    messages: new Map(),
    members: new Map([
      [owner.id, aMember(owner)],
      [bot.id, aMember(bot)],
    ]),
    threadMembers: new Map(),
    voters: new Map(),
    withoutHistory: new Set(),
    closed: new Set(),
    applicationFlags: CONTENT_INTENT_FLAG,
    addUser: (name, roles = [], isBot = false) => {
      const user = aUser(name, { bot: isBot })
      world.members.set(user.id, aMember(user, roles))
      return user
    },
    addChannel: (parts) => keep(aChannel(parts)),
    addThread: (parts) => keep(aThread(parts)),
    addMessage: (parts) => {
      const list = world.messages.get(parts.channel) ?? []
      const message = aMessage({ ...parts, id: parts.id ?? snowflake(Date.parse(parts.at ?? "2026-11-01T10:00:00Z")) })
      world.messages.set(parts.channel, [...list, message])
      const channel = world.channels.get(parts.channel)
      if (channel !== undefined) {
        Object.assign(channel, { last_message_id: message.id })
        if ("message_count" in channel)
          Object.assign(channel, { message_count: list.length + 1, total_message_sent: list.length + 1 })
      }
      return message
    },
  }
  const keep = (channel: APIChannel): APIChannel => {
    world.channels.set(channel.id, channel)
    return channel
  }
  return world
}
