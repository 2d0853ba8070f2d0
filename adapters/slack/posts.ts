import { z } from "zod"
import { AppError } from "../../src/index.ts"
import type { Card, Note, Place, Post, PostId } from "../../src/index.ts"
import { SMALL_CARD_LENGTH, drawCard, drawNote, section } from "./blocks.ts"
import type { Drawn } from "./blocks.ts"
import { slackCode, toAppError } from "./errors.ts"
import { call, next } from "./place/directory.ts"
import type { SlackClient } from "./slack-client.ts"

const EVENT_TYPE = "standpoint_post"
const Posted = z.object({ ts: z.string() })
const Found = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ key: z.string().optional() }) })
        .optional(),
    }),
  ),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

// A late retry looks back over what was said since: a few pages, not the channel's whole history.
const LOOK_BACK_PAGES = 5
const LOOK_BACK_PAGE = 100
// Slack's refusals of what is too long for this workspace; the limit over all blocks is documented nowhere.
const TOO_LONG: ReadonlySet<string> = new Set(["msg_too_long", "msg_blocks_too_long"])
const NO_UNFURLS = { unfurl_links: false, unfurl_media: false } as const

/** Posts a card or a note under its key, and gives Slack's ts. Its first message stands for those that follow. */
export async function sendPost(client: SlackClient, place: Place, post: Post): Promise<PostId> {
  const metadata = { event_type: EVENT_TYPE, event_payload: { key: post.key } }
  const thread = post.under ?? place.thread
  const [first, ...others] = draw(post.content)
  if (first === undefined) throw new Error("A note without a line was posted")
  const ts = await send(client, mentioning(first, post.mentions ?? []), { place, thread, metadata }, post.content)
  for (const drawn of others) await send(client, drawn, { place, thread: thread ?? ts }, post.content)
  return ts
}

/** Changes what was posted. A note that grew beyond one message says so. */
export async function editPost(client: SlackClient, place: Place, id: PostId, content: Card | Note): Promise<void> {
  const [first, ...others] = draw(content)
  if (first === undefined) return
  const rest = others.length === 0 ? [] : [section("There is more of it than one message holds.")]
  const task = `change what was posted in slack:${place.channel}`
  await tryShorter(first, content, task, ({ text, blocks }) =>
    client.chat.update({ channel: place.channel, ts: id, text, blocks: [...blocks, ...rest], ...NO_UNFURLS }),
  ).catch((error: unknown) => {
    // Somebody deleted it: no other try will work, and whoever posted it may post anew.
    if (!(error instanceof AppError) || error.code !== "thread-not-found") throw error
    throw new AppError("platform-refused", error.message, { hint: error.hint, cause: error.cause })
  })
}

/** Our earlier post with this key, by the metadata that it carries. */
export async function findOwnPost(client: SlackClient, place: Place, key: string): Promise<PostId | undefined> {
  const { channel, thread } = place
  const task = `look for an earlier post in slack:${channel}`
  let cursor: string | undefined
  for (let page = 0; page < LOOK_BACK_PAGES; page += 1) {
    const which = {
      channel,
      limit: LOOK_BACK_PAGE,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    }
    const read =
      thread === undefined
        ? client.conversations.history(which)
        : client.conversations.replies({ ...which, ts: thread })
    const found = Found.parse(await call(read, task))
    const post = found.messages.find(
      ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload.key === key,
    )
    if (post !== undefined) return post.ts
    cursor = found.has_more === true ? next(found.response_metadata) : undefined
    if (cursor === undefined) return undefined
  }
  return undefined
}

export interface Target {
  readonly channel: string
  readonly thread?: string | undefined
  /** Seen by this account alone. */
  readonly onlyFor?: string | undefined
}

/** Says something where it was asked for. */
export async function say(client: SlackClient, target: Target, content: Card | Note): Promise<void> {
  const { channel, thread, onlyFor } = target
  for (const drawn of draw(content)) {
    await tryShorter(drawn, content, `answer in slack:${channel}`, ({ text, blocks }) => {
      const message = { channel, text, blocks, ...(thread === undefined ? {} : { thread_ts: thread }), ...NO_UNFURLS }
      return onlyFor === undefined
        ? client.chat.postMessage(message)
        : client.chat.postEphemeral({ ...message, user: onlyFor })
    })
  }
}

export function draw(content: Card | Note): readonly Drawn[] {
  return content.kind === "card" ? [drawCard(content)] : drawNote(content)
}

interface Sending {
  readonly place: Place
  readonly thread?: string | undefined
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, string> }
}

async function send(
  client: SlackClient,
  drawn: Drawn,
  { place, thread, metadata }: Sending,
  content: Card | Note,
): Promise<PostId> {
  const posted = await tryShorter(drawn, content, `post to slack:${place.channel}`, ({ text, blocks }) =>
    client.chat.postMessage({
      channel: place.channel,
      text,
      blocks,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(metadata === undefined ? {} : { metadata }),
      ...NO_UNFURLS,
    }),
  )
  return Posted.parse(posted).ts
}

/** What is too long for this workspace goes shorter, at last as its sentence alone: never silence. */
async function tryShorter(
  drawn: Drawn,
  content: Card | Note,
  task: string,
  attempt: (drawn: Drawn) => Promise<unknown>,
): Promise<unknown> {
  const shorter = content.kind === "card" ? [drawCard(content, { budget: SMALL_CARD_LENGTH })] : []
  const sentence = { text: drawn.text, blocks: [section(drawn.text)] }
  for (const next of [drawn, ...shorter]) {
    try {
      return await attempt(next)
    } catch (error) {
      if (!TOO_LONG.has(slackCode(error) ?? "")) throw toAppError(error, task)
    }
  }
  return call(attempt(sentence), task)
}

/** The only mentions that notify: of accounts that asked for it. */
function mentioning(drawn: Drawn, accounts: readonly string[]): Drawn {
  if (accounts.length === 0) return drawn
  const mentions = accounts.map((account) => `<@${account.replaceAll(/[^A-Z0-9]/gi, "")}>`).join(" ")
  return { text: `${mentions} ${drawn.text}`, blocks: [section(mentions), ...drawn.blocks] }
}
