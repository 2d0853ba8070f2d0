/** What the gate let through of a claim (undefined: nothing), and how many excerpts it dropped of it. */
export interface Checked<Claim> {
  readonly claim: Claim | undefined
  readonly dropped: number
}

/** What the gate said of a list of claims in earlier runs over the same thread. */
export interface CheckedList<Claim extends object> {
  readonly byClaim: WeakMap<Claim, Checked<Claim>>
  /** The claims of the run before, and beside each what was let through of it, and how much was not. */
  claims: readonly Claim[]
  passed: readonly (Claim | undefined)[]
  dropped: readonly number[]
}

export function createCheckedList<Claim extends object>(): CheckedList<Claim> {
  return { byClaim: new WeakMap(), claims: [], passed: [], dropped: [] }
}

/**
 * Checks the claims that are new, and says again what it said of the others: what passes, and how much was dropped.
 *
 * The lists of two runs are the same but for what came and went, so they are gone through in step; only
 * a claim that is out of step is looked up. A long thread has thousands, and each is passed over at every message:
 * the lists stand beside each other so that none of the claims themselves has to be touched.
 */
export function checkAll<Claim extends object>(
  list: CheckedList<Claim>,
  claims: readonly Claim[],
  check: (claim: Claim) => Checked<Claim>,
): { readonly passed: readonly Claim[]; readonly dropped: number } {
  const before = list.claims
  const passed: (Claim | undefined)[] = []
  const dropped: number[] = []
  let at = 0
  for (const claim of claims) {
    if (before[at] !== claim && before[at + 1] === claim) at++
    if (before[at] === claim) {
      passed.push(list.passed[at])
      dropped.push(list.dropped[at++] ?? 0)
    } else {
      const said = list.byClaim.get(claim) ?? check(claim)
      list.byClaim.set(claim, said)
      passed.push(said.claim)
      dropped.push(said.dropped)
    }
  }
  // The list itself goes on growing.
  list.claims = [...claims]
  list.passed = passed
  list.dropped = dropped
  return { passed: passed.filter((claim) => claim !== undefined), dropped: sumOf(dropped) }
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
