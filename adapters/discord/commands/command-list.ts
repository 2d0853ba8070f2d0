import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from "discord.js"
import type { APIApplicationCommandBasicOption, RESTPostAPIApplicationCommandsJSONBody } from "discord.js"
import type { SuggestRequest } from "../../../src/index.ts"

export interface CommandOption {
  readonly name: string
  readonly description: string
  readonly type: "text" | "number" | "channel" | "user"
  readonly isRequired?: boolean
  /** What is offered while it is typed. */
  readonly suggests?: SuggestRequest["kind"]
  readonly choices?: readonly string[]
  /** What the words get for a value; the value alone where absent. */
  readonly before?: string
}

export interface SubCommand {
  readonly name: string
  readonly description: string
  /** In the order of the words. */
  readonly options: readonly CommandOption[]
}

export const COMMAND_NAME = "standpoint"
const MESSAGE_COMMAND_NAME = "Where do we stand?"

const source: CommandOption = {
  name: "source",
  description: "A link, a Message-ID or a thread's id; this thread or channel where left out",
  type: "text",
  suggests: "source",
}
const thread: CommandOption = {
  name: "thread",
  description: "A watched thread; this one where left out",
  type: "text",
  suggests: "thread",
}
const inThread: CommandOption = { ...thread, before: "in" }
const inChannel: CommandOption = {
  name: "in",
  description: "The channel to tell; this one where left out",
  type: "channel",
  before: "in",
}
const question: CommandOption = {
  name: "question",
  description: "The question's number on the card",
  type: "text",
  isRequired: true,
}
const stretch: readonly CommandOption[] = [
  {
    name: "since",
    description: "In a channel: from when on, for example yesterday or 3h",
    type: "text",
    before: "since",
  },
  { name: "last", description: "In a channel: this many of its last messages", type: "number", before: "last" },
]

const privateSource: CommandOption = {
  name: "source",
  description: "The mailbox, for example imap:INBOX",
  type: "text",
  isRequired: true,
}

/** The chat grammar's verbs as sub-commands: each option becomes words, in this order. */
export const SUB_COMMANDS: readonly SubCommand[] = [
  {
    name: "summarize",
    description: "Who stands where, and what is still open; shown to you alone",
    options: [source, ...stretch],
  },
  { name: "share", description: "The same, for everybody in this channel", options: [source] },
  {
    name: "watch",
    description: "Tell this channel when the meaning of a thread or list changes",
    options: [
      source,
      inChannel,
      {
        name: "topic",
        description: "What to tell; all where left out",
        type: "text",
        choices: ["stances", "questions", "answers", "decisions", "all"],
      },
      { name: "filters", description: "For a list: from:name subject:word -word", type: "text" },
    ],
  },
  { name: "unwatch", description: "Stop watching", options: [thread, inChannel] },
  { name: "watches", description: "What this channel watches", options: [] },
  { name: "mute", description: "No more news of a thread here", options: [thread] },
  { name: "unmute", description: "Hear of a thread again", options: [thread] },
  {
    name: "snooze",
    description: "Keep a thread quiet for a while",
    options: [
      thread,
      {
        name: "until",
        description: "A date, a time like 3h, friday, or reply",
        type: "text",
        isRequired: true,
        before: "until",
      },
    ],
  },
  {
    name: "open",
    description: "Open questions in what this channel watches",
    options: [{ name: "person", description: "Only those asked of somebody", type: "text", suggests: "person" }],
  },
  {
    name: "waiting",
    description: "Questions that wait for an answer, yours where nobody is named",
    options: [{ name: "person", description: "A name, or me", type: "text", suggests: "person" }],
  },
  {
    name: "who",
    description: "Where somebody stands in every thread watched here",
    options: [
      {
        name: "name",
        description: "A participant's name or address",
        type: "text",
        isRequired: true,
        suggests: "person",
      },
    ],
  },
  { name: "catchup", description: "What changed since you last looked; shown to you alone", options: [] },
  {
    name: "answered",
    description: "That question is settled",
    options: [
      question,
      { name: "by", description: "The message that settled it", type: "text", before: "by" },
      inThread,
    ],
  },
  { name: "not-a-question", description: "That sentence asks nothing", options: [question, inThread] },
  { name: "my-stance", description: "Confirm what is shown for you", options: [inThread] },
  { name: "no-longer", description: "That is not where you stand any more", options: [inThread] },
  { name: "undo", description: "Take the last correction back", options: [inThread] },
  { name: "history", description: "Who corrected what, and when", options: [inThread] },
  {
    name: "nda",
    description: "In a thread: no summaries of it as long as you object",
    options: [{ name: "state", description: "off takes it back", type: "text", choices: ["on", "off"] }],
  },
  {
    name: "settings",
    description: "How this channel, and you, are told",
    options: [
      {
        name: "name",
        description: "show, digest-at, zone, mentions",
        type: "text",
        choices: ["show", "digest-at", "zone", "mentions"],
      },
      { name: "value", description: "The new value; it is shown where left out", type: "text" },
    ],
  },
  {
    name: "me",
    description: "Tie your account to your mail address",
    options: [
      { name: "user", description: "Administrators: whose account", type: "user" },
      { name: "address", description: "The mail address", type: "text", isRequired: true },
    ],
  },
  {
    name: "allow",
    description: "Administrators: let a channel show mail from a private mailbox",
    options: [privateSource, inChannel],
  },
  { name: "disallow", description: "Administrators: take that back", options: [privateSource, inChannel] },
  {
    name: "forget",
    description: "Remove what is kept",
    options: [
      { name: "what", description: "me, person <address>, thread <id> or channel", type: "text", isRequired: true },
    ],
  },
  {
    name: "help",
    description: "Everything that can be asked",
    options: [{ name: "command", description: "Only this one", type: "text" }],
  },
]

/** What is registered with Discord: one slash command with sub-commands, and one command on messages. */
export function toRegistered(): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const where = {
    // In a direct message people ask for themselves: what waits for them, what they missed.
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND_NAME,
      description: "Who stands where in a long discussion, and what is still open",
      options: SUB_COMMANDS.map((sub) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name: sub.name,
        description: sub.description,
        // Discord wants required options first; the words keep our own order.
        options: sub.options
          .toSorted((a, b) => Number(b.isRequired === true) - Number(a.isRequired === true))
          .map(toOption),
      })),
      ...where,
    },
    { type: ApplicationCommandType.Message, name: MESSAGE_COMMAND_NAME, ...where },
  ]
}

function toOption(option: CommandOption): APIApplicationCommandBasicOption {
  const base = { name: option.name, description: option.description, required: option.isRequired === true }
  switch (option.type) {
    case "number":
      return { ...base, type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 1_000 }
    case "channel":
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [
          ChannelType.GuildText,
          ChannelType.GuildAnnouncement,
          ChannelType.PublicThread,
          ChannelType.PrivateThread,
          ChannelType.GuildVoice,
        ],
      }
    case "user":
      return { ...base, type: ApplicationCommandOptionType.User }
    case "text":
      if (option.choices !== undefined)
        return {
          ...base,
          type: ApplicationCommandOptionType.String,
          choices: option.choices.map((value) => ({ name: value, value })),
        }
      return { ...base, type: ApplicationCommandOptionType.String, autocomplete: option.suggests !== undefined }
  }
}
