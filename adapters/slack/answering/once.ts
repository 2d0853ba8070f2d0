/** Does a piece of work once, however often it is delivered. */
export interface Once {
  /** False where the same key was done, or is under way. Work that fails is forgotten, so that a retry is not lost. */
  run(key: string, work: () => Promise<void>): Promise<boolean>
}

// Slack retries at once, after one minute and after five.
const REMEMBER_MS = 10 * 60_000
const MAX_KEYS = 20_000

export function createOnce(clock: () => Date): Once {
  const seen = new Map<string, number>()
  return {
    run: async (key, work) => {
      const now = clock().getTime()
      forgetOld(seen, now)
      if (seen.has(key)) return false
      seen.set(key, now)
      try {
        await work()
      } catch (error) {
        seen.delete(key)
        throw error
      }
      return true
    },
  }
}

/** A map keeps the order of insertion: the oldest stand first. */
function forgetOld(seen: Map<string, number>, now: number): void {
  for (const [key, at] of seen) {
    if (now - at < REMEMBER_MS && seen.size <= MAX_KEYS) return
    seen.delete(key)
  }
}
