import type { DraftLine } from "../lines/line-table.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { isLegible } from "../lines/open-lines.ts"

const TIME = "(?:\\[?(?:\\d{4}-\\d\\d-\\d\\d[ T])?\\d{1,2}:\\d\\d(?::\\d\\d)?\\]?\\s+)"
const NICK = "[@+%&~]?(?<nick>[\\w[\\]\\\\^{}|`.-]{2,30})"
/** How the lines of a chat are written down, and whether the form alone tells that it is one. */
const FORMS: readonly { readonly form: RegExp; readonly isSure: boolean }[] = [
  { form: new RegExp(`^\\s*${TIME}?<\\s?${NICK}>\\s`, "u"), isSure: true },
  { form: new RegExp(`^\\s*${TIME}${NICK}\\s?[|:│]\\s`, "u"), isSure: true },
  { form: /^\s*(?<nick>[a-z][\w-]{1,20}): \S/u, isSure: false },
]
const LEAST = 3

/** Lines of a chat that somebody pasted: they were said elsewhere, by several people. */
export function markChatLogs(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const form = mayBeTurn(line) ? formOf(line.text) : undefined
    if (form === undefined) continue
    const run = runFrom(lines, at, form.form)
    if (isChat(run.nicks, form.isSure)) markRun(lines, at, run.last)
    at = run.last
  }
}

function formOf(text: string): (typeof FORMS)[number] | undefined {
  return FORMS.find(({ form }) => form.test(text))
}

function nickAt(lines: readonly DraftLine[], at: number, form: RegExp): string | undefined {
  const line = lines[at]
  return mayBeTurn(line) ? form.exec(line.text)?.groups?.["nick"] : undefined
}

/** A cheap look before the dear ones. */
function mayBeTurn(line: DraftLine | undefined): line is DraftLine {
  if (!isLegible(line) || isBlank(line)) return false
  return isIn(FIRST_SIGNS, codeAt(line.text, startOfWords(line.text)))
}

/** What times, nicks in brackets and nicks begin with. */
const FIRST_SIGNS = codeSet("<[0123456789abcdefghijklmnopqrstuvwxyz")

/** A line that was too long goes on below. */
const MOST_BETWEEN = 2

function runFrom(
  lines: readonly DraftLine[],
  first: number,
  form: RegExp,
): { readonly last: number; readonly nicks: ReadonlyMap<string, number> } {
  const nicks = new Map<string, number>()
  let last = first
  for (let at = first; at <= last + MOST_BETWEEN + 1 && at < lines.length; at++) {
    const nick = nickAt(lines, at, form)
    if (nick === undefined) {
      if (lineAt(lines, at).depth > 0 || isBlank(lineAt(lines, at))) break
      continue
    }
    nicks.set(nick, (nicks.get(nick) ?? 0) + 1)
    last = at
  }
  return { last, nicks }
}

/** Words with a colon behind begin other lists too: those of a chat come again, and come from two people at least. */
function isChat(nicks: ReadonlyMap<string, number>, isSure: boolean): boolean {
  let count = 0
  let again = 0
  for (const times of nicks.values()) {
    count += times
    if (times > 1) again++
  }
  return count >= LEAST && (isSure || again > 1)
}

function markRun(lines: readonly DraftLine[], first: number, last: number): void {
  for (let at = first; at <= last; at++) {
    const line = lines[at]
    if (line?.depth === 0 && !isBlank(line)) line.zone = "log"
  }
}
