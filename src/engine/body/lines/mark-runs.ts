import type { DraftLine } from "./line-table.ts"
import { isBlank } from "./line-table.ts"

/** What comes below each line, counted once from the end: looking ahead costs one step then. */
export interface MarkRuns {
  /** The first line from here on that holds anything; the number of lines where none does. */
  readonly nextFilled: Int32Array
  /** The next filled line that has other marks than this one; the number of lines where all have the same. */
  readonly nextChange: Int32Array
}

export function markRuns(lines: readonly DraftLine[]): MarkRuns {
  const nextFilled = new Int32Array(lines.length + 1).fill(lines.length)
  const nextChange = new Int32Array(lines.length + 1).fill(lines.length)
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]
    const below = nextFilled[at + 1] ?? lines.length
    nextFilled[at] = line === undefined || isBlank(line) ? below : at
    nextChange[at] = lines[below]?.marks === line?.marks ? (nextChange[below] ?? lines.length) : below
  }
  return { nextFilled, nextChange }
}
