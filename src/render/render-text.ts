import type { Outline, OutlineLine, OutlineReference, OutlineSection, Span } from "../model/outline.ts"
import type { ColorLevel, Look, Paint } from "./looks.ts"
import { createPaint, lookOf } from "./looks.ts"
import { usedReferences } from "./used-references.ts"
import { cleanText } from "./words/clean-text.ts"
import type { ReaderTime } from "./words/times.ts"
import { calendarDate, dateAndTime, relativeTime } from "./words/times.ts"
import type { Piece, WrapOptions } from "./words/wrap.ts"
import { wrapPieces } from "./words/wrap.ts"

const NO_BREAK = "\u00A0"

export interface TextOptions extends ReaderTime {
  /** Columns to keep to. */
  readonly width: number
  readonly colorLevel: ColorLevel
}

/** An outline for a terminal or a pipe: sections with hanging lines, at the end where each reference leads. */
export function renderText(outline: Outline, options: TextOptions): string {
  const paint = createPaint(options.colorLevel)
  const flush = { width: options.width, indent: 0, hanging: 0 }
  const title = layOut([{ text: cleanText(outline.title), look: "title" }], flush, paint)
  const headline = layOut(piecesOf(outline.headline, options), flush, paint)
  const sections = outline.sections.map((section) => renderSection(section, options, paint))
  const messages = renderReferences(outline, options, paint)
  return `${[[...title, ...headline], ...sections, messages]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`
}

/** Lines without title and sections: what the bot says in words. */
export function renderLines(lines: readonly OutlineLine[], options: TextOptions): string {
  const paint = createPaint(options.colorLevel)
  return lines.map((line) => `${renderLine(line, options, paint, 0).join("\n")}\n`).join("")
}

function renderSection(section: OutlineSection, options: TextOptions, paint: Paint): readonly string[] {
  return [paint(section.title, "heading"), ...section.lines.flatMap((line) => renderLine(line, options, paint, 2))]
}

function renderLine(line: OutlineLine, options: TextOptions, paint: Paint, margin: number): readonly string[] {
  const indent = margin + line.indent * 3
  return layOut(piecesOf(line.spans, options), { width: options.width, indent, hanging: indent + 3 }, paint)
}

/** The messages that something above refers to, so that every claim can be looked up. */
function renderReferences(outline: Outline, options: TextOptions, paint: Paint): readonly string[] {
  const used = usedReferences(outline)
  const listed = (outline.references ?? []).filter(({ text }) => used.has(text))
  if (listed.length === 0) return []
  return [
    paint("Messages", "heading"),
    ...listed.flatMap((reference) =>
      layOut(referencePieces(reference, options), { width: options.width, indent: 2, hanging: 5 }, paint),
    ),
  ]
}

function referencePieces(reference: OutlineReference, reader: ReaderTime): readonly Piece<Look>[] {
  const { text, author, sentAt, messageId, permalink } = reference
  const when = sentAt === undefined ? "" : `, ${dateAndTime(sentAt, reader)}`
  return [
    { text: `${text} `, look: "faint" },
    { text: cleanText(author), look: "plain" },
    { text: `${when}  `, look: "faint" },
    { text: cleanText(permalink ?? `<${messageId}>`), look: "faint" },
  ]
}

function piecesOf(spans: readonly Span[], reader: ReaderTime): readonly Piece<Look>[] {
  return spans.map((span, index) => {
    // A reference stays with what it proves.
    const isBeforeReference = span.kind === "text" && span.text === " " && spans[index + 1]?.kind === "reference"
    return { text: isBeforeReference ? NO_BREAK : textOf(span, reader), look: lookOf(span) }
  })
}

function textOf(span: Span, reader: ReaderTime): string {
  switch (span.kind) {
    case "text":
    case "name":
    case "label":
    case "reference":
      return cleanText(span.text)
    case "excerpt":
      return `“${cleanText(span.text)}”`
    case "time":
      return (span.relative ? relativeTime(span.at, reader) : calendarDate(span.at, reader)).replaceAll(" ", NO_BREAK)
  }
}

function layOut(pieces: readonly Piece<Look>[], wrap: WrapOptions, paint: Paint): readonly string[] {
  return wrapPieces(pieces, wrap).map((line, index) => {
    const margin = " ".repeat(index === 0 ? wrap.indent : wrap.hanging)
    return margin + line.map(({ text, look }) => paint(text, look)).join("")
  })
}
