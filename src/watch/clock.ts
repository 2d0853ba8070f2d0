/** Time, handed in: a test's clock stands still until it is moved. */
export interface Clock {
  now(): Date
  /** Resolves after so many milliseconds, or at once when the signal says so. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}
