import { findBlockFaults, findViewFaults, isRecord } from "./slack-schemas.ts"
import type { SlackChannel, SlackPosted, SlackUser, SlackWorld } from "./slack-world.ts"
import { APP_TOKEN, BOT_ID, BOT_USER } from "./slack-world.ts"

export type Fields = Readonly<Record<string, unknown>>
export type Outcome = Fields & { readonly ok: boolean }

export interface ApiState {
  readonly world: SlackWorld
  /** Slack's slow mode for apps that are sold outside its market: fifteen messages a page. */
  isSlow: boolean
  /** Whether every page of a thread repeats its root, as Slack's documentation leaves open. */
  repeatsRoot: boolean
  /** What a token is allowed, where a test wants to see that more is not asked for. */
  readonly faults: string[]
  readonly socketUrl: () => string
  readonly nextTs: () => string
}

type Method = (args: Fields, state: ApiState) => Outcome

/** Slack's Web API as far as the bot calls it: real refusals, real pages, and every block looked at. */
export function callApi(method: string, args: Fields, token: string, state: ApiState): Outcome {
  if (method === "apps.connections.open")
    return token === APP_TOKEN ? { ok: true, url: state.socketUrl() } : refuse("invalid_auth")
  if (method === "oauth.v2.access") return grant(args, state)
  if (!state.world.tokens.has(token)) return refuse(token === "" ? "not_authed" : "token_revoked")
  const call = METHODS[method]
  if (call === undefined) {
    state.faults.push(`unknown method ${method}`)
    return refuse("unknown_method")
  }
  return call(args, state)
}

const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": (_, { world }) => ({
    ok: true,
    url: "https://example.slack.com/",
    team: "Example",
    user: "standpoint",
    team_id: world.teamId,
    user_id: BOT_USER,
    bot_id: BOT_ID,
    ...world.self,
  }),
  "assistant.threads.setStatus": (args, state) => {
    if (typeof args["thread_ts"] !== "string") return refuse("invalid_thread_ts")
    if (typeof args["status"] !== "string") return refuse("invalid_arguments")
    const channel = channelOf({ channel: args["channel_id"] }, state)
    return channel === undefined ? refuse("channel_not_found") : { ok: true }
  },
  "assistant.threads.setTitle": (args, { faults }) => {
    if (typeof args["thread_ts"] !== "string") return refuse("invalid_thread_ts")
    if (typeof args["title"] !== "string" || args["title"] === "") faults.push("a thread without a title")
    return { ok: true }
  },
  "assistant.threads.setSuggestedPrompts": (args, { faults }) => {
    const prompts = Array.isArray(args["prompts"]) ? args["prompts"] : []
    if (args["thread_ts"] !== undefined) faults.push("prompts of an agent's app name no thread: Slack ignores them")
    if (prompts.length === 0 || prompts.length > 4) faults.push(`${prompts.length} prompts`)
    return { ok: true }
  },
  "chat.postMessage": post,
  "chat.postEphemeral": (args, state) => {
    const channel = channelOf(args, state)
    const refusal = refusePost(channel) ?? checkMessage(args, state)
    if (refusal !== undefined) return refusal
    if (channel?.members.has(String(args["user"])) !== true) return refuse("user_not_in_channel")
    return { ok: true, message_ts: state.nextTs() }
  },
  "chat.update": update,
  "conversations.replies": replies,
  "conversations.history": history,
  "conversations.info": (args, state) => {
    const channel = channelOf(args, state)
    const isHidden = channel?.is_private === true && !channel.members.has(BOT_USER)
    if (channel === undefined || isHidden) return refuse("channel_not_found")
    const { members: _, messages: __, ...shown } = channel
    return { ok: true, channel: shown }
  },
  "conversations.members": (args, state) => {
    const channel = channelOf(args, state)
    if (channel === undefined) return refuse("channel_not_found")
    return page([...channel.members], args, "members", Number(args["limit"]))
  },
  "conversations.open": openDirect,
  "users.info": (args, { world }) => {
    const user = world.users.get(String(args["user"]))
    return user === undefined ? refuse("user_not_found") : { ok: true, user: { team_id: world.teamId, ...user } }
  },
  "users.list": (args, { world }) => {
    if (world.self?.is_enterprise_install === true && typeof args["team_id"] !== "string")
      return refuse("missing_argument")
    return page([...world.users.values()], args, "members", Number(args["limit"]))
  },
  "users.conversations": (args, { world }) => {
    const joined = [...world.channels.values()].filter(({ members }) => members.has(BOT_USER))
    return page(
      joined.map(({ id, name }) => ({ id, name })),
      args,
      "channels",
      Number(args["limit"]),
    )
  },
  "views.open": showView,
  "views.update": showView,
  "views.publish": showView,
}

