import type { BodyLine } from "../../../model/body.ts"

/**
 * Tells, of line numbers asked for in order, the own lines that others could not check to be the sender's.
 *
 * An mbox puts ">" before a line that begins with "From ": in the archive it cannot be told from a quote. Below a bare "--" most
 * programs show a signature, up to the next quote. Such lines are read; nothing is claimed of them.
 */
export function createDoubt(lines: readonly BodyLine[]): (number: number) => boolean {
  let at = 0
  let isBelowDashes = false
  return (number) => {
    for (; at <= number; at++) {
      const { depth, content, zone } = lines[at] ?? NO_LINE
      if (depth > 0 || zone === "attribution") isBelowDashes = false
      else if (at > 0 && (content === "--" || content === "-- ")) isBelowDashes = true
    }
    return isBelowDashes || lines[number]?.content.startsWith("From ") === true
  }
}

const NO_LINE = { depth: 0, content: "", zone: "blank" } as const
