import { isFromLine } from "./split-mbox.ts"

/** Whether a file is an mbox, by its first line. */
export function startsWithFromLine(head: Buffer): boolean {
  const start = head.toString("latin1")
  return isFromLine(start.slice(0, Math.max(0, start.indexOf("\n"))))
}

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
