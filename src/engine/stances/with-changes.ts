import type { ChangeFeatures } from "./change-features.ts"
import { CHANGE_WEIGHTS } from "./weights.ts"

/** Whether somebody who is for a thing wants it changed, as far as what they ask for tells. */
export function isWithChanges(features: ChangeFeatures): boolean {
  return chanceOfChanges(features) > 0.5
}

/** 0 to 1. */
export function chanceOfChanges(features: ChangeFeatures): number {
  let sum: number = CHANGE_WEIGHTS.constant
  for (const name of CHANGE_FEATURES) sum += features[name] * CHANGE_WEIGHTS[name]
  return 1 / (1 + Math.exp(-sum))
}

/** In the order of the table that the weights are made from. */
export const CHANGE_FEATURES = [
  "isPatch",
  "isProposing",
  "soundsSo",
  "asksForChange",
  "asksInPatch",
  "prefersOther",
  "objects",
  "promises",
  "asksOnly",
] as const satisfies readonly (keyof ChangeFeatures)[]
