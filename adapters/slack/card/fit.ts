import type { Outline, OutlineLine, OutlineSection } from "../../../src/index.ts"
import { lineToMrkdwn } from "./mrkdwn.ts"

/** A section as far as it goes into the card. */
export interface FittedSection {
  readonly kind: OutlineSection["kind"]
  readonly title: string
  readonly lines: readonly OutlineLine[]
  /** Lines that did not fit; never passed over in silence. */
  readonly left: number
}

// How much of each section comes first, before any section gets more: a thread of sixty questions still shows
// whose turn it is and who stands where.
const FIRST_UNITS: Readonly<Record<OutlineSection["kind"], number>> = {
  open: 6,
  choices: 3,
  stances: 10,
  decisions: 4,
  commitments: 4,
  trailers: 4,
  answered: 3,
  coverage: 4,
}
const FIRST_TURNS = 4
// Below a line that has more under it than this, the rest counts as lines of their own when something must go.
const MAX_UNDER_ONE = 8

/** As much of the outline as `budget` characters hold, the most important of every section first. */
export function fit({ sections }: Outline, budget: number, excerptLength: number): readonly FittedSection[] {
  const queues = sections.flatMap(toQueues)
  let left = budget - sections.reduce((sum, { title }) => sum + title.length + ROOM_FOR_LEFT, 0)
  const taken = new Map<Queue, number>()
  const take = (queue: Queue): boolean => {
    const count = taken.get(queue) ?? 0
    const unit = queue.units[count]
    const cost = unit === undefined ? Number.POSITIVE_INFINITY : costOf(unit, excerptLength)
    if (cost > left) return false
    left -= cost
    taken.set(queue, count + 1)
    return true
  }
  for (const queue of queues) for (let count = 0; count < queue.first && take(queue); count += 1);
  // Then one of each in turn, as long as any fits.
  let open = queues
  while (open.length > 0) open = open.filter(take)
  return sections.map((section) => {
    const lines = queues
      .filter((queue) => queue.section === section)
      .flatMap((queue) => queue.units.slice(0, taken.get(queue) ?? 0).flat())
    return { kind: section.kind, title: section.title, lines, left: section.lines.length - lines.length }
  })
}

// "… and 120 more lines" with its line end, and what emphasis costs.
const ROOM_FOR_LEFT = 40

interface Queue {
  readonly section: OutlineSection
  /** Lines that stand or fall together. */
  readonly units: readonly (readonly OutlineLine[])[]
  readonly first: number
}

/** Whose turn it is stands after the questions; it would be the first to be cut, and is the last that should. */
function toQueues(section: OutlineSection): readonly Queue[] {
  const units = toUnits(section.lines)
  const isTurn = ([head]: readonly OutlineLine[]): boolean => head?.about !== undefined && "participant" in head.about
  const turns = section.kind === "open" ? units.filter(isTurn) : []
  const rest = turns.length === 0 ? units : units.filter((unit) => !isTurn(unit))
  const queue: Queue = { section, units: rest, first: FIRST_UNITS[section.kind] }
  return turns.length === 0 ? [queue] : [queue, { section, units: turns, first: FIRST_TURNS }]
}

function toUnits(lines: readonly OutlineLine[]): readonly (readonly OutlineLine[])[] {
  const units: OutlineLine[][] = []
  for (const line of lines) {
    const last = units.at(-1)
    if (line.indent === 0 || last === undefined || last.length > MAX_UNDER_ONE) units.push([line])
    else last.push(line)
  }
  return units
}

function costOf(lines: readonly OutlineLine[], excerptLength: number): number {
  return lines.reduce((sum, line) => sum + lineToMrkdwn(line, excerptLength).length + 1, 0)
}
