/** A value for a text column. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

/** What toJson wrote into the same column. The store is the only one who writes there. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller's column names the type
export function fromJson<T>(text: string): T {
  // A schema for each record would say the types of src/store a second time; `store check` reads every row back.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(text) as T
}

/** SQL's null ends here. */
export function present<T>(value: T | null): T | undefined {
  return value ?? undefined
}
