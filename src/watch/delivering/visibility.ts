import type { ThreadId } from "../../model/thread.ts"
import type { Place } from "../../platform/ask.ts"
import type { Feed } from "../../platform/feed.ts"
import type { PlaceFacts, Platform } from "../../platform/platform.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { ThreadSource } from "../../platform/sources/thread-source.ts"
import type { Store } from "../../store/store.ts"
import { fromSourceWords } from "../../platform/sources/source-words.ts"

export type Sight = { readonly kind: "shown" } | { readonly kind: "hidden" | "gone"; readonly reason: string }

export interface SightParts {
  readonly store: Pick<Store, "watches">
  readonly platforms: readonly Platform[]
  readonly sources: readonly ThreadSource[]
  readonly feeds: readonly Feed[]
}

export interface Shown {
  readonly threadId: ThreadId
  /** Every source that the thread was read from. */
  readonly from: readonly string[]
}

const SHOWN: Sight = { kind: "shown" }

/**
 * Whether a thread may be shown in a place, asked at the moment of posting: for the reader there who may read least.
 *
 * A public archive may be shown anywhere. What was said in a private chat place is shown in that place alone, what
 * was said in a public one also in other places of its team that hold no guests. A private mailbox is shown where
 * an administrator said so.
 */
export async function findSight({ threadId, from }: Shown, place: Place, parts: SightParts): Promise<Sight> {
  const platform = parts.platforms.find((candidate) => candidate.name === place.platform)
  const facts = await platform?.readPlace(place)
  if (facts === undefined) return { kind: "gone", reason: "the channel is gone, or the bot is not in it" }
  if (facts.isArchived) return { kind: "gone", reason: "the channel is archived" }
  const hidden = await findPrivateSource(from, place, parts)
  if (hidden !== undefined) return hidden
  return (await findPrivatePlace(threadId, { place, facts }, parts)) ?? SHOWN
}

async function findPrivatePlace(
  threadId: ThreadId,
  { place, facts }: { readonly place: Place; readonly facts: PlaceFacts },
  { platforms }: SightParts,
): Promise<Sight | undefined> {
  for (const origin of platforms) {
    const said = origin.placeOf(threadId)
    if (said === undefined) continue
    if (said.channel === place.channel && said.platform === place.platform) return undefined
    const isOfTeam = said.team === undefined || said.team === place.team
    if (said.platform !== place.platform || !isOfTeam)
      return { kind: "hidden", reason: "the thread is of another workspace" }
    const reason = hiddenBecause(await origin.readPlace(said), facts)
    if (reason !== undefined) return { kind: "hidden", reason }
  }
  return undefined
}

/** Why those who read the place may not all read where the thread was said. */
function hiddenBecause(source: PlaceFacts | undefined, place: PlaceFacts): string | undefined {
  if (source === undefined) return "the thread's channel can no longer be read"
  if (!source.isPublic) return "the thread is of a private channel"
  const seen = source.teams
  if (seen !== undefined && place.teams?.every((team) => seen.includes(team)) !== true)
    return "the thread is of another workspace"
  return place.hasGuests ? "the channel has guests, who may not read the thread" : undefined
}

async function findPrivateSource(from: readonly string[], place: Place, parts: SightParts): Promise<Sight | undefined> {
  for (const source of from) {
    if (!(await isAllowedPlace(source, place, parts)))
      return { kind: "hidden", reason: "no administrator has allowed this private source here" }
  }
  return undefined
}

/** The mailbox that a source is or is a thread of, where it is private: only an administrator's word lets it be shown. */
export function privatePlaceOf(
  source: string,
  { feeds, sources }: Pick<SightParts, "feeds" | "sources">,
): string | undefined {
  const ref = fromSourceWords(source, sources)
  for (const feed of feeds) {
    const words = feed.privatePlace(ref)
    if (words !== undefined) return words
  }
  return undefined
}

/** Whether a source may be shown in a place as far as mailboxes are concerned: public, or named for it by an administrator. */
export async function isAllowedPlace(
  source: string,
  place: Place,
  parts: Pick<SightParts, "feeds" | "sources" | "store">,
): Promise<boolean> {
  const words = privatePlaceOf(source, parts)
  if (words === undefined) return true
  const key = placeKey({ ...place, thread: undefined })
  return (await parts.store.watches.allowances(words)).some((allowance) => allowance.placeKey === key)
}
