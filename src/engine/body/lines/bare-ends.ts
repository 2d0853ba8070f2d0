import type { DraftLine } from "./line-table.ts"
import { lineAt } from "./line-table.ts"

/** What programs put below a mail that they forward, and people below words that they took over. */
const END =
  /^[\s\-_=*#<[(]*(?:end(?: of)?(?: the)?(?: (?:forwarded|original|included|quoted|attached))? (?:message|mail|text|quote|quotation)|ende der (?:weitergeleiteten )?(?:nachricht|mail))\b.{0,60}[\s\-_=*#>\])]$/iu
const GIT_VERSION = /^\d+\.\d+(?:\.[\w.-]+)?\s*$/u

/** The last line of what ends a mail that is quoted without marks, where such a thing begins at a line. */
export function endOfBareAt(
  lines: readonly DraftLine[],
  at: number,
): { readonly last: number; readonly isDivider: boolean } | undefined {
  const { content, marks } = lineAt(lines, at)
  if (content.length > LONGEST) return undefined
  if (END.test(`${content} `)) return { last: at, isDivider: true }
  const next = lineAt(lines, at + 1)
  const isGits = content.trimEnd() === "--" && next.marks === marks && GIT_VERSION.test(next.content)
  return isGits ? { last: at + 1, isDivider: false } : undefined
}

const LONGEST = 120
