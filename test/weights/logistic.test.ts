import { describe, expect, it } from "vitest"
import type { Example } from "./logistic.ts"
import { fitLogistic, predict } from "./logistic.ts"

const LEANING: readonly Example[] = [
  { features: [0, 1], label: 0 },
  { features: [0, 0], label: 0 },
  { features: [1, 1], label: 1 },
  { features: [1, 0], label: 1 },
  { features: [2, 1], label: 2 },
  { features: [2, 0], label: 2 },
  { features: [0, 1], label: 1 },
]

describe("fitting weights", () => {
  it("finds what tells the classes apart, and gives shares that make one", () => {
    const weights = fitLogistic(LEANING, { classes: 3, penalty: 0.1 })
    const low = predict(weights, [0, 0])
    const high = predict(weights, [2, 0])
    expect(low.indexOf(Math.max(...low))).toBe(0)
    expect(high.indexOf(Math.max(...high))).toBe(2)
    expect(low.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it("gives how often each class comes where the features tell nothing", () => {
    const examples = [0, 0, 0, 1].map((label) => ({ features: [1], label }))
    const [often] = predict(fitLogistic(examples, { classes: 2, penalty: 1 }), [1])
    expect(often).toBeCloseTo(0.75, 2)
  })

  it("keeps weights small where the penalty is high", () => {
    const largest = (penalty: number): number =>
      Math.max(...fitLogistic(LEANING, { classes: 3, penalty }).flatMap((row) => row.slice(1).map(Math.abs)))
    expect(largest(100)).toBeLessThan(largest(0.1) / 10)
  })

  it("says the same of the same table", () => {
    expect(fitLogistic(LEANING, { classes: 3, penalty: 1 })).toEqual(fitLogistic(LEANING, { classes: 3, penalty: 1 }))
  })
})
