import type { Change, ChangeKind } from "../../model/change.ts"
import type { Summary } from "../../model/summary.ts"
import { citedMessages } from "./cited.ts"
import { buildPeopleIndex } from "./people.ts"
import type { PeopleIndex } from "./people.ts"
import { questionChanges } from "./question-changes.ts"
import { favourChanges, stanceChanges } from "./stance-changes.ts"

// Shorter silences are weekends and holidays.
const SILENCE_DAYS = 14
const DAY_MS = 86_400_000

/**
 * What changed in meaning between two summaries of one thread, in the order of the messages that did it.
 *
 * A message that moves nobody, asks nothing and settles nothing gives nothing; equal summaries give nothing.
 */
export function findChanges(before: Summary, after: Summary): readonly Change[] {
  const people = buildPeopleIndex(before, after)
  const changes = [
    ...silenceChanges(before, after, people),
    ...stanceChanges(before, after, people),
    ...favourChanges(before, after, people),
    ...questionChanges(before, after, people),
    ...recordChanges(before, after, people),
  ]
  const place = new Map(after.messages.map((message, index) => [message.id, index]))
  return changes
    .map((change, index) => ({ change, index, at: place.get(citedMessages(change).at(-1) ?? "") ?? -1 }))
    .toSorted((left, right) => left.at - right.at || left.index - right.index)
    .map(({ change }) => change)
}

/** A thread of which nothing is known yet: what a first look is compared with. */
export function emptySummary(summary: Summary): Summary {
  return {
    ...summary,
    messages: [],
    participants: [],
    questions: [],
    choices: [],
    decisions: [],
    commitments: [],
    trailers: [],
    waiting: [],
    state: { kind: "unknown", text: "" },
    thread: { ...summary.thread, messageCount: 0 },
  }
}

function recordChanges(before: Summary, after: Summary, people: PeopleIndex): readonly Change[] {
  const keyOf = (kind: ChangeKind, by: string, messageId: string, text: string): string =>
    JSON.stringify([kind, people.idNow(by), messageId, text])
  const records = (summary: Summary): ReadonlyMap<string, Change> => {
    const found: [string, Change][] = []
    for (const decision of summary.decisions)
      found.push([
        keyOf("decision-made", decision.by, decision.statement.messageId, decision.statement.text),
        { kind: "decision-made", by: people.personOf(decision.by), decision },
      ])
    for (const trailer of summary.trailers)
      found.push([
        keyOf("trailer-given", trailer.by, trailer.statement.messageId, trailer.token),
        { kind: "trailer-given", by: people.personOf(trailer.by), trailer },
      ])
    for (const commitment of summary.commitments) {
      const { statement, done } = commitment
      const by = people.personOf(commitment.by)
      const kinds =
        done === undefined ? (["commitment-made"] as const) : (["commitment-made", "commitment-kept"] as const)
      for (const kind of kinds)
        found.push([keyOf(kind, commitment.by, statement.messageId, statement.text), { kind, by, commitment }])
    }
    return new Map(found)
  }
  const known = records(before)
  return [...records(after)].filter(([key]) => !known.has(key)).map(([, change]) => change)
}

function silenceChanges(before: Summary, after: Summary, people: PeopleIndex): readonly Change[] {
  const last = Date.parse(before.thread.lastActivityAt ?? "")
  const known = new Set(before.messages.map((message) => message.id))
  const bots = new Set(
    after.participants.filter((participant) => participant.isBot).map((participant) => participant.id),
  )
  const first = after.messages.find((message) => !known.has(message.id) && !bots.has(message.author))
  const days = Math.floor((Date.parse(first?.sentAt ?? "") - last) / DAY_MS)
  if (first === undefined || !(days >= SILENCE_DAYS)) return []
  return [
    {
      kind: "silence-broken",
      by: people.personOf(first.author),
      days,
      messageId: first.id,
      permalink: first.permalink,
    },
  ]
}
