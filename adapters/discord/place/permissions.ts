import { PermissionFlagsBits } from "discord.js"
import { z } from "zod"
import type { ChannelPayload } from "../source/message-payload.ts"

export const guildPayload = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string() })),
})
export type GuildPayload = z.infer<typeof guildPayload>

export const memberPayload = z.object({ user: z.object({ id: z.string() }), roles: z.array(z.string()) })
export type MemberPayload = z.infer<typeof memberPayload>

/** Everything that Discord could allow; what an administrator and the owner have. */
const ALL = ~0n
const ROLE = 0

/**
 * What a member may do in a channel, or what everybody may where no member is given.
 *
 * Discord's own algorithm (topics/permissions): the roles' sum, then the channel's overwrites for
 * everybody, for roles together, for the member. A thread has its parent's overwrites.
 */
export function permissionsIn(
  guild: GuildPayload,
  channel: Pick<ChannelPayload, "permission_overwrites">,
  member?: MemberPayload,
): bigint {
  if (member?.user.id === guild.owner_id) return ALL
  const roles = new Set([guild.id, ...(member?.roles ?? [])])
  const base = guild.roles
    .filter((role) => roles.has(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n)
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL
  const overwrites = channel.permission_overwrites ?? []
  const everybody = overwrites.filter((entry) => entry.id === guild.id)
  const ofRoles = overwrites.filter((entry) => entry.type === ROLE && entry.id !== guild.id && roles.has(entry.id))
  const ofMember = overwrites.filter((entry) => entry.type !== ROLE && entry.id === member?.user.id)
  return [everybody, ofRoles, ofMember].reduce(applied, base)
}

export function mayDo(permissions: bigint, ...wanted: readonly bigint[]): boolean {
  return wanted.every((bit) => (permissions & bit) === bit)
}

/** Seeing a channel is not enough: its past is read with a permission of its own. */
export function mayReadPast(permissions: bigint): boolean {
  return mayDo(permissions, PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory)
}

function applied(
  permissions: bigint,
  overwrites: readonly { readonly allow: string; readonly deny: string }[],
): bigint {
  const deny = overwrites.reduce((sum, entry) => sum | BigInt(entry.deny), 0n)
  const allow = overwrites.reduce((sum, entry) => sum | BigInt(entry.allow), 0n)
  return (permissions & ~deny) | allow
}
