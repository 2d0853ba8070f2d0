import type { Outline, OutlineLine, OutlineReference, OutlineSection, SectionKind, Span } from "../model/outline.ts"
import type { ColorLevel, Look, Paint } from "./looks.ts"
import { createPaint, lookOf } from "./looks.ts"
import { usedReferences } from "./used-references.ts"
import { cleanText } from "./words/clean-text.ts"
import type { ReaderTime } from "./words/times.ts"
import { calendarDate, clockTime, relativeTime } from "./words/times.ts"
import type { Piece, WrapOptions } from "./words/wrap.ts"
import { wrapPieces } from "./words/wrap.ts"

const NO_BREAK = "\u00A0"

export interface TextOptions extends ReaderTime {
  /** Columns to keep to. */
  readonly width: number
  readonly colorLevel: ColorLevel
  /** Everything, however long; otherwise sections that can grow without end are cut, and say so. */
  readonly isWhole?: boolean
}

/** Entries of a section that a busy reader is shown: whoever is not in them is one option away. */
const MAX_ENTRIES: Partial<Readonly<Record<SectionKind, number>>> = { stances: 15, commitments: 5, answered: 5 }

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
  const { shown, left } = options.isWhole === true ? { shown: section.lines, left: 0 } : cut(section)
  const more = left === 0 ? [] : [paint(`  … and ${left} more; --all shows them`, "faint")]
  return [paint(section.title, "heading"), ...shown.flatMap((line) => renderLine(line, options, paint, 2)), ...more]
}

/** Cuts between entries: what stands under a line stays with it. */
function cut({ kind, lines }: OutlineSection): { readonly shown: readonly OutlineLine[]; readonly left: number } {
  const starts = lines.flatMap((line, index) => (line.indent === 0 ? [index] : []))
  const max = MAX_ENTRIES[kind] ?? Infinity
  // One line more costs no more than the line that says that it is missing.
  if (starts.length <= max + 1) return { shown: lines, left: 0 }
  return { shown: lines.slice(0, starts[max]), left: starts.length - max }
}

function renderLine(line: OutlineLine, options: TextOptions, paint: Paint, margin: number): readonly string[] {
  const indent = margin + line.indent * 3
  return layOut(piecesOf(line.spans, options), { width: options.width, indent, hanging: indent + 3 }, paint)
}

/** The messages that something above refers to, so that every claim can be looked up. */
function renderReferences(outline: Outline, options: TextOptions, paint: Paint): readonly string[] {
  const used = usedReferences(options.isWhole === true ? outline : shownPart(outline))
  const listed = (outline.references ?? []).filter(({ text }) => used.has(text))
  if (listed.length === 0) return []
  const days = new Set(listed.map(({ sentAt }) => (sentAt === undefined ? "" : calendarDate(sentAt, options))))
  return [
    paint("Messages", "heading"),
    ...listed.flatMap((reference) =>
      layOut(
        referencePieces(reference, options, days.size === 1),
        { width: options.width, indent: 2, hanging: 5 },
        paint,
      ),
    ),
  ]
}

function shownPart(outline: Outline): Outline {
  return { ...outline, sections: outline.sections.map((section) => ({ ...section, lines: cut(section).shown })) }
}

/** A talk of one day is told apart by hours, a thread of weeks by days. */
function referencePieces(
  { text, author, sentAt, messageId, permalink }: OutlineReference,
  reader: ReaderTime,
  isOneDay: boolean,
): readonly Piece<Look>[] {
  const when = sentAt === undefined ? "" : `, ${isOneDay ? clockTime(sentAt, reader) : calendarDate(sentAt, reader)}`
  return [
    { text: `${text} `, look: "faint" },
    { text: cleanText(author), look: "plain" },
    { text: `${when}  `, look: "faint" },
    { text: cleanText(permalink ?? (messageId.includes("@") ? `<${messageId}>` : messageId)), look: "faint" },
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
