import type { BodyLine, Sentence } from "../../../model/body.ts"

// "PROPOSED CHANGES TO THE DEFAULT LEVEL"
const LONGEST = 60
const SHORTEST = 4
/** What parts of a text are called. */
const NOUN =
  /\b(?:abstract|agenda|alternatives?|appendix|approach|background|changes|changelog|concerns|conclusions?|decisions?|description|design|details|discussion|examples?|goals|history|implementation|introduction|issues|minutes|motivation|notes?|objections|outlook|overview|plan|problems?|proposals?|questions|rationale|references|results|scope|solutions?|status|steps|summary|synopsis|testing|tests|usage|todo)\b/i
/** Who raises their voice says something: nobody speaks, and nothing is denied, in a title. */
const SPEAKS =
  /\b(?:i|we|you|they|it|this|that|not|no|yes|nac?k|ack|lgtm|do|don't|is|are|was|will|can|must|should|please|stop|never|let's|thanks?)\b|n't\b|[?!]/i

/** Tells of a sentence whether it is a title: a line in capitals between blank ones, with a text of its own below. */
export function createTitles(
  sentences: readonly Sentence[],
  lines: readonly BodyLine[],
): (sentence: Sentence) => boolean {
  let several: boolean | undefined
  return (sentence) => {
    if (!isSetOff(sentence, lines)) return false
    if (NOUN.test(sentence.text)) return true
    several ??= sentences.filter((other) => isSetOff(other, lines)).length > 1
    return several && sentence.text.includes(" ")
  }
}

function isSetOff({ text, firstLine, lastLine }: Sentence, lines: readonly BodyLine[]): boolean {
  if (!isInCapitals(text) || firstLine !== lastLine || lines[firstLine]?.content.trim() !== text) return false
  if (!isBlank(lines[firstLine - 1]) || !isBlank(lines[firstLine + 1]) || SPEAKS.test(text)) return false
  return lines[firstLine + 2]?.zone === "own" && zoneAbove(lines, firstLine) !== "quote"
}

/** Most lines end this at their second letter. */
function isInCapitals(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false
  return !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)
}

function isBlank(line: BodyLine | undefined): boolean {
  return line === undefined || line.zone === "blank"
}

function zoneAbove(lines: readonly BodyLine[], from: number): string | undefined {
  let at = from - 1
  while (lines[at]?.zone === "blank") at--
  return lines[at]?.zone
}
