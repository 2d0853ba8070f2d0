import { tidyOption } from "./choice-options.ts"

const WHICH =
  /\bwhich (?:one|of (?:these|those|them|the (?:two|three|above))|(?:option|approach|way|variant|solution)|(?:do|would|should) (?:you|we|people)|is (?:better|best))\b|\b(?:what|which) do you prefer\b/i
const ITEM = /^(?:(?:option )?\(?(?:[a-d]|[1-4])[).:]|[-*•])\s+(?<item>\S.*)$/is
// A list that goes further back is another one.
const MAX_ITEMS = 6

/** What "which one do you prefer?" leaves to choose between: the items of the list right above it. */
export function listedAbove(text: string, above: readonly string[]): readonly string[] {
  if (!WHICH.test(text)) return []
  const items: string[] = []
  for (const sentence of above.toReversed().slice(0, MAX_ITEMS)) {
    const item = ITEM.exec(sentence)?.groups?.["item"]
    if (item === undefined && items.length > 0) break
    if (item !== undefined) items.unshift(tidyOption(item))
  }
  return items.length > 1 ? items : []
}
