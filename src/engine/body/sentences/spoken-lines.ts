import type { BodyLine } from "../../../model/body.ts"
import { isTrackerHeading } from "./tracker-lines.ts"

/**
 * Whether the sender says a line in words of their own. Three kinds stand among those and are not said: lines of dashes and
 * the like, which part what stands above from what stands below, a tracker's heading, and the boxes of a form that nobody
 * ticked.
 */
export function isSpoken({ zone, content, depth }: BodyLine): boolean {
  return zone === "own" && depth === 0 && !RULE.test(content) && !EMPTY_BOX.test(content) && !isTrackerHeading(content)
}

const EMPTY_BOX = /^\s*(?:[-*] )?(?:\[ *\]|\( +\)) \S/u
const RULE = /^\s*(?:[-=_*~]{2,}|[-=_*~.]{5,})\s*$/u
