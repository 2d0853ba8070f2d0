import type { MessageId } from "../../../model/message.ts"
import type { ParticipantId } from "../../../model/summary.ts"
import type { MessageFacts } from "../../message-facts.ts"
import type { People } from "../../people/people.ts"
import type { Track } from "../track.ts"

/** Who has replied to whom, as far as it tells whose turn it is. */
export interface Turns {
  /** Where each message stands in the thread. */
  readonly places: Map<MessageId, number>
  /** By who replies and to whom: where the last message stands that they replied to. */
  readonly toPerson: Map<string, number>
}

export function createTurns(): Turns {
  return { places: new Map(), toPerson: new Map() }
}

/** In a chat everybody replies to the first message, and that tells nothing. */
export function rememberTurn(
  { places, toPerson }: Turns,
  { message, parent }: MessageFacts,
  { at, author, people }: { readonly at: number; readonly author: ParticipantId; readonly people: People },
): void {
  places.set(message.id, at)
  if (parent === undefined || message.medium === "chat") return
  const key = keyOf(author, people.find(parent.message.author)?.id ?? "")
  toPerson.set(key, Math.max(toPerson.get(key) ?? -1, places.get(parent.message.id) ?? -1))
}

/** Whether somebody has had their turn since they were last asked: they replied to what asks, or to something that the asker wrote later. */
export function hasHadTheirTurn(
  id: ParticipantId,
  { asker, deeds, place }: Track,
  { places, toPerson }: Turns,
): boolean {
  const reminder = deeds.findLast(({ link }) => link.does === "pings")
  const askedAt = places.get(reminder?.by.message.id ?? "") ?? place
  return (toPerson.get(keyOf(id, asker)) ?? -1) >= askedAt
}

function keyOf(who: ParticipantId, what: string): string {
  return `${who} ${what}`
}
