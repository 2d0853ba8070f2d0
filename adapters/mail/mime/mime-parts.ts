// A first look at a mail's structure, before mailparser sees any of it: where the parts are, how they
// are labelled, whether they end. It costs one walk over the lines, keeps its own stack instead of
// recursing, and lets the bounds be checked before anything is decoded.

import type { HeaderField } from "./header-fields.ts"
import { firstField, lineEnd, readHeaderFields } from "./header-fields.ts"

/** A part that holds no other parts. */
export interface MimePart {
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  readonly fields: readonly HeaderField[]
  /** The undecoded body, bytes as latin1 characters. */
  readonly content: string
  /** The header of the message that this part belongs to, where it lies inside a forwarded one. */
  readonly within?: readonly HeaderField[] | undefined
}

export interface MimeStructure {
  readonly fields: readonly HeaderField[]
  readonly parts: readonly MimePart[]
  /** What is broken in the structure, in words for people. */
  readonly defect?: string | undefined
}

// 2,600 list mails have 9 parts at most; a mail of a thousand attachments is nobody's argument.
const MAX_PARTS = 200
const MAX_DEPTH = 30

interface Level {
  readonly boundary: string
  readonly within: readonly HeaderField[] | undefined
}

interface Walk {
  readonly text: string
  readonly levels: Level[]
  readonly parts: MimePart[]
  within: readonly HeaderField[] | undefined
  defect: string | undefined
}

/** The parts of a mail (bytes as latin1 characters) in their order. */
export function readMimeStructure(text: string): MimeStructure {
  const root = readHeaderFields(text)
  const walk: Walk = { text, levels: [], parts: [], within: undefined, defect: undefined }
  let position = openPart(walk, root.fields, root.bodyStart)
  while (position < text.length && walk.levels.length > 0) {
    if (walk.parts.length >= MAX_PARTS) {
      walk.defect ??= `more than ${MAX_PARTS} parts`
      break
    }
    position = toNextPart(walk, position)
  }
  if (walk.levels.length > 0) walk.defect ??= "cut short: a part has no end"
  return { fields: root.fields, parts: walk.parts, defect: walk.defect }
}

/** Reads what begins at `start` (a body whose header is known): a leaf becomes a part, a multipart a level. Gives where to go on. */
function openPart(walk: Walk, fields: readonly HeaderField[], start: number): number {
  let header = fields
  let position = start
  for (;;) {
    const label = parseLabel(firstField(header, "content-type") ?? "text/plain")
    if (label.value.startsWith("multipart/")) {
      const boundary = label.parameters["boundary"] ?? guessBoundary(walk, position)
      if (boundary !== undefined && walk.levels.length < MAX_DEPTH) {
        walk.levels.push({ boundary, within: walk.within })
        return position
      }
      walk.defect ??= "a multipart without a boundary"
    }
    const inner = isForwarded(label, header) ? readHeaderFields(walk.text, position) : undefined
    if (inner === undefined || inner.fields.length === 0) return closeLeaf(walk, { header, label, start: position })
    walk.within = inner.fields
    header = inner.fields
    position = inner.bodyStart
  }
}

function isForwarded(label: Label, header: readonly HeaderField[]): boolean {
  const encoding = firstField(header, "content-transfer-encoding") ?? ""
  return label.value === "message/rfc822" && !/base64|quoted/i.test(encoding)
}

interface Leaf {
  readonly header: readonly HeaderField[]
  readonly label: Label
  readonly start: number
}

function closeLeaf(walk: Walk, { header, label, start }: Leaf): number {
  const end = findDelimiter(walk, start)
  const content = walk.levels.length === 0 ? walk.text.slice(start) : walk.text.slice(start, end).replace(/\r?\n$/, "")
  const type = label.value.startsWith("multipart/") ? "text/plain" : label.value
  walk.parts.push({ type, parameters: label.parameters, fields: header, content, within: walk.within })
  return end
}

/** Passes over everything up to the next delimiter line, and opens the part that follows it. */
function toNextPart(walk: Walk, start: number): number {
  const at = findDelimiter(walk, start)
  if (at >= walk.text.length) return at
  const end = lineEnd(walk.text, at)
  const line = walk.text.slice(at, end).trimEnd()
  const depth = walk.levels.findLastIndex(({ boundary }) => line === `--${boundary}` || line === `--${boundary}--`)
  const level = walk.levels[depth]
  if (level === undefined) return end
  if (depth < walk.levels.length - 1) walk.defect ??= "a part has no end"
  const isClosing = line === `--${level.boundary}--`
  walk.levels.length = isClosing ? depth : depth + 1
  walk.within = level.within
  if (isClosing) return end
  const header = readHeaderFields(walk.text, end)
  return openPart(walk, header.fields, header.bodyStart)
}

/** Where the next line begins that is a delimiter of any open level. */
function findDelimiter(walk: Walk, start: number): number {
  let position = start
  while (position < walk.text.length) {
    if (walk.text.startsWith("--", position)) {
      const line = walk.text.slice(position, lineEnd(walk.text, position)).trimEnd()
      if (walk.levels.some(({ boundary }) => line === `--${boundary}` || line === `--${boundary}--`)) return position
    }
    position = lineEnd(walk.text, position)
  }
  return walk.text.length
}

/** The first line that looks like a delimiter, for a multipart that forgot to name its boundary. */
function guessBoundary(walk: Walk, start: number): string | undefined {
  const line = /^--(?<boundary>[^\s-][^\r\n]{3,70}?)[ \t]*\r?$/m.exec(walk.text.slice(start, start + 4_096))
  const boundary = line?.groups?.["boundary"]
  if (boundary !== undefined) walk.defect ??= "a multipart without a boundary"
  return boundary
}

export interface Label {
  readonly value: string
  readonly parameters: Readonly<Record<string, string>>
}

const PARAMETER = /;\s*(?<name>[\w*-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^;\s]*))/g

/** `text/plain; charset="utf-8"` taken apart; names and value in lower case. */
export function parseLabel(field: string): Label {
  const text = field.slice(0, 4_096)
  const value = (/^[^;]*/.exec(text)?.[0] ?? "")
    .replaceAll(/\([^()]*\)/g, "")
    .trim()
    .toLowerCase()
  const parameters: Record<string, string> = {}
  for (const { groups } of text.matchAll(PARAMETER)) {
    const { name = "", quoted, bare = "" } = { ...groups }
    parameters[name.toLowerCase()] ??= quoted === undefined ? bare : quoted.replaceAll(/\\(?<kept>.)/g, "$<kept>")
  }
  return { value: /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : "text/plain", parameters }
}
