import type { Outline } from "../model/outline.ts"

/** The texts of all references that an outline's lines end with. */
export function usedReferences(outline: Outline): ReadonlySet<string> {
  const spans = outline.sections.flatMap(({ lines }) => lines.flatMap((line) => line.spans))
  return new Set(spans.flatMap((span) => (span.kind === "reference" ? [span.text] : [])))
}
