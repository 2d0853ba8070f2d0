import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { chanceOfChanges } from "../../src/engine/stances/with-changes.ts"
import type { ChangeFeatures } from "../../src/engine/stances/change-features.ts"
import { WEIGHTS_FILE, changesLeftOut, weightsModule } from "./fit-stances.ts"
import { fitRanking, scoreBy } from "./ranking.ts"
import { readTable } from "./table.ts"

const NOTHING: ChangeFeatures = {
  isPatch: 0,
  isProposing: 0,
  soundsSo: 0,
  asksForChange: 0,
  asksInPatch: 0,
  prefersOther: 0,
  objects: 0,
  promises: 0,
  asksOnly: 0,
}

describe("weights of the stances", () => {
  it("are what the script makes of the tables", () => {
    expect(readFileSync(WEIGHTS_FILE, "utf8")).toBe(weightsModule())
  })

  it("tell changes better than how it sounds, on threads that the rule was not written from", () => {
    const { right, bySound } = changesLeftOut()
    expect(right).toBeGreaterThan(bySound)
  })

  it("give a chance between 0 and 1, and more of it to somebody who asks for changes in a patch", () => {
    const few = chanceOfChanges({ ...NOTHING, isPatch: 1 })
    const many = chanceOfChanges({ ...NOTHING, isPatch: 1, asksInPatch: 2, soundsSo: 1 })
    expect(few).toBeGreaterThan(0)
    expect(many).toBeLessThan(1)
    expect(many).toBeGreaterThan(few)
  })

  it("come from tables that hold numbers alone", () => {
    for (const file of ["stances-sentences.tsv", "stances-changes.tsv"]) {
      const { rows } = readTable(join(import.meta.dirname, file))
      expect(rows.every(({ features }) => features.every(Number.isFinite))).toBe(true)
    }
  })
})

describe("ranking", () => {
  const GROUPS = [
    [
      { features: [1, 0], label: 1 },
      { features: [0, 1], label: 0 },
      { features: [0, 0], label: 0 },
    ],
    [
      { features: [2, 1], label: 1 },
      { features: [1, 1], label: 0 },
    ],
  ]

  it("puts the right one of each group first", () => {
    const weights = fitRanking(GROUPS, 0.1)
    for (const group of GROUPS) {
      const scores = group.map(({ features }) => scoreBy(weights, features))
      expect(group[scores.indexOf(Math.max(...scores))]?.label).toBe(1)
    }
  })

  it("keeps weights small where the penalty is high", () => {
    const most = (penalty: number): number => Math.max(...fitRanking(GROUPS, penalty).map(Math.abs))
    expect(most(100)).toBeLessThan(most(0.1) / 10)
  })
})
