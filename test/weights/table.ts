import { readFileSync } from "node:fs"
import type { Example } from "./logistic.ts"

/** A training table: which thread each example comes from (a number that says nothing else), and the example. */
export interface Table {
  readonly names: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow extends Example {
  readonly thread: number
}

/** Tab-separated: `thread`, `label`, then a column for each feature, named in the first line. */
export function readTable(path: string): Table {
  const [head = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n")
  const names = head.split("\t").slice(2)
  const rows = lines.map((line) => {
    const [thread = 0, label = 0, ...features] = line.split("\t").map(Number)
    return { thread, label, features }
  })
  return { names, rows }
}

export function formatTable({ names, rows }: Table): string {
  const lines = rows.map(({ thread, label, features }) => [thread, label, ...features.map(rounded)].join("\t"))
  return `${[["thread", "label", ...names].join("\t"), ...lines].join("\n")}\n`
}

/** Three places: what a weight or a feature says beyond that is noise. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0
}

/** Each thread judged by weights that were fitted without it, in the order of the rows. */
export function leaveOneThreadOut(
  { rows }: Table,
  judge: (others: readonly TableRow[], left: readonly TableRow[]) => readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const judged: (readonly number[])[] = []
  for (const thread of new Set(rows.map((row) => row.thread))) {
    const at = rows.flatMap((row, index) => (row.thread === thread ? [index] : []))
    const left = rows.filter((row) => row.thread === thread)
    const others = rows.filter((row) => row.thread !== thread)
    for (const [index, chances] of judge(others, left).entries()) judged[at[index] ?? 0] = chances
  }
  return judged
}
