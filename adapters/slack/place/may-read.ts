import type { PlaceFacts } from "../../../src/index.ts"
import { isGuest } from "./directory.ts"
import type { Channel, Directory, Person, Self } from "./directory.ts"

/** What decides whether a summary may be shown there, as it is now. */
export async function readPlaceFacts(directory: Directory, channel: string): Promise<PlaceFacts | undefined> {
  const found = await directory.channel(channel)
  if (found === undefined) return undefined
  return {
    isPublic: isPublic(found),
    hasGuests: await hasGuests(directory, found),
    isArchived: found.is_archived === true,
    teams: teamsOf(found, await directory.self()),
  }
}

/** Whether this person may read what was said there: in public channels everybody of the team, elsewhere members. */
export async function mayUserRead(directory: Directory, userId: string, channel: string): Promise<boolean> {
  const [found, person] = await Promise.all([directory.channel(channel), directory.person(userId)])
  if (found === undefined || person === undefined || person.deleted === true) return false
  if (found.is_im === true && found.user !== undefined) return found.user === userId
  if (isPublic(found) && seesPublic(person, found, await directory.self())) return true
  return (await directory.members(channel)).includes(userId)
}

/** Whether everybody who reads `target` may read what was said in `source`. */
export async function mayShow(
  { source, target }: { readonly source: string; readonly target: string },
  directories: { readonly source: Directory; readonly target: Directory },
): Promise<boolean> {
  if (source === target) return true
  const from = await directories.source.channel(source)
  const to = await directories.target.channel(target)
  if (from === undefined || to === undefined || directories.source !== directories.target) return false
  const self = await directories.source.self()
  const readers = isPublic(to) ? undefined : await directories.target.members(target)
  const seen = teamsOf(from, self)
  const isOfTeam = teamsOf(to, self).every((team) => seen.includes(team))
  if (isPublic(from) && isOfTeam && !(await hasGuests(directories.target, to, readers))) return true
  if (readers === undefined) return false
  const allowed = new Set(await directories.source.members(source))
  return readers.every((reader) => allowed.has(reader))
}

function isPublic({ is_private, is_im, is_mpim }: Channel): boolean {
  return is_private !== true && is_im !== true && is_mpim !== true
}

/** A public channel of a Grid is public in its own workspaces, not in the whole Grid. */
function seesPublic(person: Person, channel: Channel, self: Self): boolean {
  if (isGuest(person, self)) return false
  const teams = person.enterprise_user?.teams
  if (self.is_enterprise_install !== true || teams === undefined) return true
  return teamsOf(channel, self).some((team) => teams.includes(team))
}

function teamsOf({ context_team_id: own, shared_team_ids: shared = [] }: Channel, self: Self): readonly string[] {
  return shared.length > 0 ? shared : [own ?? self.team_id]
}

async function hasGuests(directory: Directory, channel: Channel, members?: readonly string[]): Promise<boolean> {
  if (channel.is_ext_shared === true || channel.is_pending_ext_shared === true) return true
  const guests = await directory.guests(teamsOf(channel, await directory.self()))
  if (guests.size === 0) return false
  return (members ?? (await directory.members(channel.id))).some((member) => guests.has(member))
}
