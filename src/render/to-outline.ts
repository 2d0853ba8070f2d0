import type { Outline } from "../model/outline.ts"
import type { Summary } from "../model/summary.ts"

/** A summary laid out: what is open and whose turn it is, choices, who stands where, decisions, what was read. */
export function toOutline(summary: Summary): Outline {
  return { title: summary.thread.subject, headline: [{ kind: "text", text: summary.state.text }], sections: [] }
}
