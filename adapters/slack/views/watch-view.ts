import { z } from "zod"
import type { View } from "../slack-client.ts"

/** Asks what to watch, where to tell it and what of it, with Slack's own pickers. */
export const WATCH_VIEW = "watch"
/** The button in the Home tab that opens it. */
export const OPEN_WATCH = "open-watch"

const TOPICS = [
  { value: "stances", label: "Somebody's stance changed" },
  { value: "questions", label: "A question was asked" },
  { value: "answers", label: "A question was answered" },
  { value: "decisions", label: "Something was decided" },
] as const
// A source's address, as the grammar of sources bounds it.
const MAX_SOURCE_LENGTH = 2_048
const MAX_FILTER_LENGTH = 200

const Submitted = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.object({
        source: z.object({ source: z.object({ value: z.string().nullish() }) }),
        channel: z.object({ channel: z.object({ selected_conversation: z.string().nullish() }) }),
        topics: z.object({
          topics: z.object({ selected_options: z.array(z.object({ value: z.string() })).optional() }),
        }),
        filter: z.object({ filter: z.object({ value: z.string().nullish() }) }),
      }),
    }),
  }),
})

export function watchView(channel: string | undefined): View {
  const options = TOPICS.map(({ value, label }) => ({
    value,
    text: { type: "plain_text" as const, text: label, emoji: false },
  }))
  return {
    type: "modal",
    callback_id: WATCH_VIEW,
    private_metadata: channel ?? "",
    title: { type: "plain_text", text: "Watch a thread", emoji: false },
    submit: { type: "plain_text", text: "Watch", emoji: false },
    close: { type: "plain_text", text: "Cancel", emoji: false },
    blocks: [
      {
        type: "input",
        block_id: "source",
        label: { type: "plain_text", text: "A link to a thread or list, or a Message-ID", emoji: false },
        element: { type: "plain_text_input", action_id: "source", max_length: MAX_SOURCE_LENGTH },
      },
      {
        type: "input",
        block_id: "channel",
        label: { type: "plain_text", text: "Tell it in", emoji: false },
        element: {
          type: "conversations_select",
          action_id: "channel",
          ...(channel === undefined ? { default_to_current_conversation: true } : { initial_conversation: channel }),
          filter: { include: ["public", "private"], exclude_bot_users: true },
        },
      },
      {
        type: "input",
        block_id: "topics",
        label: { type: "plain_text", text: "When", emoji: false },
        element: { type: "checkboxes", action_id: "topics", options, initial_options: options },
      },
      {
        type: "input",
        block_id: "filter",
        optional: true,
        label: { type: "plain_text", text: "Only", emoji: false },
        hint: { type: "plain_text", text: "For lists: from:name subject:word -word", emoji: false },
        element: { type: "plain_text_input", action_id: "filter", max_length: MAX_FILTER_LENGTH },
      },
    ],
  }
}

export type Submission =
  | {
      readonly kind: "words"
      readonly words: string
      readonly userId: string
      readonly channel: string
      readonly isFromHome: boolean
    }
  /** What is wrong, by the block that it stands in: Slack shows it there. */
  | { readonly kind: "errors"; readonly errors: Record<string, string> }

/** The form as words of the chat grammar. */
export function readWatchView(payload: unknown): Submission {
  const submitted = Submitted.safeParse(payload)
  if (!submitted.success) return { kind: "errors", errors: { source: "Slack sent this form back incomplete" } }
  const { user, view } = submitted.data
  const { source, channel, topics, filter } = view.state.values
  const named = (source.source.value ?? "").trim()
  const place = channel.channel.selected_conversation
  if (named === "" || /\s/.test(named)) return { kind: "errors", errors: { source: "Give one link or one Message-ID" } }
  if (place === undefined || place === null) return { kind: "errors", errors: { channel: "Choose a channel" } }
  const chosen = (topics.topics.selected_options ?? []).map(({ value }) => value)
  const words = ["watch", named, "in", `<#${place}>`, ...chosen, (filter.filter.value ?? "").trim()]
  return {
    kind: "words",
    words: words.filter((word) => word !== "").join(" "),
    userId: user.id,
    channel: place,
    isFromHome: view.private_metadata === "",
  }
}
