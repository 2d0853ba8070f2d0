import type {
  BlockAction,
  ButtonAction,
  EnvelopedEvent,
  MessageShortcut,
  SlashCommand,
  ViewSubmitAction,
} from "@slack/bolt"
import type { AppHomeOpenedEvent, AppMentionEvent, GenericMessageEvent } from "@slack/types"
import type { FakeSlack } from "./slack-server.ts"
import { BOT_USER } from "./slack-world.ts"

// Slack's own payloads, held to the SDK's types. What a test leaves out gets a plain value.

const TEAM = { id: "T0TEAM", domain: "example" }

export function aCommand(slack: FakeSlack, text: string, parts: Partial<SlashCommand> = {}): SlashCommand {
  return {
    token: "legacy",
    command: "/standpoint",
    text,
    response_url: slack.responseUrl(),
    trigger_id: "trigger",
    user_id: "UGRACE",
    user_name: "grace",
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: "C0GENERAL",
    channel_name: "general",
    api_app_id: "A1",
    is_enterprise_install: "false",
    ...parts,
  }
}

export function aShortcut(
  slack: FakeSlack,
  message: { readonly ts: string; readonly thread_ts?: string },
  parts: Partial<MessageShortcut> = {},
): MessageShortcut {
  return {
    type: "message_action",
    callback_id: "where-do-we-stand",
    trigger_id: "trigger",
    message_ts: message.ts,
    response_url: slack.responseUrl(),
    message: { type: "message", user: "UADA", text: "…", ...message },
    user: { id: "UGRACE", name: "grace", team_id: TEAM.id },
    channel: { id: "C0GENERAL", name: "general" },
    team: TEAM,
    token: "legacy",
    action_ts: message.ts,
    is_enterprise_install: false,
    ...parts,
  }
}

export function aPress(
  slack: FakeSlack,
  button: { readonly action_id: string; readonly value?: string },
  parts: Partial<BlockAction<ButtonAction>> = {},
): BlockAction<ButtonAction> {
  return {
    type: "block_actions",
    actions: [
      {
        type: "button",
        block_id: "b1",
        action_ts: "1767225999.000100",
        text: { type: "plain_text", text: "…" },
        ...button,
      },
    ],
    team: TEAM,
    user: { id: "UGRACE", username: "grace", name: "grace", team_id: TEAM.id },
    channel: { id: "C0GENERAL", name: "general" },
    token: "legacy",
    response_url: slack.responseUrl(),
    trigger_id: "trigger",
    api_app_id: "A1",
    container: { type: "message", channel_id: "C0GENERAL", is_ephemeral: true },
    is_enterprise_install: false,
    ...parts,
  }
}

export function aSubmission(view: {
  readonly callback_id: string
  readonly private_metadata?: string
  readonly values: ViewSubmitAction["view"]["state"]["values"]
}): ViewSubmitAction {
  return {
    type: "view_submission",
    team: TEAM,
    user: { id: "UGRACE", name: "grace", team_id: TEAM.id },
    api_app_id: "A1",
    token: "legacy",
    trigger_id: "trigger",
    view: {
      id: "V1",
      type: "modal",
      callback_id: view.callback_id,
      private_metadata: view.private_metadata ?? "",
      team_id: TEAM.id,
      app_id: "A1",
      bot_id: "BBOT",
      title: { type: "plain_text", text: "…" },
      blocks: [],
      close: null,
      submit: null,
      state: { values: view.values },
      hash: "1",
      root_view_id: null,
      previous_view_id: null,
      clear_on_close: false,
      notify_on_close: false,
    },
  }
}

let events = 0

export function anEvent<Event>(event: Event, parts: Partial<EnvelopedEvent<Event>> = {}): EnvelopedEvent<Event> {
  events += 1
  return {
    token: "legacy",
    team_id: TEAM.id,
    api_app_id: "A1",
    event,
    type: "event_callback",
    event_id: `Ev${events}`,
    event_time: 1_767_225_999,
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    ...parts,
  }
}

export function aMention(text: string, parts: Partial<AppMentionEvent> = {}): EnvelopedEvent<AppMentionEvent> {
  return anEvent<AppMentionEvent>({
    type: "app_mention",
    user: "UGRACE",
    text,
    ts: "1767229999.000100",
    channel: "C0GENERAL",
    event_ts: "1767229999.000100",
    ...parts,
  })
}

export function aMessageEvent(
  text: string,
  parts: Partial<GenericMessageEvent> = {},
): EnvelopedEvent<GenericMessageEvent> {
  return anEvent<GenericMessageEvent>({
    type: "message",
    subtype: undefined,
    channel_type: "channel",
    user: "UGRACE",
    text,
    ts: "1767229998.000100",
    channel: "C0GENERAL",
    event_ts: "1767229998.000100",
    ...parts,
  })
}

export function aHomeOpened(user = "UGRACE", tab: "home" | "messages" = "home"): EnvelopedEvent<AppHomeOpenedEvent> {
  return anEvent<AppHomeOpenedEvent>({
    type: "app_home_opened",
    user,
    channel: `D${user.slice(1)}`,
    tab,
    event_ts: "1767229997.000100",
  })
}
