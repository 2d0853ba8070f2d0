import { setFlagsFromString } from "node:v8"

/**
 * Has V8 collect garbage early instead of taking more memory: reading a large mbox makes a lot of garbage and keeps
 * little, and left alone the young generation grows to 48 MB and the old one to several times what is alive in it.
 * It costs a little time; `npm run bench:mbox` shows what is reached.
 */
export function keepHeapSmall(): void {
  // V8 reads both anew at every collection; where a version knows one no more, it stays as it is.
  setFlagsFromString("--semi-space-growth-factor=1")
  setFlagsFromString("--heap-growing-percent=20")
}
