/** A workspace of Slack's as a test fills it. */
export interface SlackWorld {
  readonly teamId: string
  readonly users: Map<string, SlackUser>
  readonly channels: Map<string, SlackChannel>
  /** `xoxb-` tokens that are good; the test takes one out to revoke it. */
  readonly tokens: Set<string>
  /** What auth.test says beyond the plain: a Grid's id. */
  self?: { readonly enterprise_id?: string; readonly is_enterprise_install?: boolean }
}

export interface SlackUser {
  readonly id: string
  readonly name: string
  readonly real_name?: string
  readonly deleted?: boolean
  readonly is_admin?: boolean
  readonly is_restricted?: boolean
  readonly is_bot?: boolean
  /** Another organization's, in a channel that is shared with it. */
  readonly team_id?: string
  readonly enterprise_user?: { readonly enterprise_id: string; readonly teams: readonly string[] }
  readonly is_email_confirmed?: boolean
  readonly tz?: string
  readonly profile?: { readonly real_name?: string; readonly email?: string }
}

export interface SlackPosted {
  readonly ts: string
  readonly user?: string
  readonly bot_id?: string
  readonly text: string
  readonly thread_ts?: string
  readonly type?: "message"
  readonly subtype?: string
  readonly blocks?: unknown
  readonly metadata?: unknown
  readonly edited?: { readonly user: string; readonly ts: string }
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[]; readonly count: number }[]
}

export interface SlackChannel {
  readonly id: string
  readonly name: string
  is_private: boolean
  is_archived: boolean
  is_ext_shared: boolean
  readonly is_im?: boolean
  readonly context_team_id?: string
  readonly shared_team_ids?: readonly string[]
  readonly user?: string
  readonly creator?: string
  readonly members: Set<string>
  readonly messages: SlackPosted[]
}

export const BOT_USER = "UBOT"
export const BOT_ID = "BBOT"
export const BOT_TOKEN = "xoxb-standpoint"
export const APP_TOKEN = "xapp-standpoint"

export function aChannel(id: string, parts: Partial<SlackChannel> = {}): SlackChannel {
  return {
    id,
    name: id.toLowerCase(),
    is_private: false,
    is_archived: false,
    is_ext_shared: false,
    creator: "UADA",
    members: new Set([BOT_USER, "UADA", "UGRACE", "ULINUS"]),
    messages: [],
    ...parts,
  }
}

/** A team of three with a public channel in which they discuss a cache, and the bot in it. */
export function aWorld(): SlackWorld {
  const users: readonly SlackUser[] = [
    { id: BOT_USER, name: "standpoint", is_bot: true },
    {
      id: "UADA",
      name: "ada",
      real_name: "Ada Lovelace",
      is_admin: true,
      tz: "Europe/London",
      is_email_confirmed: true,
      profile: { real_name: "Ada Lovelace", email: "Ada@Example.org" },
    },
    { id: "UGRACE", name: "grace", real_name: "Grace Hopper", tz: "America/New_York" },
    { id: "ULINUS", name: "linus", real_name: "Linus Pauling" },
  ]
  const general = aChannel("C0GENERAL", { name: "general" })
  general.messages.push(...aDiscussion())
  return {
    teamId: "T0TEAM",
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map([[general.id, general]]),
    tokens: new Set([BOT_TOKEN]),
  }
}

export const ROOT = "1767225600.000100"
export const THREAD = `slack:C0GENERAL/${ROOT}`
export const LINK = `https://example.slack.com/archives/C0GENERAL/p${ROOT.replace(".", "")}`

/** A thread with a choice, a change of mind, a mention and an open question. */
export function aDiscussion(root = ROOT): readonly SlackPosted[] {
  const at = (minutes: number): string => (Number(root) + minutes * 60).toFixed(6)
  const posted = (minutes: number, user: string, text: string): SlackPosted => ({
    ts: minutes === 0 ? root : at(minutes),
    user,
    text,
    thread_ts: root,
    type: "message",
  })
  return [
    posted(0, "UADA", "Should we evict entries with LRU or with a clock? I would prefer LRU, as it is simple."),
    posted(5, "UGRACE", "I am against LRU: it locks on every read. I prefer the clock &amp; its one bit."),
    posted(9, "ULINUS", "<@UADA> did you measure the lock under load?"),
    posted(15, "UADA", "Grace is right, I take that back. I prefer the clock now."),
  ]
}
