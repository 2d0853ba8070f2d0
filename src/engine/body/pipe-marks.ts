import type { DraftLine } from "./line-table.ts"
import { isBlank, isWhite, lineAt } from "./line-table.ts"
import { SAYING } from "./verbs-of-saying.ts"

/**
 * Some people's programs quote with "|". It begins tables too, so it is a mark only from where an
 * attribution stands right above, and from there on wherever it begins a line of that level.
 */
export function markPipes(lines: readonly DraftLine[]): void {
  const announced = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (!line.content.startsWith("|") || isTableRow(line.content)) continue
    const { marks } = line
    if (!announced.has(marks) && !standsUnderAttribution(lines, at)) continue
    announced.add(marks)
    takePipes(line)
  }
}

// Between an attribution and its quote stands a blank line at most.
const LOOK_BACK = 2

function standsUnderAttribution(lines: readonly DraftLine[], at: number): boolean {
  const { marks } = lineAt(lines, at)
  for (let above = at - 1; above >= at - LOOK_BACK; above--) {
    const line = lineAt(lines, above)
    if (isBlank(line) && line.marks >= 0) continue
    return line.marks === marks && /[:：]\s*$/u.test(line.content) && SAYING.test(line.content)
  }
  return false
}

/** More bars behind the words: a row of a table, quoted or not, and most are the sender's own. */
function isTableRow(content: string): boolean {
  return content.includes("|", PIPES.exec(content)?.[0].length ?? 1)
}

const PIPES = /^\|(?: ?[|>](?=\s|$))* ?/u

function takePipes(line: DraftLine): void {
  const found = PIPES.exec(line.content)?.[0] ?? ""
  const depth = line.marks + found.replaceAll(" ", "").length
  line.content = line.content.slice(found.length)
  line.marks = depth
  line.depth = depth
  line.isBlank = isWhite(line.content)
}
