import { Routes } from "discord.js"
import { z } from "zod"
import type { Reaction } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { userList } from "./message-payload.ts"
import type { MessagePayload, UserPayload } from "./message-payload.ts"
import { toIdentity } from "./to-message.ts"

// Who reacted costs one request an emoji, at about one request in 0.25 s: 200 look-ups are 50 s.
const MAX_LOOK_UPS = 200
/** Discord's own page size for reactions and poll voters; of larger crowds we name the first hundred. */
const PAGE = 100

const voterList = z.object({ users: userList })

export interface Votes {
  readonly byMessage: ReadonlyMap<string, readonly Reaction[]>
  /** Emoji and poll answers whose voters were not looked up, because there were too many. */
  readonly notRead: number
}

/** Who reacted with what, and who chose which answer of a poll: in chat rooms both are votes. */
export async function readVotes(
  rest: DiscordRest,
  payloads: readonly MessagePayload[],
  signal: AbortSignal | undefined,
): Promise<Votes> {
  const wanted = payloads.flatMap((payload) => [...emojiOf(payload), ...answersOf(payload)])
  const byMessage = new Map<string, readonly Reaction[]>()
  for (const vote of wanted.slice(0, MAX_LOOK_UPS)) {
    const by = await readVoters(rest, vote, signal)
    byMessage.set(vote.message, [...(byMessage.get(vote.message) ?? []), { emoji: vote.emoji, by: by.map(toIdentity) }])
  }
  return { byMessage, notRead: Math.max(0, wanted.length - MAX_LOOK_UPS) }
}

interface Vote {
  readonly message: string
  readonly emoji: string
  readonly route: `/${string}`
  readonly isPoll: boolean
}

async function readVoters(
  rest: DiscordRest,
  vote: Vote,
  signal: AbortSignal | undefined,
): Promise<readonly UserPayload[]> {
  // A message may be deleted while we read: its votes are gone with it.
  const orGone = (error: unknown): readonly UserPayload[] => {
    if (error instanceof AppError && error.code === "source-gone") return []
    throw error
  }
  const request = { to: `read the votes on message ${vote.message}`, query: { limit: String(PAGE) }, signal }
  return vote.isPoll
    ? call(rest, ["get", vote.route], voterList, request).then(({ users }) => users, orGone)
    : call(rest, ["get", vote.route], userList, request).catch(orGone)
}

function emojiOf(payload: MessagePayload): readonly Vote[] {
  return (payload.reactions ?? []).map(({ emoji }) => {
    const name = emoji.name ?? emoji.id ?? ""
    const key = encodeURIComponent(typeof emoji.id === "string" ? `${name}:${emoji.id}` : name)
    return {
      message: payload.id,
      emoji: name,
      route: Routes.channelMessageReaction(payload.channel_id, payload.id, key),
      isPoll: false,
    }
  })
}

function answersOf(payload: MessagePayload): readonly Vote[] {
  const counts = new Map((payload.poll?.results?.answer_counts ?? []).map((answer) => [answer.id, answer.count]))
  return (payload.poll?.answers ?? [])
    .filter((answer) => (counts.get(answer.answer_id) ?? 0) > 0)
    .map((answer) => ({
      message: payload.id,
      emoji: answer.poll_media.text ?? "",
      route: Routes.pollAnswerVoters(payload.channel_id, payload.id, answer.answer_id),
      isPoll: true,
    }))
}
