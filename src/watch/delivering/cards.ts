import type { Change } from "../../model/change.ts"
import type { Summary } from "../../model/summary.ts"
import type { Card, CardAction, Note } from "../../platform/ask.ts"
import { toOutline } from "../../render/to-outline.ts"
import { changeLines } from "./change-lines.ts"

/** The card of a thread. `source` names it again for the buttons. */
export function toCard(
  summary: Summary,
  { source, actions }: { readonly source: string; readonly actions: readonly CardAction[] },
): Card {
  return { kind: "card", threadId: summary.thread.id, source, outline: toOutline(summary), actions }
}

/** Buttons of a card that was asked for; what is shared already offers no sharing. */
export function askedCardActions(source: string, isShared: boolean): readonly CardAction[] {
  const share: CardAction = { label: "Share in channel", words: `share ${source}`, style: "primary" }
  return [
    ...(isShared ? [] : [share]),
    { label: "Watch", words: `watch ${source}`, style: "plain" },
    { label: "Snooze", words: `snooze ${source} until reply`, style: "plain" },
  ]
}

/** Buttons of the living card in a place that watches the thread. */
export function livingCardActions(source: string): readonly CardAction[] {
  return [
    { label: "Where do we stand?", words: `summarize ${source}`, style: "plain" },
    { label: "Snooze", words: `snooze ${source} until reply`, style: "plain" },
    { label: "Mute", words: `mute ${source}`, style: "plain" },
  ]
}

/** What changed, as one note. */
export function changesNote(changes: readonly Change[]): Note {
  return { kind: "note", lines: changes.flatMap(changeLines) }
}

/** A card whose thread is not summarized, and why. */
export function plainNote(text: string): Note {
  return { kind: "note", lines: [{ spans: [{ kind: "text", text }], indent: 0 }] }
}
