import type { BodyLine } from "../../../model/body.ts"

/** What stands between a line and the next one when they are joined: a soft break within a word leaves nothing. */
export function gapAfter(line: BodyLine | undefined): "" | " " {
  return line?.isSoftBroken === true && !/\s$/u.test(line.content) ? "" : " "
}

/** The contents of lines as one text. */
export function joinContents(lines: readonly BodyLine[]): string {
  let text = ""
  for (const [at, line] of lines.entries()) text += `${at === 0 ? "" : gapAfter(lines[at - 1])}${line.content.trim()}`
  return text
}
