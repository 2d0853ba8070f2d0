import { ComponentType, MessageFlags, TextInputStyle } from "discord.js"
import type {
  APIModalInteractionResponseCallbackData,
  ButtonInteraction,
  StringSelectMenuInteraction,
} from "discord.js"
import type { Ask, Logger, Reply } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { GAP, fromCustomId, toCustomId, toWords } from "../card/custom-id.ts"
import { sourceOf } from "../card/read-card.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { fromMessageCommand, fromSlash, fromWords, targetOf } from "../events.ts"
import type { Asking } from "../events.ts"
import { channelsNamedIn } from "../ids.ts"
import { mayUserRead } from "../place/read-place.ts"
import { deliver } from "./deliver.ts"
import type { Delivery } from "./deliver.ts"
import { plainNote } from "./plain-note.ts"

export interface Answering {
  readonly rest: DiscordRest
  readonly answer: (ask: Ask) => Promise<Reply>
  readonly clock: () => Date
  readonly logger: Logger
}

const INPUT = "words"

/** One interaction from its first response, which Discord wants within 3 s, to its answer. */
export async function answerInteraction(interaction: Asking, parts: Answering): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const ask = fromSlash(interaction)
    if (ask.words === "watch" && interaction.channel?.isThread() !== true) {
      await interaction.showModal(toModal("Watch a thread or a list", `watch ${GAP}`, "Link, Message-ID or list"))
      return
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    return reply(interaction, ask, parts)
  }
  if (interaction.isMessageContextMenuCommand()) {
    const ask = fromMessageCommand(interaction)
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    return reply(interaction, ask, parts)
  }
  if (interaction.isModalSubmit()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const source = sourceOf(toRaw(interaction.message?.components ?? []))
    const press = fromCustomId(interaction.customId, source)
    const typed = interaction.fields.getTextInputValue(INPUT).replaceAll(/\s+/g, " ").trim()
    const words = press?.kind === "write" ? press.words.replace(GAP, () => typed).trim() : typed
    return reply(interaction, fromWords(interaction, words), parts)
  }
  return answerPress(interaction, parts)
}

async function answerPress(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  parts: Answering,
): Promise<void> {
  const source = sourceOf(toRaw(interaction.message.components))
  const press = fromCustomId(interaction.customId, source)
  switch (press?.kind) {
    case "write":
      await interaction.showModal(toModal("Say it", press.words, press.words.replace(GAP, "").trim(), source))
      return
    case "page":
      return turnPage(interaction, { page: press.page, source }, parts)
    case "ask":
      return answerWords(interaction, press.words, parts)
    case "pick":
      return answerWords(
        interaction,
        interaction.isButton() ? HELP : toWords(interaction.values[0] ?? "", source),
        parts,
      )
    case undefined:
      // A button of an earlier release that nobody understands any more.
      return answerWords(interaction, HELP, parts)
  }
}

const HELP = "help"

// One's own card is turned over in place; a shared one stays for the others, and whoever turns it gets a copy.
async function turnPage(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  { page, source }: { readonly page: number; readonly source: string | undefined },
  parts: Answering,
): Promise<void> {
  const isOwn = interaction.message.flags.has(MessageFlags.Ephemeral)
  await (isOwn ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral }))
  return reply(interaction, fromWords(interaction, source === undefined ? HELP : `summarize ${source}`), parts, {
    page,
    isInPlace: isOwn,
  })
}

async function answerWords(interaction: Asking, words: string, parts: Answering): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  return reply(interaction, fromWords(interaction, words), parts)
}

async function reply(
  interaction: Asking,
  ask: Ask,
  parts: Answering,
  turning: Pick<Delivery, "page" | "isInPlace"> = {},
): Promise<void> {
  const { id, applicationId, token, createdTimestamp } = interaction
  const delivery: Delivery = {
    rest: parts.rest,
    clock: parts.clock,
    token: { interaction: id, application: applicationId, token, createdAt: createdTimestamp },
    ...turning,
  }
  await deliver(await safeAnswer(ask, parts), ask, delivery)
}

/** The house's answer, once it is sure that the asker may read every channel that the words name. */
export async function safeAnswer(ask: Ask, { rest, answer, logger }: Answering): Promise<Reply> {
  try {
    for (const { channel } of channelsNamedIn(ask.words)) {
      if (channel === targetOf(ask.place) || (await mayUserRead(rest, ask.asker.userId, channel))) continue
      return {
        visibility: "private",
        content: plainNote("You cannot read that channel, so it is not summarized for you.", true),
      }
    }
    return await answer(ask)
  } catch (error) {
    if (error instanceof AppError)
      return {
        visibility: "private",
        content: plainNote([error.message, error.hint].filter((part) => part !== undefined).join(". "), true),
      }
    logger.error("An answer failed", { error: error instanceof Error ? error.name : typeof error })
    return { visibility: "private", content: plainNote("That did not work, and it is our fault. It was noted.", true) }
  }
}

// discord.js gives builders; what we wrote is read back in Discord's own form.
function toRaw(components: readonly { toJSON(): unknown }[]): readonly unknown[] {
  return components.map((component) => component.toJSON())
}

function toModal(
  title: string,
  words: string,
  label: string,
  source?: string,
): APIModalInteractionResponseCallbackData {
  const folded = source === undefined ? words : words.replaceAll(source, "{}")
  return {
    title: title.slice(0, 45),
    custom_id:
      toCustomId({ kind: "write", words: folded }, undefined) ??
      toCustomId({ kind: "write", words: GAP }, undefined) ??
      "",
    components: [
      {
        type: ComponentType.Label,
        label: label.slice(0, 45) || "Words",
        component: {
          type: ComponentType.TextInput,
          custom_id: INPUT,
          style: TextInputStyle.Short,
          required: true,
          max_length: 1_000,
        },
      },
    ],
  }
}
