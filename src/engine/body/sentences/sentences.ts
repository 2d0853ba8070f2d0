import type { BodyLine, Sentence } from "../../../model/body.ts"
import type { Passage } from "./paragraphs.ts"
import { sentenceEnds } from "./sentence-ends.ts"
import { ownPassages } from "./paragraphs.ts"

/** The sender's own sentences, joined over line breaks within a paragraph, in order. */
export function ownSentences(lines: readonly BodyLine[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (const passage of ownPassages(lines)) addSentences(passage, sentences)
  return sentences
}

function addSentences({ text: whole, starts, paragraph }: Passage, sentences: Sentence[]): void {
  let from = 0
  let first = 0
  for (const end of sentenceEnds(whole)) {
    const text = whole.slice(from, end).trim()
    first = startBefore(starts, from, first)
    const last = startBefore(starts, end - 1, first)
    if (text !== "")
      sentences.push({ text, firstLine: starts[first]?.line ?? 0, lastLine: starts[last]?.line ?? 0, paragraph })
    from = end
    while (whole.startsWith(" ", from)) from++
    first = last
  }
}

/** The start of the line that holds a position; the search goes on from an earlier one, as positions only grow. */
function startBefore(starts: Passage["starts"], at: number, from: number): number {
  let found = from
  while ((starts[found + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) found++
  return found
}
