import type { OutlineLine, Span } from "../../../src/index.ts"
import { escapeText, toCode, toLink } from "./escape.ts"

/** One line of an outline in Discord's markdown, without its bullet. */
export function toMarkdown(spans: readonly Span[]): string {
  const linked = new Set(spans.flatMap((span) => (span.kind === "reference" ? [span.permalink ?? ""] : [])))
  return spans.map((span) => toPiece(span, linked)).join("")
}

/** A line with its bullet; what belongs to the line above stands further in. */
export function toBullet(line: OutlineLine): string {
  return `${line.indent === 0 ? "- " : "  - "}${toMarkdown(line.spans)}`
}

function toPiece(span: Span, linked: ReadonlySet<string>): string {
  switch (span.kind) {
    case "text":
      return keepEdges(span.text, escapeText(span.text))
    case "name":
      return `**${escapeText(span.text)}**`
    case "label":
      return toCode(span.text)
    case "excerpt": {
      const words = `“${escapeText(span.text)}”`
      const shown = span.isOvertaken === true ? `~~${words}~~` : words
      // The words themselves are no link text: an address among them would let Discord refuse the link.
      return span.permalink === undefined || linked.has(span.permalink)
        ? shown
        : `${shown} ${toLink("↗", span.permalink)}`
    }
    case "time":
      return toTime(span.at, span.relative)
    case "reference":
      return `(${toLink(escapeText(span.text.replaceAll(/[[\]]/g, "")), span.permalink)})`
  }
}

/** `<t:…>` is shown by Discord in the reader's own zone and language. */
export function toTime(at: string, isRelative: boolean): string {
  const seconds = Math.floor(Date.parse(at) / 1000)
  return Number.isNaN(seconds) ? escapeText(at) : `<t:${seconds}:${isRelative ? "R" : "f"}>`
}

// The spaces around a text span part it from its neighbours.
function keepEdges(text: string, escaped: string): string {
  return /^\s/.test(text) && !escaped.startsWith(" ") ? ` ${escaped}` : escaped
}
