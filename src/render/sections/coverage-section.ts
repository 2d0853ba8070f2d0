import type { OutlineLine, OutlineSection, Span } from "../../model/outline.ts"
import type { Coverage } from "../../model/summary.ts"
import type { OutlineContext } from "./outline-context.ts"
import { textSpan } from "./outline-context.ts"

/** Whoever wants more of them asks for the JSON; here they would bury the rest. */
const MAX_SKIPPED_LINES = 5

/** What was read, so that everything above can be believed. */
export function coverageSection({ summary }: OutlineContext): OutlineSection {
  const { coverage, thread } = summary
  return {
    kind: "coverage",
    title: "What was read",
    lines: [
      { indent: 0, spans: [textSpan(countsText(coverage)), ...spanOfTime(thread)] },
      ...skippedLines(coverage),
      ...(coverage.reasons ?? []).map((reason): OutlineLine => ({ indent: 0, spans: [textSpan(reason)] })),
    ],
  }
}

function countsText({ read, rebuilt = 0, bots = 0, dropped = 0, complete }: Coverage): string {
  const parts = [
    `${count(read, "message")} read`,
    rebuilt === 0 ? "" : `${rebuilt} more known from quotes alone`,
    bots === 0 ? "" : `${bots} of robots, not judged`,
    dropped === 0 ? "" : `${count(dropped, "claim")} left out for want of verbatim words`,
    complete ? "" : "not complete",
  ]
  return parts.filter((part) => part !== "").join(", ")
}

function spanOfTime(thread: OutlineContext["summary"]["thread"]): readonly Span[] {
  if (thread.startedAt === undefined || thread.lastActivityAt === undefined) return []
  if (thread.startedAt.slice(0, 10) === thread.lastActivityAt.slice(0, 10))
    return [textSpan("; on "), { kind: "time", at: thread.startedAt, relative: false }]
  return [
    textSpan("; from "),
    { kind: "time", at: thread.startedAt, relative: false },
    textSpan(" to "),
    { kind: "time", at: thread.lastActivityAt, relative: false },
  ]
}

function skippedLines({ skipped }: Coverage): readonly OutlineLine[] {
  if (skipped.length === 0) return []
  const shown = skipped
    .slice(0, MAX_SKIPPED_LINES)
    .map(({ id, reason }): OutlineLine => ({ indent: 1, spans: [textSpan(`${id}: ${reason}`)] }))
  const left = skipped.length - shown.length
  return [
    { indent: 0, spans: [textSpan(`${count(skipped.length, "message")} could not be read, or not wholly`)] },
    ...shown,
    ...(left === 0 ? [] : [{ indent: 1 as const, spans: [textSpan(`and ${left} more`)] }]),
  ]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`
}
