import { z } from "zod"
import { slackCode, toAppError } from "../errors.ts"
import type { SlackClient } from "../slack-client.ts"

/** Who is who in one workspace. */
export interface Directory {
  /** Who we are there. */
  self(): Promise<Self>
  /** The account as it is now; undefined where there is none. */
  person(userId: string): Promise<Person | undefined>
  /** A name for somebody's words; it may be an hour old. */
  nameOf(userId: string): Promise<string | undefined>
  /** The channel as it is now; undefined where it is gone or closed to us. */
  channel(channel: string): Promise<Channel | undefined>
  members(channel: string): Promise<readonly string[]>
  /** Accounts that may see some channels only, of those workspaces where the bot is installed for a whole Grid. */
  guests(teams: readonly string[]): Promise<ReadonlySet<string>>
}

const Self = z.object({
  user_id: z.string(),
  bot_id: z.string().optional(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  /** Installed for a whole Enterprise Grid. */
  is_enterprise_install: z.boolean().optional(),
  url: z.string(),
})
export type Self = z.infer<typeof Self>

const Person = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  /** Of another organization, seen through a shared channel. */
  is_stranger: z.boolean().optional(),
  /** In an Enterprise Grid: which of its workspaces the account is in. */
  enterprise_user: z.object({ enterprise_id: z.string().optional(), teams: z.array(z.string()).optional() }).nullish(),
  is_email_confirmed: z.boolean().optional(),
  tz: z.string().nullish(),
  profile: z
    .object({ real_name: z.string().optional(), display_name: z.string().optional(), email: z.string().nullish() })
    .optional(),
})
export type Person = z.infer<typeof Person>

const Channel = z.object({
  id: z.string(),
  name: z.string().optional(),
  creator: z.string().optional(),
  user: z.string().optional(),
  is_im: z.boolean().optional(),
  is_mpim: z.boolean().optional(),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
  /** The workspace that the channel is in, and the others of an Enterprise Grid that it is shared with. */
  context_team_id: z.string().nullish(),
  shared_team_ids: z.array(z.string()).optional(),
})
export type Channel = z.infer<typeof Channel>

const Cursor = z.object({ next_cursor: z.string().optional() }).optional()
const MembersPage = z.object({ members: z.array(z.string()), response_metadata: Cursor })
const PeoplePage = z.object({ members: z.array(Person), response_metadata: Cursor })

// Slack's own advice for lists of people; members take up to 1,000.
const PAGE = 200
const MEMBERS_PAGE = 1_000
const NAME_AGE_MS = 3_600_000
const MAX_NAMES = 20_000

export function createDirectory(client: SlackClient, clock: () => Date): Directory {
  const names = new Map<string, { readonly name: string | undefined; readonly at: number }>()
  let self: Promise<Self> | undefined
  const whoWeAre = (): Promise<Self> => {
    self ??= call(client.auth.test(), "log in to Slack").then((found) => Self.parse(found))
    // What failed once is asked again, not remembered.
    self.catch(() => (self = undefined))
    return self
  }
  const person = async (userId: string): Promise<Person | undefined> => {
    const found = await call(client.users.info({ user: userId }), "look somebody up", [
      "user_not_found",
      "user_not_visible",
    ])
    return found === undefined ? undefined : z.object({ user: Person }).parse(found).user
  }
  return {
    self: whoWeAre,
    person,
    nameOf: async (userId) => {
      const now = clock().getTime()
      const known = names.get(userId)
      if (known !== undefined && now - known.at < NAME_AGE_MS) return known.name
      const name = nameOfPerson(await person(userId))
      if (names.size >= MAX_NAMES) names.clear()
      names.set(userId, { name, at: now })
      return name
    },
    channel: async (channel) => {
      const found = await call(client.conversations.info({ channel }), `look at slack:${channel}`, [
        "channel_not_found",
      ])
      return found === undefined ? undefined : z.object({ channel: Channel }).parse(found).channel
    },
    members: (channel) => readMembers(client, channel),
    guests: async (teams) => readGuests(client, teams, await whoWeAre()),
  }
}

export function nameOfPerson(person: Person | undefined): string | undefined {
  const names = [person?.profile?.real_name, person?.real_name, person?.profile?.display_name, person?.name]
  return names.find((name) => name !== undefined && name !== "")
}

/** Somebody who does not see every public channel: a guest, or one of another organization. */
export function isGuest(person: Person, self: Self): boolean {
  return person.is_restricted === true || person.is_ultra_restricted === true || isOutsider(person, self)
}

/**
 * Of another organization, or of another workspace of the Grid. `is_stranger` alone does not say so: Slack leaves it
 * out for people that the bot shares a channel with.
 */
export function isOutsider(person: Person, self: Self): boolean {
  if (person.is_stranger === true) return true
  const grid = person.enterprise_user
  if (grid === undefined || grid === null)
    return person.team_id !== undefined && person.team_id !== self.team_id && person.team_id !== self.enterprise_id
  if (self.enterprise_id === undefined || grid.enterprise_id !== self.enterprise_id) return true
  return self.is_enterprise_install !== true && grid.teams?.includes(self.team_id) === false
}

async function readMembers(client: SlackClient, channel: string): Promise<readonly string[]> {
  const members: string[] = []
  for (let cursor: string | undefined = ""; cursor !== undefined;) {
    const page = { channel, limit: MEMBERS_PAGE, ...(cursor === "" ? {} : { cursor }) }
    const found = MembersPage.parse(await call(client.conversations.members(page), `see who is in slack:${channel}`))
    members.push(...found.members)
    cursor = next(found.response_metadata)
  }
  return members
}

async function readGuests(client: SlackClient, teams: readonly string[], self: Self): Promise<ReadonlySet<string>> {
  const guests = new Set<string>()
  // The token of a whole Grid must say whose people it means; that of one workspace knows no others.
  const lists = self.is_enterprise_install === true ? teams.map((team) => ({ team_id: team })) : [{}]
  for (const list of lists)
    for (let cursor: string | undefined = ""; cursor !== undefined;) {
      const page = { ...list, limit: PAGE, ...(cursor === "" ? {} : { cursor }) }
      const found = PeoplePage.parse(await call(client.users.list(page), "see who is a guest"))
      for (const person of found.members) if (isGuest(person, self)) guests.add(person.id)
      cursor = next(found.response_metadata)
    }
  return guests
}

/** The cursor of the next page, undefined after the last. */
export function next(metadata: z.infer<typeof Cursor>): string | undefined {
  return metadata?.next_cursor === "" ? undefined : metadata?.next_cursor
}

/** One call, its failure in our words; a refusal with one of the codes `absent` is undefined. */
export async function call(answer: Promise<unknown>, task: string, absent: readonly string[] = []): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    if (absent.includes(slackCode(error) ?? "")) return undefined
    throw toAppError(error, task)
  }
}
