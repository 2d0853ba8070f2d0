import type { Place } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"

/** Keeps posts in one place apart, so that the platform need not refuse them. */
export interface Pace {
  /** Takes the next turn in a place: undefined when it is now, else when to come again. */
  take(entry: { readonly id: string; readonly place: Place }, now: Date): Date | undefined
}

// Places and entries beyond this many are forgotten, the oldest first; they only come a little early then.
const MAX_KNOWN = 20_000

// Both platforms let a few posts through at once; Discord's buckets are of five in five seconds.
const BURST = 3

/**
 * At most three posts in a place in three times the gap, so one each gap in the long run and no wait for the first few;
 * each entry that must wait gets a turn of its own.
 * The replicas of one store each keep their own pace; the platform's own limits do the rest.
 */
export function createPace(gapMs: number): Pace {
  const turnsByPlace = new Map<string, readonly number[]>()
  const turnByEntry = new Map<string, number>()
  return {
    take({ id, place }, now) {
      const at = now.getTime()
      const key = placeKey(place)
      const known = turnByEntry.get(id)
      const turns = turnsByPlace.get(key) ?? []
      const turn = known ?? nextTurn(turns, at, gapMs)
      if (known === undefined) remember(turnsByPlace, key, [...turns, turn].slice(-BURST))
      turnByEntry.delete(id)
      if (turn <= at) return undefined
      remember(turnByEntry, id, turn)
      return new Date(turn)
    },
  }
}

function nextTurn(turns: readonly number[], at: number, gapMs: number): number {
  const third = turns.length < BURST ? undefined : turns[0]
  return Math.max(at, turns.at(-1) ?? at, third === undefined ? at : third + BURST * gapMs)
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next().value
  if (map.size > MAX_KNOWN && oldest !== undefined) map.delete(oldest)
}
