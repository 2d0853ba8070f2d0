import type {
  APIApplication,
  APIChannel,
  APIGuild,
  APIGuildMember,
  APIMessage,
  APIRole,
  APIUser,
  GatewayGuildCreateDispatchData,
} from "discord.js"

/** Discord's ids count milliseconds since 2015 above 22 bits of sequence. */
const EPOCH = 1_420_070_400_000
let sequence = 0n

export function snowflake(at: number = Date.parse("2026-11-01T10:00:00Z")): string {
  sequence = (sequence + 1n) % 4_000_000n
  return String((BigInt(at - EPOCH) << 22n) + sequence)
}

export const BOT_ID = "900000000000000001"
export const APPLICATION_ID = "900000000000000002"
export const GUILD_ID = "800000000000000001"
/** VIEW_CHANNEL, SEND_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES_IN_THREADS, USE_APPLICATION_COMMANDS, EMBED_LINKS. */
export const EVERYBODY_MAY = String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n) | (1n << 31n) | (1n << 14n))

export function aUser(name: string, { id = snowflake(), bot = false }: { id?: string; bot?: boolean } = {}): APIUser {
  const user = {
    id,
    username: name.toLowerCase().replaceAll(/\W/g, ""),
    global_name: name,
    discriminator: "0",
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(bot ? { bot } : {}),
  }
  return user
}

export interface MessageParts {
  readonly channel: string
  readonly author: APIUser
  readonly content?: string
  readonly id?: string
  readonly at?: string
  readonly replyTo?: string
  readonly more?: Partial<APIMessage>
}

export function aMessage({ channel, author, content = "", id, at, replyTo, more = {} }: MessageParts): APIMessage {
  const time = Date.parse(at ?? "2026-11-01T10:00:00Z")
  return {
    id: id ?? snowflake(time),
    channel_id: channel,
    type: replyTo === undefined ? 0 : 19,
    author,
    content,
    timestamp: new Date(time).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0 as never,
    ...(replyTo === undefined
      ? {}
      : { message_reference: { type: 0, channel_id: channel, message_id: replyTo, guild_id: GUILD_ID } }),
    ...more,
  }
}

/** What a forwarded message carries of the other one. */
export function aSnapshot(content: string): NonNullable<APIMessage["message_snapshots"]>[number] {
  const time = "2026-11-01T09:00:00.000Z"
  const message: unknown = {
    type: 0,
    content,
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    timestamp: time,
    edited_timestamp: null,
    flags: 0,
    components: [],
  }
  return { message: message as APIMessage }
}

export interface ChannelParts {
  readonly id?: string
  readonly name: string
  readonly type?: number
  readonly parent?: string
  readonly overwrites?: readonly { id: string; type: 0 | 1; allow: string; deny: string }[]
  readonly archived?: boolean
  readonly locked?: boolean
  readonly more?: object
}

export function aChannel({
  id = snowflake(),
  name,
  type = 0,
  parent,
  overwrites = [],
  more = {},
}: ChannelParts): APIChannel {
  return {
    id,
    type,
    guild_id: GUILD_ID,
    name,
    position: 0,
    flags: 0,
    parent_id: parent ?? null,
    last_message_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: overwrites,
    ...more,
  } as unknown as APIChannel
}

export function aThread({
  id = snowflake(),
  name,
  parent,
  type = 11,
  archived = false,
  locked = false,
  more = {},
}: ChannelParts): APIChannel {
  return {
    id,
    type,
    guild_id: GUILD_ID,
    name,
    flags: 0 as never,
    parent_id: parent,
    owner_id: BOT_ID,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived,
      locked,
      auto_archive_duration: 1440,
      archive_timestamp: "2026-11-01T10:00:00.000Z",
      create_timestamp: "2026-11-01T10:00:00.000Z",
    },
    ...more,
  }
}

export function aRole(id: string, name: string, permissions: string): APIRole {
  return {
    id,
    name,
    permissions,
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0 as never,
  }
}

export function aMember(user: APIUser, roles: readonly string[] = []): APIGuildMember {
  return {
    user,
    roles: [...roles],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: "2026-01-01T00:00:00.000Z",
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    flags: 0 as never,
  }
}

export function aGuild(owner: string, roles: APIRole[]): APIGuild {
  return {
    id: GUILD_ID,
    name: "Kernel hackers",
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: owner,
    application_id: null,
    region: "deprecated",
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0 as never,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: "en-US" as never,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
    hub_type: null,
  } as unknown as APIGuild
}

export function aGuildCreate(
  guild: APIGuild,
  { channels, threads, members }: { channels: APIChannel[]; threads: APIChannel[]; members: APIGuildMember[] },
): GatewayGuildCreateDispatchData {
  return {
    ...guild,
    joined_at: "2026-01-01T00:00:00.000Z",
    large: false,
    unavailable: false,
    member_count: members.length,
    voice_states: [],
    members,
    channels: channels as never,
    threads: threads as never,
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

export function anApplication(owner: APIUser, bot: APIUser, flags: number): APIApplication {
  return {
    id: APPLICATION_ID,
    name: "Standpoint",
    icon: null,
    description: "",
    type: null,
    flags,
    flags_new: String(flags),
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    summary: "",
  } as unknown as APIApplication
}
