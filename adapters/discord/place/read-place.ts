import { PermissionFlagsBits, Routes } from "discord.js"
import { z } from "zod"
import type { PlaceFacts } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { isPrivateThread, isThread } from "../source/channel-kinds.ts"
import type { ChannelPayload } from "../source/message-payload.ts"
import { readChannelPayload } from "../source/read-channel.ts"
import { guildPayload, mayDo, mayReadPast, memberPayload, permissionsIn } from "./permissions.ts"
import type { GuildPayload, MemberPayload } from "./permissions.ts"

const threadMember = z.object({ user_id: z.string() })

/** A channel with what decides about it: its server, and for a thread the channel it hangs in. */
export interface Located {
  readonly channel: ChannelPayload
  /** Where the permissions are written: the channel itself, or a thread's parent. */
  readonly ruling: ChannelPayload
  readonly guild: GuildPayload
}

/** Undefined where the channel is gone, closed to the bot, or a direct message. */
export async function locate(rest: DiscordRest, id: string): Promise<Located | undefined> {
  return orUndefined(async () => {
    const channel = await readChannelPayload(rest, id)
    if (channel?.guild_id === undefined) return undefined
    const parent = isThread(channel.type) ? (channel.parent_id ?? undefined) : undefined
    const ruling = parent === undefined ? channel : await readChannelPayload(rest, parent)
    if (ruling === undefined) return undefined
    const guild = await call(rest, ["get", Routes.guild(channel.guild_id)], guildPayload, { to: "read the server" })
    return { channel, ruling, guild }
  })
}

/** What may be shown in a place; undefined where it is gone or closed to us. */
export async function readPlaceFacts(rest: DiscordRest, id: string): Promise<PlaceFacts | undefined> {
  const located = await locate(rest, id)
  if (located !== undefined)
    return {
      isPublic: mayEverybodyRead(located),
      // Discord knows no guests: whoever is in the server is a member of it.
      hasGuests: false,
      // A thread that is archived alone comes back with our next message; a locked one takes none.
      isArchived: located.channel.thread_metadata?.locked === true,
    }
  const direct = await readDirect(rest, id)
  return direct === undefined ? undefined : { isPublic: false, hasGuests: false, isArchived: false }
}

async function readDirect(rest: DiscordRest, id: string): Promise<ChannelPayload | undefined> {
  const channel = await orUndefined(() => readChannelPayload(rest, id))
  return channel?.recipients === undefined ? undefined : channel
}

function mayEverybodyRead({ channel, ruling, guild }: Located): boolean {
  return !isPrivateThread(channel.type) && mayReadPast(permissionsIn(guild, ruling))
}

/** Asked of Discord each time: without the members intent nobody tells us of a role that was taken away. */
export async function mayUserRead(rest: DiscordRest, user: string, id: string): Promise<boolean> {
  const located = await locate(rest, id)
  if (located === undefined)
    return (await readDirect(rest, id))?.recipients?.some((recipient) => recipient.id === user) === true
  const member = await readMember(rest, located.guild.id, user)
  if (member === undefined) return false
  const permissions = permissionsIn(located.guild, located.ruling, member)
  if (!mayReadPast(permissions)) return false
  if (!isPrivateThread(located.channel.type)) return true
  return mayDo(permissions, PermissionFlagsBits.ManageThreads) || (await isInThread(rest, located.channel.id, user))
}

export async function readMember(rest: DiscordRest, guild: string, user: string): Promise<MemberPayload | undefined> {
  return orUndefined(() =>
    call(rest, ["get", Routes.guildMember(guild, user)], memberPayload, { to: "read a member of the server" }),
  )
}

/**
 * Whether what was said in `source` may be shown in `target`: there, or where everybody may read it anyway.
 * A private channel's words never come up in another, whoever asks.
 */
export async function mayShow(
  rest: DiscordRest,
  { source, target }: { readonly source: string; readonly target: string },
): Promise<boolean> {
  if (source === target) return true
  const [from, to] = [await locate(rest, source), await locate(rest, target)]
  if (from === undefined || to === undefined || from.guild.id !== to.guild.id) return false
  return mayEverybodyRead(from) || (from.ruling.id === to.ruling.id && !isPrivateThread(from.channel.type))
}

export async function isInThread(rest: DiscordRest, thread: string, user: string): Promise<boolean> {
  const found = await orUndefined(() =>
    call(rest, ["get", Routes.threadMembers(thread, user)], threadMember, { to: "read a thread's members" }),
  )
  return found !== undefined
}

async function orUndefined<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError && (error.code === "source-gone" || error.code === "not-permitted")) return undefined
    throw error
  }
}
