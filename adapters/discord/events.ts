import { PermissionFlagsBits } from "discord.js"
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  Message,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from "discord.js"
import type { Ask, Asker, Place, SourceRef } from "../../src/index.ts"
import { toWords } from "./commands/to-words.ts"
import { isPrivateThread } from "./source/channel-kinds.ts"

/** Everything that somebody can do to us and expects an answer to. */
export type Asking =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction

/** A slash command's sub-command and options as words, said where it was typed. */
export function fromSlash(interaction: ChatInputCommandInteraction): Ask {
  const options = interaction.options.data[0]?.options ?? []
  return fromWords(interaction, toWords(interaction.options.getSubcommand(), new Map(options.map(toValue))))
}

/** "Where do we stand?" on a message: its thread, or in a plain channel what was said from it on. */
export function fromMessageCommand(interaction: MessageContextMenuCommandInteraction): Ask {
  const message = interaction.targetMessage
  const isInThread = interaction.channel?.isThread() === true
  const rest = isInThread
    ? interaction.channelId
    : message.hasThread
      ? message.id
      : `${interaction.channelId}?from=${message.id}`
  return { ...fromWords(interaction, "summarize"), here: toHere(rest) }
}

/** Words that a button, a menu or a modal stands for, said by whoever pressed it. */
export function fromWords(interaction: Asking, words: string): Ask {
  return { words, ...toAskerAndPlace(interaction), here: toHere(interaction.channelId ?? "") }
}

/** Who does it and where, of anything that somebody does to us. */
export function toAskerAndPlace(interaction: Asking | AutocompleteInteraction): Pick<Ask, "asker" | "place"> {
  return {
    asker: toAsker(interaction),
    place: toPlace({
      guild: interaction.guildId,
      channel: interaction.channelId ?? "",
      thread: interaction.channel?.isThread() === true ? interaction.channel : undefined,
    }),
  }
}

/**
 * What a mention asks: the words behind it; no words mean the thread it stands in. Undefined where the
 * mention is only quoted or stands in code: talking about the bot is not talking to it.
 */
export function fromMention(message: Message<true>, self: string): Ask | undefined {
  const own = message.content.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, "").replaceAll(/^>.*$/gm, "")
  const mention = [`<@${self}>`, `<@!${self}>`].find((candidate) => own.includes(candidate))
  if (mention === undefined) return undefined
  return fromMessage(message, own.slice(own.indexOf(mention) + mention.length).trim())
}

/** Words that somebody said in a message, where they said it. */
export function fromMessage(message: Message<true>, words: string): Ask {
  // A thread that was archived when we connected is not known until somebody writes in it.
  const channel = message.client.channels.cache.get(message.channelId)
  const thread = channel?.isThread() === true ? channel : undefined
  const permissions =
    channel === undefined || channel.isDMBased()
      ? undefined
      : message.member?.permissionsIn(thread?.parent ?? channel.id)
  return {
    words,
    asker: {
      platform: "discord",
      team: message.guildId,
      userId: message.author.id,
      name: message.author.globalName ?? message.author.username,
      may: {
        manageChannel: permissions?.has(PermissionFlagsBits.ManageChannels) === true,
        administer: permissions?.has(PermissionFlagsBits.ManageGuild) === true,
      },
    },
    place: toPlace({ guild: message.guildId, channel: message.channelId, thread }),
    here: toHere(message.channelId),
  }
}

/**
 * A place as the house writes it: a thread stands in its channel, whose readers are its own. A private
 * thread has readers of its own, so it is a place by itself.
 */
export function toPlace({ guild, channel, thread }: PlaceParts): Place {
  const team = guild ?? undefined
  const parent = thread?.parentId ?? undefined
  return parent === undefined || isPrivateThread(thread?.type ?? 0)
    ? { platform: "discord", team, channel }
    : { platform: "discord", team, channel: parent, thread: channel }
}

export interface PlaceParts {
  readonly guild: string | null | undefined
  readonly channel: string
  /** Where the channel is a thread: what it hangs in. */
  readonly thread?: { readonly parentId: string | null; readonly type: number } | undefined
}

/** The channel that messages for a place are sent to: Discord's threads are channels themselves. */
export function targetOf(place: Place): string {
  return place.thread ?? place.channel
}

function toHere(rest: string): SourceRef {
  return { kind: "id", scheme: "discord", rest }
}

// Who may manage a channel's messages or the channel itself decides what is told there.
function toAsker({ guildId, user, memberPermissions }: Asking | AutocompleteInteraction): Asker {
  return {
    platform: "discord",
    team: guildId ?? undefined,
    userId: user.id,
    name: user.globalName ?? user.username,
    may: {
      manageChannel: memberPermissions?.has(PermissionFlagsBits.ManageChannels) === true,
      administer: memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
    },
  }
}

function toValue(option: CommandInteractionOption): readonly [string, string] {
  return [option.name, String(option.value ?? "")]
}
