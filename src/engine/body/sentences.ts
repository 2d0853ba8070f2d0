import type { BodyLine, Sentence } from "../../model/body.ts"
import type { Passage } from "./paragraphs.ts"
import { sentenceEnds } from "./sentence-ends.ts"
import { ownPassages } from "./paragraphs.ts"

/** The sender's own sentences, joined over line breaks within a paragraph, in order. */
export function ownSentences(lines: readonly BodyLine[]): readonly Sentence[] {
  return ownPassages(lines).flatMap(sentencesOf)
}

function sentencesOf(passage: Passage): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let start = 0
  for (const end of sentenceEnds(passage.text)) {
    const text = passage.text.slice(from, end).trim()
    const firstLine = lineAt(passage, from, start)
    const lastLine = lineAt(passage, end - 1, firstLine.index)
    if (text !== "")
      sentences.push({ text, firstLine: firstLine.line, lastLine: lastLine.line, paragraph: passage.paragraph })
    from = end
    while (passage.text[from] === " ") from++
    start = lastLine.index
  }
  return sentences
}

/** The line that holds a position; the search starts at the line `index`, as positions only grow. */
function lineAt(passage: Passage, at: number, index: number): { readonly line: number; readonly index: number } {
  let found = index
  while ((passage.starts[found + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) found++
  return { line: passage.starts[found]?.line ?? 0, index: found }
}
