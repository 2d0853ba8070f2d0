import { Events } from "discord.js"
import type { AnyThreadChannel, Client, Message, PartialMessage } from "discord.js"
import type { Activity } from "../../src/index.ts"
import { toPlace } from "./events.ts"
import { toThreadId } from "./ids.ts"

/** Tells where something was written, edited or deleted: never what. The bot's own messages are no activity. */
export function reportActivity(client: Client, report: (activity: Activity) => void): void {
  const tell = (kind: Activity["kind"], message: Message | PartialMessage): void => {
    // Of an old message that is deleted only its place is known, not its author.
    if (message.author?.id !== undefined && message.author.id === client.user?.id) return
    if (message.guildId === null) return
    report({
      kind,
      threadId: toThreadId({ channel: message.channelId, window: { kind: "all" } }),
      place: placeOf(client, message.guildId, message.channelId),
      isBot: message.author?.bot === true,
      ...(kind === "message" ? {} : { messageId: message.id }),
    })
  }
  client.on(Events.MessageCreate, (message) => tell("message", message))
  client.on(Events.MessageUpdate, (_before, message) => tell("edited", message))
  client.on(Events.MessageDelete, (message) => tell("deleted", message))
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const message of messages.values()) tell("deleted", message)
  })
  client.on(Events.ThreadDelete, (thread) => report(toEnd(thread)))
}

function toEnd(thread: AnyThreadChannel): Activity {
  return {
    kind: "deleted",
    threadId: toThreadId({ channel: thread.id, window: { kind: "all" } }),
    place: toPlace({ guild: thread.guildId, channel: thread.id, thread }),
    isBot: false,
  }
}

function placeOf(client: Client, guild: string, channel: string): Activity["place"] {
  const known = client.channels.cache.get(channel)
  return toPlace({ guild, channel, thread: known?.isThread() === true ? known : undefined })
}
