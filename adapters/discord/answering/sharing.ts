import type { Ask, Card, Note, SourceRef } from "../../../src/index.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { targetOf } from "../events.ts"
import { toChannelRef } from "../ids.ts"
import { mayShow } from "../place/read-place.ts"

/** Whether a card may be shown to everybody in the place: its words may come from a channel that they cannot read. */
export async function mayBeShared(content: Card | Note, { place }: Ask, rest: DiscordRest): Promise<boolean> {
  const source = content.kind === "card" ? channelOf(content.threadId) : undefined
  return source === undefined || mayShow(rest, { source, target: targetOf(place) })
}

function channelOf(threadId: string): string | undefined {
  const [scheme = "", ...rest] = threadId.split(":")
  const ref: SourceRef = { kind: "id", scheme, rest: rest.join(":") }
  return toChannelRef(ref)?.channel
}
