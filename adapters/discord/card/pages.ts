import type { Outline, OutlineLine, OutlineSection } from "../../../src/index.ts"
import { toBullet } from "./to-markdown.ts"

interface PageSection {
  readonly title: string
  readonly text: string
}

export interface Page {
  readonly sections: readonly PageSection[]
  /** Lines of the outline that this page leaves to the others. */
  readonly leftOut: number
}

interface Block {
  readonly text: string
  readonly lines: number
}

interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

// "### " before a title and the line ends around it.
const TITLE_COST = 8
// Room for "… and 123 more" under each section of the overview.
const MORE_COST = 24
// A block longer than this would leave a page half empty or not fit at all: it is continued on the next.
const MAX_BLOCK = 1_200

/**
 * The outline in pieces that fit a message of `budget` characters of text. One piece where all fits;
 * otherwise an overview with the most important of every section first, and then everything, in order.
 */
export function toPages(outline: Outline, budget: number): readonly Page[] {
  const sections = outline.sections.filter((section) => section.lines.length > 0).map(toSection)
  const whole = sections.map((section) => ({ title: section.title, text: textOf(section.blocks) }))
  if (cost(whole) <= budget) return [{ sections: whole, leftOut: 0 }]
  return [toOverview(sections, budget), ...toDetail(sections, budget)]
}

function toSection(section: OutlineSection): Section {
  return { title: section.title, blocks: group(section.lines).flatMap(toBlocks) }
}

/** A line and what stands under it stay together. */
function group(lines: readonly OutlineLine[]): readonly (readonly OutlineLine[])[] {
  const groups: OutlineLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.indent === 0 || last === undefined) groups.push([line])
    else last.push(line)
  }
  return groups
}

function toBlocks(lines: readonly OutlineLine[]): readonly Block[] {
  const texts = lines.map(toBullet)
  const joined = texts.join("\n")
  if (joined.length <= MAX_BLOCK) return [{ text: joined, lines: lines.length }]
  return texts.flatMap((text) => split(text).map((part, index) => ({ text: part, lines: index === 0 ? 1 : 0 })))
}

// Nothing is cut: a very long line goes on, marked, as a line of its own.
function split(text: string): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > MAX_BLOCK) {
    const space = rest.lastIndexOf(" ", MAX_BLOCK)
    const at = space > MAX_BLOCK / 2 ? space : lastSafe(rest, MAX_BLOCK)
    parts.push(`${rest.slice(0, at)} …`)
    rest = `  … ${rest.slice(at).trimStart()}`
  }
  return [...parts, rest]
}

// Neither between a backslash and what it escapes nor inside a character of two code units.
function lastSafe(text: string, at: number): number {
  const isUnsafe = (index: number): boolean =>
    text.charAt(index - 1) === "\\" || /[\uDC00-\uDFFF]/.test(text.charAt(index))
  let index = at
  while (index > 1 && isUnsafe(index)) index--
  return index
}

/** Sections take turns, so that each shows its first lines; who comes first in the outline gets the rest. */
function toOverview(sections: readonly Section[], budget: number): Page {
  const taken = sections.map(() => 0)
  let left = budget - sections.reduce((sum, section) => sum + section.title.length + TITLE_COST + MORE_COST, 0)
  for (let round = 0, hasTaken = true; hasTaken; round++) {
    hasTaken = false
    for (const [index, section] of sections.entries()) {
      const block = section.blocks[round]
      if (block === undefined || taken[index] !== round || block.text.length + 1 > left) continue
      left -= block.text.length + 1
      taken[index] = round + 1
      hasTaken = true
    }
  }
  const shown = sections.map((section, index) => toShown(section, taken[index] ?? 0))
  return {
    sections: shown,
    leftOut: sections.reduce((sum, section, index) => sum + rest(section, taken[index] ?? 0), 0),
  }
}

function toShown(section: Section, taken: number): PageSection {
  const more = rest(section, taken)
  const text = textOf(section.blocks.slice(0, taken))
  return { title: section.title, text: more === 0 ? text : `${text}${text === "" ? "" : "\n"}-# … and ${more} more` }
}

function rest(section: Section, taken: number): number {
  return section.blocks.slice(taken).reduce((sum, block) => sum + (block.lines > 0 ? 1 : 0), 0)
}

function toDetail(sections: readonly Section[], budget: number): readonly Page[] {
  const pages: PageSection[][] = [[]]
  for (const { title, blocks } of sections) {
    let isContinued = false
    for (const block of blocks) {
      const page = pages.at(-1) ?? []
      const here = page.at(-1)
      const isOpen = here !== undefined && here.title.startsWith(title) && isContinued
      const added = block.text.length + 1 + (isOpen ? 0 : title.length + CONTINUED.length + TITLE_COST)
      if (cost(page) + added > budget && page.length > 0) {
        pages.push([{ title: isContinued ? `${title}${CONTINUED}` : title, text: block.text }])
      } else if (isOpen) page[page.length - 1] = { title: here.title, text: `${here.text}\n${block.text}` }
      else page.push({ title: isContinued ? `${title}${CONTINUED}` : title, text: block.text })
      isContinued = true
    }
  }
  return pages.map((page) => ({ sections: page, leftOut: 0 }))
}

const CONTINUED = " (continued)"

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join("\n")
}

function cost(sections: readonly PageSection[]): number {
  return sections.reduce((sum, section) => sum + section.title.length + TITLE_COST + section.text.length, 0)
}
