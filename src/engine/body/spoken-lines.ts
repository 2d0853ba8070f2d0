import type { BodyLine } from "../../model/body.ts"
import { isTrackerHeading } from "./tracker-lines.ts"

/**
 * Whether the sender says a line in words of their own. Two kinds stand among those and are not said: lines of dashes and
 * the like, which part what stands above from what stands below, and a tracker's heading.
 */
export function isSpoken({ zone, content, depth }: BodyLine): boolean {
  return zone === "own" && depth === 0 && !RULE.test(content) && !isTrackerHeading(content)
}

const RULE = /^\s*[-=_*~.]{5,}\s*$/u
