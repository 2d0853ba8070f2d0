import { Matrix, solve } from "ml-matrix"
import type { Example } from "./logistic.ts"

/** What one person wrote, sentence by sentence; the label is 1 for those that are right, and any of these may come first. */
export type RankedGroup = readonly Example[]

/** Each step goes less far than Newton's would, and never too far; these are enough for three places. */
const STEPS = 40

/**
 * Conditional logistic regression: weights that let a right row of each group come first, with a penalty on their
 * squares. Features are scaled to one standard deviation first. The same table gives the same weights.
 * (McFadden: Conditional logit analysis of qualitative choice behavior, 1974.)
 */
export function fitRanking(groups: readonly RankedGroup[], penalty: number): readonly number[] {
  const scales = scalesOf(groups.flat())
  const scaled = groups.map((group) =>
    group.map(({ features, label }) => ({ label, features: features.map((value, at) => value / (scales[at] ?? 1)) })),
  )
  let fitted = Matrix.zeros(scales.length, 1)
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = slopes(fitted.to1DArray(), scaled, penalty)
    fitted = fitted.add(solve(curvature, gradient))
  }
  return fitted.to1DArray().map((weight, at) => weight / (scales[at] ?? 1))
}

function scalesOf(rows: readonly Example[]): readonly number[] {
  return (rows[0]?.features ?? []).map((_, at) => {
    const mean = rows.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / rows.length
    const variance = rows.reduce((sum, { features }) => sum + ((features[at] ?? 0) - mean) ** 2, 0) / rows.length
    return Math.sqrt(variance) || 1
  })
}

function slopes(
  fitted: readonly number[],
  groups: readonly RankedGroup[],
  penalty: number,
): { readonly gradient: Matrix; readonly curvature: Matrix } {
  const size = fitted.length
  const slope = fitted.map((weight) => -penalty * weight)
  const bend = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? penalty : 0))
  for (const group of groups) {
    const all = chancesOf(group.map(({ features }) => scoreBy(fitted, features)))
    const right = group.reduce((sum, { label }, at) => sum + label * (all[at] ?? 0), 0)
    if (right <= 0) continue
    const mean = fitted.map((_, at) =>
      group.reduce((sum, { features }, row) => sum + (all[row] ?? 0) * (features[at] ?? 0), 0),
    )
    for (const [row, { features, label }] of group.entries()) {
      const chance = all[row] ?? 0
      for (let one = 0; one < size; one++) {
        const apart = (features[one] ?? 0) - (mean[one] ?? 0)
        slope[one] = (slope[one] ?? 0) + ((label * chance) / right) * apart
        if (apart === 0) continue
        for (let other = 0; other < size; other++) {
          const at = one * size + other
          bend[at] = (bend[at] ?? 0) + chance * apart * ((features[other] ?? 0) - (mean[other] ?? 0))
        }
      }
    }
  }
  return { gradient: Matrix.columnVector(slope), curvature: Matrix.from1DArray(size, size, [...bend]) }
}

export function scoreBy(weights: readonly number[], features: readonly number[]): number {
  let score = 0
  for (const [at, weight] of weights.entries()) score += weight * (features[at] ?? 0)
  return score
}

function chancesOf(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
