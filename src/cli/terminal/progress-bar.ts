import { SingleBar } from "cli-progress"
import type { Progress } from "../../platform/sources/thread-source.ts"

export interface ProgressBar {
  readonly show: (progress: Progress) => void
  readonly stop: () => void
}

// What is done sooner needs no bar.
const QUIET_MS = 700
const MEGABYTE = 1024 * 1024

/** A bar with rate and time left, on a terminal alone, and only for what takes a while. */
export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  const openedAt = performance.now()
  let startedAt = openedAt
  let bar: SingleBar | undefined
  let unit: Progress["unit"] | undefined
  let isStopped = false
  return {
    show: (progress) => {
      const now = performance.now()
      if (unit !== progress.unit) {
        // Something else is counted now: rate and time left begin anew.
        bar?.stop()
        bar = undefined
        startedAt = unit === undefined ? openedAt : now
        unit = progress.unit
      }
      const elapsedMs = Math.max(1, now - startedAt)
      if (isStopped || !stream.isTTY || now - openedAt < QUIET_MS) return
      bar ??= startBar(stream, progress)
      bar.setTotal(progress.total ?? progress.done)
      bar.update(progress.done, {
        rate: rateOf(progress, elapsedMs),
        left: leftOf(progress, elapsedMs),
        note: progress.note ?? "",
      })
    },
    stop: () => {
      isStopped = true
      bar?.stop()
    },
  }
}

function startBar(stream: NodeJS.WriteStream, { total }: Progress): SingleBar {
  // Where the whole is not known, neither are a share of it and a time left.
  const format = total === undefined ? " Reading {rate} {note}" : " Reading {bar} {percentage}%  {rate}  {left} {note}"
  const bar = new SingleBar({
    stream,
    format,
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    fps: 8,
  })
  bar.start(total ?? 0, 0, { rate: "", left: "", note: "" })
  return bar
}

/** By the rate so far: what the last second brought jumps too much to be read. */
function leftOf({ done, total }: Progress, elapsedMs: number): string {
  if (total === undefined || done <= 0) return ""
  const seconds = Math.ceil(((total - done) * elapsedMs) / done / 1_000)
  return seconds < 100 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`
}

function rateOf({ done, unit }: Progress, elapsedMs: number): string {
  const perSecond = (done * 1_000) / elapsedMs
  return unit === "bytes"
    ? `${(perSecond / MEGABYTE).toFixed(1)} MB/s`
    : `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} messages/s`
}
