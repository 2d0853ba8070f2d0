import type { Message, Skipped } from "../../src/index.ts"
import { readSlackMessages, slackMessages } from "../mail/index.ts"
import type { SlackMessage } from "../mail/index.ts"
import { permalinkOf } from "./ids.ts"

// The title of a thread that has none: its first words.
const MAX_SUBJECT_LENGTH = 80

export interface Live {
  readonly channel: string
  /** Real names by user id. */
  readonly names: ReadonlyMap<string, string>
  /** The workspace's address, as auth.test says. */
  readonly workspace: string
  /** The bot's own account: what it wrote is nobody's stance and no activity. */
  readonly self: { readonly user_id: string; readonly bot_id?: string | undefined }
}

/** Slack's payloads checked, oldest first, each once, our own left out. */
export function readRaw(
  raw: readonly unknown[],
  self: Live["self"],
): { readonly found: readonly SlackMessage[]; readonly skipped: readonly Skipped[] } {
  const { found, skipped } = readSlackMessages(raw)
  return { found: found.filter((message) => !isOwn(message, self)), skipped }
}

/** Live payloads as messages: as saved ones, with the addresses that Slack gives them and a title. */
export function toMessages(found: readonly SlackMessage[], { channel, names, workspace }: Live): readonly Message[] {
  const threadByTs = new Map(found.map(({ ts, thread_ts }) => [ts, thread_ts]))
  const messages = slackMessages(found, names)
  const subject = titleOf(messages[0]?.body ?? "")
  return messages.map((message) => ({
    ...message,
    subject,
    permalink: permalinkOf({ workspace, channel, ts: message.id, threadTs: threadByTs.get(message.id) }),
  }))
}

/** Accounts whose names the texts need: authors, people mentioned, people who reacted. */
export function accountsIn(found: readonly SlackMessage[]): ReadonlySet<string> {
  const accounts = new Set<string>()
  for (const { user, text = "", reactions = [] } of found) {
    if (user !== undefined) accounts.add(user)
    for (const match of text.matchAll(/<@(?<id>\w{1,40})/g)) accounts.add(match.groups?.["id"] ?? "")
    for (const { users } of reactions) for (const each of users) accounts.add(each)
  }
  return accounts
}

function isOwn({ user, bot_id }: SlackMessage, self: Live["self"]): boolean {
  return user === self.user_id || (bot_id !== undefined && bot_id === self.bot_id)
}

function titleOf(body: string): string {
  const first = body.trim().split("\n", 1)[0] ?? ""
  if (first.length <= MAX_SUBJECT_LENGTH) return first
  const cut = first.slice(0, MAX_SUBJECT_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_SUBJECT_LENGTH / 2))}…`
}
