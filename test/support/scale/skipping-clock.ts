import type { WatcherParts } from "../../../src/index.ts"

/**
 * A clock that runs as fast as ours while anybody works, and skips ahead while everybody waits: what work costs in
 * time is in the figures, and a day that is mostly waiting takes minutes.
 */
export function createSkippingClock(startMs: number, waiters: number): WatcherParts["clock"] & { nowMs(): number } {
  const began = performance.now()
  let skipped = 0
  const nowMs = (): number => startMs + skipped + (performance.now() - began)
  const waiting = new Map<() => void, number>()
  const skip = (): void => {
    if (waiting.size < waiters) return
    const [first] = [...waiting].toSorted((left, right) => left[1] - right[1])
    if (first === undefined) return
    skipped += Math.max(0, first[1] - nowMs())
    first[0]()
  }
  return {
    nowMs,
    now: () => new Date(nowMs()),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          waiting.delete(end)
          signal.removeEventListener("abort", end)
          resolve()
        }
        if (signal.aborted) return resolve()
        signal.addEventListener("abort", end)
        waiting.set(end, nowMs() + ms)
        setImmediate(skip)
      }),
  }
}
