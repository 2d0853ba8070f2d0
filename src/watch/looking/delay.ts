const FIRST_DELAY_MS = 2_000
const LONGEST_DELAY_MS = 300_000
// Once a platform is back nobody waits longer than this; trying costs it one request.
const LONGEST_RETRY_MS = 60_000

/** When to try again after so many failures: twice as long each time, up to a minute. */
export function delayAfter(now: Date, failures: number): string {
  const ms = Math.min(FIRST_DELAY_MS * 2 ** Math.min(failures, 16), LONGEST_RETRY_MS)
  return new Date(now.getTime() + ms).toISOString()
}

/** When to try again what has failed since then: after half that time, within bounds. */
export function delaySince(now: Date, failingSince: string, atLeastMs: number): string {
  const ms = Math.min(Math.max(atLeastMs, (now.getTime() - Date.parse(failingSince)) / 2), LONGEST_DELAY_MS)
  return new Date(now.getTime() + ms).toISOString()
}
