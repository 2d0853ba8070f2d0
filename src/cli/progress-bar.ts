import { SingleBar } from "cli-progress"
import type { Progress } from "../platform/thread-source.ts"

export interface ProgressBar {
  readonly show: (progress: Progress) => void
  readonly stop: () => void
}

// What is done sooner needs no bar.
const QUIET_MS = 700
const MEGABYTE = 1024 * 1024

/** A bar with rate and time left, on a terminal alone, and only for what takes a while. */
export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  const startedAt = performance.now()
  let bar: SingleBar | undefined
  let isStopped = false
  return {
    show: (progress) => {
      const elapsedMs = performance.now() - startedAt
      if (isStopped || !stream.isTTY || elapsedMs < QUIET_MS) return
      bar ??= startBar(stream, progress)
      bar.setTotal(progress.total ?? progress.done)
      bar.update(progress.done, { rate: rateOf(progress, elapsedMs), note: progress.note ?? "" })
    },
    stop: () => {
      isStopped = true
      bar?.stop()
    },
  }
}

function startBar(stream: NodeJS.WriteStream, { total }: Progress): SingleBar {
  // Where the whole is not known, neither are a share of it and a time left.
  const format =
    total === undefined ? " Reading {rate} {note}" : " Reading {bar} {percentage}%  {rate}  {eta_formatted} left {note}"
  const bar = new SingleBar({
    stream,
    format,
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    fps: 8,
    etaBuffer: 50,
  })
  bar.start(total ?? 0, 0, { rate: "", note: "" })
  return bar
}

function rateOf({ done, unit }: Progress, elapsedMs: number): string {
  const perSecond = (done * 1_000) / elapsedMs
  return unit === "bytes"
    ? `${(perSecond / MEGABYTE).toFixed(1)} MB/s`
    : `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} messages/s`
}
