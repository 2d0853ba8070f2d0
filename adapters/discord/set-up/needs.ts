import { GatewayIntentBits, PermissionFlagsBits } from "discord.js"

/** A right that the bot asks for, with the reason: whoever invites it reads them. */
export interface Need {
  readonly name: string
  readonly why: string
}

export interface NeededPermission extends Need {
  readonly bit: bigint
}

export interface NeededIntent extends Need {
  readonly bit: GatewayIntentBits
  /** Has to be switched on by hand on the application's Bot page. */
  readonly isPrivileged: boolean
}

/** The fewest that work. None of them lets the bot change, delete or notify anything. */
export const PERMISSIONS: readonly NeededPermission[] = [
  { name: "View Channel", bit: PermissionFlagsBits.ViewChannel, why: "to see that a channel is there at all" },
  {
    name: "Read Message History",
    bit: PermissionFlagsBits.ReadMessageHistory,
    why: "to read what was said; without it Discord shows an empty list and no error",
  },
  {
    name: "Send Messages",
    bit: PermissionFlagsBits.SendMessages,
    why: "to post the card of a watched thread, and to answer a mention; slash commands work without it",
  },
  {
    name: "Send Messages in Threads",
    bit: PermissionFlagsBits.SendMessagesInThreads,
    why: "the same in threads and forum posts, where Send Messages has no effect",
  },
]

export const INTENTS: readonly NeededIntent[] = [
  {
    name: "Guilds",
    bit: GatewayIntentBits.Guilds,
    isPrivileged: false,
    why: "channels, threads and roles as they change",
  },
  {
    name: "Guild Messages",
    bit: GatewayIntentBits.GuildMessages,
    isPrivileged: false,
    why: "mentions of the bot, and news of edits and deletions, so that words that were taken back disappear",
  },
  {
    name: "Message Content",
    bit: GatewayIntentBits.MessageContent,
    isPrivileged: true,
    why: "the words of messages, over REST too; bots with 10,000 users and more have it reviewed by Discord",
  },
]

export const SCOPES: readonly Need[] = [
  { name: "bot", why: "to be a member of the server" },
  { name: "applications.commands", why: "for /standpoint and “Where do we stand?”" },
]
