/** What the gate let through of a claim (undefined: nothing), and how many excerpts it dropped of it. */
export interface Checked<Claim> {
  readonly claim: Claim | undefined
  readonly dropped: number
}

/** What the gate said of a list of claims in earlier runs over the same thread. */
export interface CheckedList<Claim extends object> {
  readonly byClaim: WeakMap<Claim, Checked<Claim>>
  claims: readonly Claim[]
  checked: readonly Checked<Claim>[]
}

export function createCheckedList<Claim extends object>(): CheckedList<Claim> {
  return { byClaim: new WeakMap(), claims: [], checked: [] }
}

/**
 * Checks the claims that are new, and says again what it said of the others.
 *
 * The lists of two runs are the same but for what came and went, so they are gone through in step; only
 * a claim that is out of step is looked up.
 */
export function checkAll<Claim extends object>(
  list: CheckedList<Claim>,
  claims: readonly Claim[],
  check: (claim: Claim) => Checked<Claim>,
): readonly Checked<Claim>[] {
  const before = list.claims
  let at = 0
  const checked = claims.map((claim) => {
    if (before[at] !== claim && before[at + 1] === claim) at++
    const known = before[at] === claim ? list.checked[at++] : list.byClaim.get(claim)
    if (known !== undefined) return known
    const said = check(claim)
    list.byClaim.set(claim, said)
    return said
  })
  // The list itself goes on growing.
  list.claims = [...claims]
  list.checked = checked
  return checked
}
