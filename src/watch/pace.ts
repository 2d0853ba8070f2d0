import type { Place } from "../platform/ask.ts"
import { placeKey } from "../platform/place-key.ts"

/** Keeps posts in one place apart, so that the platform need not refuse them. */
export interface Pace {
  /** Takes the next turn in a place: undefined when it is now, else when to come again. */
  take(entry: { readonly id: string; readonly place: Place }, now: Date): Date | undefined
}

// Places and entries beyond this many are forgotten, the oldest first; they only come a little early then.
const MAX_KNOWN = 20_000

/**
 * One post in a place every so often; each entry that must wait gets a turn of its own.
 * The replicas of one store each keep their own pace; the platform's own limits do the rest.
 */
export function createPace(gapMs: number): Pace {
  const nextByPlace = new Map<string, number>()
  const turnByEntry = new Map<string, number>()
  return {
    take({ id, place }, now) {
      const at = now.getTime()
      const key = placeKey(place)
      const turn = turnByEntry.get(id) ?? Math.max(at, nextByPlace.get(key) ?? 0)
      if (!turnByEntry.has(id)) remember(nextByPlace, key, turn + gapMs)
      turnByEntry.delete(id)
      if (turn <= at) return undefined
      remember(turnByEntry, id, turn)
      return new Date(turn)
    },
  }
}

function remember(map: Map<string, number>, key: string, value: number): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next().value
  if (map.size > MAX_KNOWN && oldest !== undefined) map.delete(oldest)
}
