import stringWidth from "string-width"

/** A text of exactly so many columns: filled with spaces, or cut with a sign that it was. */
export function cutTo(text: string, columns: number): string {
  const width = widthOf(text)
  if (width <= columns) return text + " ".repeat(columns - width)
  const kept = headOf(text, columns - 1)
  return `${kept}…${" ".repeat(columns - 1 - widthOf(kept))}`
}

/** A line in pieces that fit, broken at spaces where there are any; what it begins with stays where it is. */
export function breakLine(text: string, columns: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (widthOf(rest) > columns) {
    const whole = headOf(rest, columns)
    const space = rest[whole.length] === " " ? whole.length : whole.lastIndexOf(" ")
    const head = space === -1 || whole.slice(0, space).trim() === "" ? whole : whole.slice(0, space)
    pieces.push(head)
    rest = rest.slice(head.length).trimStart()
  }
  return [...pieces, rest]
}

/** Most lines are plain letters: measuring these by graphemes would take long. */
function widthOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text)
}

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** As much of a text as fits, one character at least. */
function headOf(text: string, columns: number): string {
  if (isPlain(text)) return text.slice(0, Math.max(1, columns))
  let kept = ""
  let used = 0
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    used += stringWidth(segment)
    if (used > columns && kept !== "") break
    kept += segment
  }
  return kept
}
