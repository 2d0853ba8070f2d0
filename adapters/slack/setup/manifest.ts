import { BOT_EVENTS, BOT_SCOPES, SCOPES } from "./scopes.ts"

export interface ManifestOptions {
  /** How our addresses begin, for HTTP (`https://bot.example.org`); absent for Socket Mode. */
  readonly http?: string | undefined
}

export const SHORTCUT = "where-do-we-stand"
/** What stands above an empty conversation in the Messages tab; Slack shows four at most. */
export const SUGGESTED_PROMPTS = [
  { title: "What waits for me?", message: "waiting me" },
  { title: "What changed since I last looked?", message: "catchup" },
  { title: "What do I watch?", message: "watches mine" },
  { title: "What can I ask?", message: "help" },
] as const
export const COMMAND = "/standpoint"

// Slack's bounds: app name 35, description 140, long description 4,000, command description 2,000, usage hint 1,000,
// shortcut description 150, agent description 300.

/** The app as Slack's page "From a manifest" wants it, as JSON. */
export function slackManifest({ http }: ManifestOptions = {}): Readonly<Record<string, unknown>> {
  const url = http === undefined ? undefined : new URL("/slack/events", http).href
  const at = url === undefined ? {} : { url }
  const request = url === undefined ? {} : { request_url: url }
  const redirects = http === undefined ? {} : { redirect_urls: [new URL("/slack/oauth_redirect", http).href] }
  return {
    display_information: {
      name: "Standpoint",
      description: "Who now stands where in a long thread, in their own words, and what is still open.",
      long_description: longDescription(),
      background_color: "#1f2937",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "standpoint", always_online: true },
      agent_view: {
        agent_description: "Ask about any thread that you may read: who stands where, and what is still open.",
        suggested_prompts: SUGGESTED_PROMPTS,
      },
      shortcuts: [
        {
          name: "Where do we stand?",
          type: "message",
          callback_id: SHORTCUT,
          description: "Who stands where in this thread, and what is still open. To you alone.",
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: "Who stands where in a thread, and what is still open",
          usage_hint: "summarize <link> | watch | open | waiting me | help",
          should_escape: true,
          ...at,
        },
      ],
    },
    oauth_config: { scopes: { bot: BOT_SCOPES }, ...redirects },
    settings: {
      event_subscriptions: { bot_events: BOT_EVENTS, ...request },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: http !== undefined,
      socket_mode_enabled: http === undefined,
      token_rotation_enabled: false,
    },
  }
}

/** Why the app asks for what it asks: one line a scope. */
export function explainScopes(): readonly string[] {
  return SCOPES.map(({ scope, why }) => `${scope}: ${why}`)
}

function longDescription(): string {
  const text =
    "Standpoint reads a long thread (mail of a public list, or a thread here) and says who now stands where, " +
    "each in their own verbatim words with a link, and which questions still wait for whom. Answers come to you " +
    "alone; you decide whether to share them. It reads channels that it was invited to, and shows what was said " +
    "in a private channel to nobody outside it.\n\nPermissions:\n"
  return text + explainScopes().join("\n")
}
