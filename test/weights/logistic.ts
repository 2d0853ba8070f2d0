import { Matrix, solve } from "ml-matrix"

/** One labelled case: what it looks like, and which class it is of, from 0. */
export interface Example {
  readonly features: readonly number[]
  readonly label: number
}

/** One row a class: the constant first, then a weight for each feature, as the features are given. */
export type Weights = readonly (readonly number[])[]

/** Newton's method is there after six or seven steps; more are for tables that nearly separate. */
const STEPS = 25
/** The constants are hardly held back; without a trace of it many constants would fit alike. */
const PENALTY_ON_CONSTANTS = 1e-4

/**
 * Multinomial logistic regression with a penalty on the squares of the weights, so that they stay small where
 * little speaks for them. Features are scaled to one standard deviation first: the penalty treats all alike.
 * The same table gives the same weights. (Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 4.4.)
 */
export function fitLogistic(
  examples: readonly Example[],
  { classes, penalty }: { readonly classes: number; readonly penalty: number },
): Weights {
  const scales = scalesOf(examples)
  const rows = examples.map(({ features }) => [1, ...features.map((value, at) => value / (scales[at] ?? 1))])
  const size = rows[0]?.length ?? 1
  let fitted = Matrix.zeros(classes * size, 1)
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = slopes(fitted, { rows, examples, classes, penalty })
    fitted = fitted.add(solve(curvature, gradient))
  }
  return Array.from({ length: classes }, (_, label) =>
    Array.from({ length: size }, (__, at) => fitted.get(label * size + at, 0) / (at === 0 ? 1 : (scales[at - 1] ?? 1))),
  )
}

/** How likely each class is, from 0 to 1; together they make 1. */
export function predict(weights: Weights, features: readonly number[]): readonly number[] {
  return shares(
    weights.map((row) => row.reduce((sum, weight, at) => sum + weight * (at === 0 ? 1 : (features[at - 1] ?? 0)), 0)),
  )
}

function shares(sums: readonly number[]): readonly number[] {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function scalesOf(examples: readonly Example[]): readonly number[] {
  const count = examples.length
  return (examples[0]?.features ?? []).map((_, at) => {
    const values = examples.map(({ features }) => features[at] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / count
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) || 1
  })
}

interface Table {
  readonly rows: readonly (readonly number[])[]
  readonly examples: readonly Example[]
  readonly classes: number
  readonly penalty: number
}

function slopes(fitted: Matrix, { rows, examples, classes, penalty }: Table): { gradient: Matrix; curvature: Matrix } {
  const size = fitted.rows / classes
  const gradient = Matrix.zeros(fitted.rows, 1)
  const curvature = Matrix.zeros(fitted.rows, fitted.rows)
  for (const [at, row] of rows.entries()) {
    const sums = Array.from({ length: classes }, (_, label) =>
      row.reduce((sum, value, column) => sum + value * fitted.get(label * size + column, 0), 0),
    )
    addRow(row, { chances: shares(sums), label: examples[at]?.label ?? 0 }, { gradient, curvature })
  }
  for (let at = 0; at < fitted.rows; at++) {
    const held = at % size === 0 ? PENALTY_ON_CONSTANTS : penalty
    gradient.set(at, 0, gradient.get(at, 0) - held * fitted.get(at, 0))
    curvature.set(at, at, curvature.get(at, at) + held)
  }
  return { gradient, curvature }
}

function addRow(
  row: readonly number[],
  { chances, label }: { readonly chances: readonly number[]; readonly label: number },
  { gradient, curvature }: { readonly gradient: Matrix; readonly curvature: Matrix },
): void {
  const size = row.length
  for (const [one, chance] of chances.entries()) {
    const error = (one === label ? 1 : 0) - chance
    for (const [at, value] of row.entries()) {
      if (value === 0) continue
      gradient.set(one * size + at, 0, gradient.get(one * size + at, 0) + error * value)
      for (const [other, otherChance] of chances.entries()) {
        const bend = (one === other ? chance * (1 - chance) : -chance * otherChance) * value
        for (const [column, right] of row.entries())
          if (right !== 0)
            curvature.set(
              one * size + at,
              other * size + column,
              curvature.get(one * size + at, other * size + column) + bend * right,
            )
      }
    }
  }
}
