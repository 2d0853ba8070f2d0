import { ApplicationFlags, Routes } from "discord.js"
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
 * or empty bodies. These are the signs, put in words, so that silence is never taken for agreement.
 */
export async function reasonsForSilence(
  rest: DiscordRest,
  channel: ChannelPayload,
  payloads: readonly MessagePayload[],
): Promise<readonly string[]> {
  const hasBeenWrittenIn = typeof channel.last_message_id === "string" || (channel.message_count ?? 0) > 0
  if (payloads.length === 0 && hasBeenWrittenIn)
    return ["Discord shows the bot no message there: it lacks Read Message History, or all were deleted"]
  const hollow = payloads.filter(isHollow).length
  if (hollow === 0 || (await mayReadBodies(rest))) return []
  return [`The texts of ${hollow} messages are hidden from the bot: its Message Content intent is off`]
}
