import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { createFileSource } from "../../adapters/mail/index.ts"
import type { ThreadFacts } from "../../src/engine/facts.ts"
import { createKept } from "../../src/engine/kept.ts"
import { summarise } from "../../src/engine/summarise.ts"
import { buildThreads } from "../../src/index.ts"
import type { Participant, Position } from "../../src/model/summary.ts"
import { POSITIONS } from "../../src/model/summary.ts"

const span = z.object({ mid: z.string(), text: z.string() })
const goldThread = z.object({
  participants: z.array(
    z.object({
      name: z.string(),
      positions: z.array(z.enum(POSITIONS)),
      stance: z.array(span).default([]),
      stale: z.array(span).default([]),
    }),
  ),
})
export type Span = z.infer<typeof span>

/** One person whom somebody has labelled, with what the engine knows of them. */
export interface LabelledPerson {
  readonly thread: number
  readonly participant: Participant
  readonly positions: readonly Position[]
  readonly accepted: readonly Span[]
  readonly stale: readonly Span[]
  readonly read: ThreadFacts
}

/** Everybody labelled in some folders that hold `threads` and `gold` as ../shared/eval does; threads get numbers from 1. */
export async function labelledPeople(folders: readonly string[]): Promise<readonly LabelledPerson[]> {
  const people: LabelledPerson[] = []
  let thread = 0
  for (const folder of folders)
    for (const file of readdirSync(join(folder, "gold")).sort()) {
      thread++
      people.push(...(await peopleOfThread(folder, file, thread)))
    }
  return people
}

async function peopleOfThread(folder: string, file: string, thread: number): Promise<readonly LabelledPerson[]> {
  const stem = file.replace(/\.json$/, "")
  const path = [".mbox", ".slack.json"]
    .map((end) => join(folder, "threads", `${stem}${end}`))
    .find((one) => existsSync(one))
  const reading = path === undefined ? undefined : await createFileSource().read({ kind: "path", path })
  const built = reading && buildThreads(reading)[0]
  if (built === undefined) throw new Error(`No thread for ${join(folder, "gold", file)}`)
  const kept = createKept()
  const { participants } = summarise(built, kept)
  const { read } = kept
  if (read === undefined) throw new Error(`Nothing read in ${path}`)
  const gold = goldThread.parse(JSON.parse(readFileSync(join(folder, "gold", file), "utf8")))
  return gold.participants.flatMap(({ name, positions, stance, stale }) => {
    const participant = counterpart(participants, name, [...stance, ...stale])
    return participant === undefined ? [] : { thread, participant, positions, accepted: stance, stale, read }
  })
}

function counterpart(
  participants: readonly Participant[],
  name: string,
  spans: readonly Span[],
): Participant | undefined {
  const byWords = participants.find(({ messageIds }) => spans.some(({ mid }) => messageIds.includes(mid)))
  const wanted = tokensOf(name).toSorted().join(" ")
  return byWords ?? participants.find((one) => tokensOf(one.name).toSorted().join(" ") === wanted)
}

function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
}

const LONGEST = 45

/** Two spans of one message are the same statement: most of the shorter lies in the longer, or half of both is shared. */
export function isSameSpan(one: Span, other: Span): boolean {
  if (one.mid !== other.mid) return false
  const [a, b] = [tokensOf(one.text), tokensOf(other.text)]
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  if (shorter === 0 || longer > Math.max(LONGEST, 2 * shorter)) return false
  const shared = sharedCount(a, b)
  if (shared >= 0.8 * shorter && shorter >= Math.min(4, longer)) return true
  return (2 * shared) / (a.length + b.length) >= 0.5
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const token of a) left.set(token, (left.get(token) ?? 0) + 1)
  let shared = 0
  for (const token of b) {
    const count = left.get(token) ?? 0
    if (count > 0) shared++
    left.set(token, count - 1)
  }
  return shared
}
