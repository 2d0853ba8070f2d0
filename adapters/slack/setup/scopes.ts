/** The fewest scopes that work, each with what it is for; the manifest and the doctor both read this list. */
export const SCOPES = [
  { scope: "commands", why: "the slash command /standpoint and the message shortcut “Where do we stand?”" },
  { scope: "chat:write", why: "answers and cards, in channels that the bot was invited to" },
  { scope: "app_mentions:read", why: "being asked by a mention" },
  { scope: "channels:history", why: "reading the threads of public channels that the bot is in" },
  { scope: "groups:history", why: "the same in private channels that it was invited to" },
  { scope: "channels:read", why: "whether a public channel is archived or shared, and who is in it" },
  { scope: "groups:read", why: "the same for private channels: their words are shown to members alone" },
  { scope: "im:history", why: "being asked in a direct message" },
  { scope: "im:write", why: "telling somebody in a direct message what cannot be told in the channel" },
  { scope: "assistant:write", why: "the conversation in the Messages tab, which Slack calls an agent's" },
  { scope: "users:read", why: "people's names and time zones, and who is a guest" },
  { scope: "users:read.email", why: "tying an account to the mail address that Slack has verified" },
] as const

export const BOT_SCOPES: readonly string[] = SCOPES.map(({ scope }) => scope)

/** What Slack tells us of without being asked. */
export const BOT_EVENTS = [
  "app_mention",
  "message.channels",
  "message.groups",
  "message.im",
  "app_home_opened",
  "app_uninstalled",
  "tokens_revoked",
] as const