export function refuse(error: string): Outcome {
  return { ok: false, error }
}

/** What is wrong with a message, told to the test and, as Slack does, to the caller. */
export function checkMessage(args: Fields, { faults }: Pick<ApiState, "faults">): Outcome | undefined {
  const found = [...findBlockFaults(args["blocks"] ?? [])]
  if (typeof args["text"] !== "string" || args["text"] === "") found.push("no text for notifications")
  if (String(args["text"]).length > 40_000) found.push("text is too long")
  if (args["unfurl_links"] !== false || args["unfurl_media"] !== false) found.push("links would unfurl")
  const written = JSON.stringify([args["blocks"], args["text"]])
  if (/<!(?:channel|here|everyone)|<!subteam/.test(written)) found.push("it would notify everybody")
  faults.push(...found)
  return found.length === 0 ? undefined : refuse("invalid_blocks")
}

function post(args: Fields, state: ApiState): Outcome {
  const channel = channelOf(args, state)
  const refusal = refusePost(channel) ?? checkMessage(args, state)
  if (refusal !== undefined || channel === undefined) return refusal ?? refuse("channel_not_found")
  const ts = state.nextTs()
  const message: SlackPosted = {
    ts,
    type: "message",
    user: BOT_USER,
    bot_id: BOT_ID,
    text: String(args["text"]),
    blocks: args["blocks"],
    ...(typeof args["thread_ts"] === "string" ? { thread_ts: args["thread_ts"] } : {}),
    ...(args["metadata"] === undefined ? {} : { metadata: args["metadata"] }),
  }
  channel.messages.push(message)
  return { ok: true, channel: channel.id, ts, message }
}

function update(args: Fields, state: ApiState): Outcome {
  const channel = channelOf(args, state)
  const index = channel?.messages.findIndex(({ ts }) => ts === args["ts"]) ?? -1
  const message = channel?.messages[index]
  if (channel === undefined || message === undefined) return refuse("message_not_found")
  if (channel.is_archived) return refuse("is_inactive")
  if (!channel.members.has(BOT_USER)) return refuse("not_in_channel")
  if (message.user !== BOT_USER) return refuse("cant_update_message")
  const refusal = checkMessage(args, state)
  if (refusal !== undefined) return refusal
  channel.messages[index] = { ...message, text: String(args["text"]), blocks: args["blocks"] ?? message.blocks }
  return { ok: true, channel: channel.id, ts: message.ts, text: String(args["text"]) }
}

function replies(args: Fields, state: ApiState): Outcome {
  const channel = channelOf(args, state)
  const refusal = refuseRead(channel)
  if (refusal !== undefined || channel === undefined) return refusal ?? refuse("channel_not_found")
  const asked = channel.messages.find(({ ts }) => ts === args["ts"])
  if (asked === undefined) return refuse("thread_not_found")
  // Asked for a reply, Slack gives it alone.
  if (asked.thread_ts !== undefined && asked.thread_ts !== asked.ts)
    return { ok: true, messages: [asked], has_more: false }
  const thread = channel.messages.filter(({ ts, thread_ts: of }) => ts === asked.ts || of === asked.ts)
  const [root, ...rest] = thread.toSorted((left, right) => Number(left.ts) - Number(right.ts))
  const withCount = { ...root, reply_count: rest.length }
  const found = page([withCount, ...rest], args, "messages", limitOf(args, state))
  const isLater = args["cursor"] !== undefined && state.repeatsRoot
  return isLater ? { ...found, messages: [withCount, ...(found["messages"] as unknown[])] } : found
}

