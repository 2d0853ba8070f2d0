import { ApplicationFlags, Routes } from "discord.js"
import { AppError } from "../../../src/index.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { applicationPayload } from "./message-payload.ts"
import type { ChannelPayload, MessagePayload } from "./message-payload.ts"
import { isHollow } from "./to-message.ts"

/** Whether the application may read bodies: bots in few servers have the "limited" flag, verified ones the other. */
export async function mayReadBodies(rest: DiscordRest): Promise<boolean> {
  const { flags = 0 } = await call(rest, ["get", Routes.currentApplication()], applicationPayload, {
    to: "read the application's settings",
  })
  return (flags & (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) !== 0
}

/**
 * Discord refuses nothing where a permission or an intent is missing: it answers with an empty list
 * or empty bodies. These are the signs, so that silence is never taken for agreement: nothing readable
 * at all is a failure with its way out, a part that is hidden a reason beside what was read.
 */
export async function reasonsForSilence(
  rest: DiscordRest,
  channel: ChannelPayload,
  payloads: readonly MessagePayload[],
): Promise<readonly string[]> {
  const hasBeenWrittenIn = typeof channel.last_message_id === "string" || (channel.message_count ?? 0) > 0
  if (payloads.length === 0 && hasBeenWrittenIn)
    throw new AppError("not-permitted", `Cannot read discord:${channel.id}: Discord shows the bot an empty list`, {
      hint: "Give the bot Read Message History there; if it has that, all messages were deleted",
    })
  const hollow = payloads.filter(isHollow).length
  if (hollow === 0 || (await mayReadBodies(rest))) return []
  if (hollow === payloads.filter((payload) => payload.author.bot !== true).length)
    throw new AppError("not-permitted", `Cannot read discord:${channel.id}: Discord hides all texts from the bot`, {
      hint: "Switch on the Message Content intent on the application's Bot page, and start the bot again",
    })
  return [`The texts of ${hollow} messages are hidden from the bot: its Message Content intent is off`]
}
