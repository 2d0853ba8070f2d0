import { Chalk } from "chalk"
import type { Span } from "../model/outline.ts"

/** What a piece of text is on a terminal; the palette gives each its colour. */
export type Look = "plain" | "name" | "excerpt" | "overtaken" | "faint" | "title" | "heading" | LabelLook
type LabelLook = "for" | "against" | "between" | "label"

export type ColorLevel = 0 | 1 | 2 | 3
export type Paint = (text: string, look: Look) => string

const LABEL_LOOKS: Readonly<Record<string, LabelLook>> = {
  supports: "for",
  "supports with changes": "for",
  done: "for",
  opposes: "against",
  "prefers another way": "between",
  undecided: "between",
  next: "between",
}

export function lookOf(span: Span): Look {
  switch (span.kind) {
    case "text":
      return "plain"
    case "name":
      return "name"
    case "label":
      return LABEL_LOOKS[span.text.replace(/\?$/, "")] ?? "label"
    case "excerpt":
      return span.isOvertaken === true ? "overtaken" : "excerpt"
    case "time":
    case "reference":
      return "faint"
  }
}

/** Colours by the terminal's own palette alone, so that they can be read on light and dark ones. */
export function createPaint(level: ColorLevel): Paint {
  const chalk = new Chalk({ level })
  const styles: Readonly<Record<Look, (text: string) => string>> = {
    plain: (text) => text,
    name: chalk.bold,
    excerpt: (text) => text,
    overtaken: chalk.dim.strikethrough,
    faint: chalk.dim,
    title: chalk.bold,
    heading: chalk.bold.underline,
    for: chalk.green,
    against: chalk.red,
    between: chalk.yellow,
    label: chalk.cyan,
  }
  return (text, look) => styles[look](text)
}
