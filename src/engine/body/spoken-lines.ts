import type { BodyLine } from "../../model/body.ts"
import { isTrackerHeading } from "./tracker-lines.ts"

const SCRUBBED = /^(?:An? .{2,60} was scrubbed\.\.\.|Skipped content of type \S+)\s*$/u
const NEXT_PART = /^-{10,} next part -{10,}\s*$/u
const FIELD = /^(?:URL ?: <?https?:\/\/|Name: |Type: \S+\/|Size: \d|Desc: )/u

/**
 * Tells the lines, asked for in order, that the sender says in words of their own. Three kinds stand among them and are not said:
 * lines of dashes and the like, which part what stands above from what stands below, what pipermail puts in an
 * attachment's place (a divider, a notice, and what is known of the file), and a tracker's heading.
 */
export function createSpokenTeller(): (line: BodyLine) => boolean {
  let isWithin = false
  return ({ zone, content, depth }) => {
    if (zone !== "own" || depth !== 0) {
      isWithin = isWithin && zone === "blank"
      return false
    }
    isWithin = isNotice(content) || (isWithin && FIELD.test(content))
    return !isWithin && !RULE.test(content) && !isTrackerHeading(content)
  }
}

const RULE = /^\s*[-=_*~.]{5,}\s*$/u

function isNotice(text: string): boolean {
  return (text.startsWith("-----") && NEXT_PART.test(text)) || (/^[AS]/.test(text) && SCRUBBED.test(text))
}
