import type { BodyLine, Sentence } from "../../model/body.ts"

/** The sender's own sentences, joined over line breaks within a paragraph, in order. */
export function ownSentences(lines: readonly BodyLine[]): readonly Sentence[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" })
  const sentences: Sentence[] = []
  let paragraph = -1
  let previousZone = "blank"
  for (let first = 0; first < lines.length; first++) {
    const zone = lines[first]?.zone
    if (zone !== "own") {
      previousZone = zone ?? "blank"
      continue
    }
    let last = first
    while (lines[last + 1]?.zone === "own") last++
    if (previousZone !== "own") paragraph++
    const text = lines
      .slice(first, last + 1)
      .map((line) => line.content)
      .join(" ")
    for (const { segment } of segmenter.segment(text)) {
      const folded = segment.replaceAll(/\s+/g, " ").trim()
      if (folded !== "") sentences.push({ text: folded, firstLine: first, lastLine: last, paragraph })
    }
    first = last
  }
  return sentences
}