function history(args: Fields, state: ApiState): Outcome {
  const channel = channelOf(args, state)
  const refusal = refuseRead(channel)
  if (refusal !== undefined || channel === undefined) return refusal ?? refuse("channel_not_found")
  const oldest = Number(args["oldest"] ?? 0)
  const shown = channel.messages
    .filter(({ ts, thread_ts: of }) => Number(ts) > oldest && (of === undefined || of === ts))
    .toSorted((left, right) => Number(right.ts) - Number(left.ts))
    .map((message) => ({ ...message, reply_count: countReplies(channel, message.ts) }))
  return page(shown, args, "messages", limitOf(args, state))
}

function countReplies({ messages }: SlackChannel, root: string): number {
  return messages.filter(({ ts, thread_ts: of }) => of === root && ts !== root).length
}

function openDirect(args: Fields, { world }: ApiState): Outcome {
  const user: SlackUser | undefined = world.users.get(String(args["users"]))
  if (user === undefined) return refuse("user_not_found")
  if (user.deleted === true) return refuse("user_disabled")
  const id = `D${user.id.slice(1)}`
  const known = world.channels.get(id)
  const channel: SlackChannel = known ?? {
    id,
    name: "directmessage",
    is_private: true,
    is_archived: false,
    is_ext_shared: false,
    is_im: true,
    user: user.id,
    members: new Set([BOT_USER, user.id]),
    messages: [],
  }
  world.channels.set(id, channel)
  return { ok: true, channel: { id } }
}

function showView(args: Fields, { faults }: ApiState): Outcome {
  const found = findViewFaults(args["view"])
  faults.push(...found)
  return found.length === 0 ? { ok: true, view: { id: "V1" } } : refuse("invalid_arguments")
}

function grant(args: Fields, { world }: ApiState): Outcome {
  if (args["code"] !== "good-code") return refuse("invalid_code")
  // The org of a Grid that installs the app for all of its workspaces names no workspace.
  const { enterprise_id: enterprise, is_enterprise_install: isOfGrid = false } = world.self ?? {}
  const token = `xoxb-${isOfGrid ? enterprise : world.teamId}`
  world.tokens.add(token)
  return {
    ok: true,
    app_id: "A1",
    access_token: token,
    token_type: "bot",
    scope: "commands",
    bot_user_id: BOT_USER,
    team: isOfGrid ? null : { id: world.teamId, name: "Example" },
    enterprise: enterprise === undefined ? null : { id: enterprise, name: "Grid" },
    is_enterprise_install: isOfGrid,
    authed_user: { id: "UADA" },
  }
}

function channelOf(args: Fields, { world }: ApiState): SlackChannel | undefined {
  return world.channels.get(String(args["channel"]))
}

function refuseRead(channel: SlackChannel | undefined): Outcome | undefined {
  if (channel === undefined || (channel.is_private && !channel.members.has(BOT_USER)))
    return refuse("channel_not_found")
  return channel.members.has(BOT_USER) ? undefined : refuse("not_in_channel")
}

function refusePost(channel: SlackChannel | undefined): Outcome | undefined {
  return refuseRead(channel) ?? (channel?.is_archived === true ? refuse("is_archived") : undefined)
}

function limitOf(args: Fields, { isSlow }: ApiState): number {
  return isSlow ? Math.min(15, Number(args["limit"])) : Number(args["limit"])
}

function page(all: readonly unknown[], args: Fields, name: string, limit: number): Outcome {
  const from = Number(args["cursor"] ?? 0)
  const hasMore = from + limit < all.length
  return {
    ok: true,
    [name]: all.slice(from, from + limit),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : "" },
  }
}

/** Arguments as Slack's clients send them: a form, whose objects are JSON. */
export function parseForm(body: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(body)) fields[name] = parseField(value)
  return fields
}

function parseField(value: string): unknown {
  if (value === "true" || value === "false") return value === "true"
  if (!/^[[{]/.test(value)) return value
  try {
    const parsed: unknown = JSON.parse(value)
    return isRecord(parsed) || Array.isArray(parsed) ? parsed : value
  } catch {
    return value
  }
}
