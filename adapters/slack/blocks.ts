import type { Card, CardAction, Note, OutlineLine } from "../../src/index.ts"
import { fit } from "./card/fit.ts"
import type { FittedSection } from "./card/fit.ts"
import { escapeControl, lineToMrkdwn, link, plainText, spansToMrkdwn, spansToText } from "./card/mrkdwn.ts"
import { safeEnd, shorten, shortenDrawn } from "./card/shorten.ts"
import type { Block } from "./slack-client.ts"

/** A message as drawn: its blocks, and the sentence for notifications and screen readers. */
export interface Drawn {
  readonly text: string
  readonly blocks: Block[]
}

export interface DrawOptions {
  /** Characters of all texts together. */
  readonly budget?: number
}

// Slack's own limit over all blocks is not documented and lies near 13,200 characters (bolt-js issue 2509). A card is
// to be taken in at a glance, or two: "Show all" has the rest.
export const MAX_CARD_LENGTH = 6_000
// Some workspaces refuse more than about 4,000 (openharness issue 135): the second try.
export const SMALL_CARD_LENGTH = 3_500
const MAX_SECTION_LENGTH = 3_000
const MAX_HEADER_LENGTH = 150
const MAX_TEXT_LENGTH = 300
const MAX_BUTTON_LABEL = 75
const MAX_BUTTON_VALUE = 2_000
/** A sentence of a card; longer ones end with "…" and are whole in "Show all". */
export const CARD_EXCERPT_LENGTH = 300
// Title, headline, buttons and what is left out.
const FRAME_LENGTH = 1_200
const MAX_HEADLINE_LENGTH = 600

/** Action ids: `say` asks the button's words again, the others open a view of ours. */
export const SHOW_ALL = "show-all"
export const THIS_IS_WRONG = "this-is-wrong"
export const SAY = "say"

/** The card of one thread, within every limit of Slack's; what does not fit is counted and one press away. */
export function drawCard(card: Card, { budget = MAX_CARD_LENGTH }: DrawOptions = {}): Drawn {
  const { outline } = card
  const sections = fit(outline, budget - FRAME_LENGTH, CARD_EXCERPT_LENGTH)
  const headline = shortenDrawn(spansToMrkdwn(outline.headline, CARD_EXCERPT_LENGTH), MAX_HEADLINE_LENGTH)
  const buttons = buttonsOf(card, sections)
  const source = outline.permalink === undefined ? "" : `\n${link(outline.permalink, "Open the thread")}`
  return {
    text: cardText(card),
    blocks: [
      { type: "header", text: plainText(outline.title, MAX_HEADER_LENGTH) },
      section(`*${headline}*${source}`),
      ...sections.flatMap((part) => drawSection(part)),
      ...drawLeftOut(sections),
      ...(buttons.length === 0 ? [] : [{ type: "actions" as const, elements: buttons }]),
    ],
  }
}

/** A few lines: an answer, a change, an error; as many messages as they need. */
export function drawNote(note: Note): readonly Drawn[] {
  const lines = note.lines.map((line) => noteLine(line))
  const texts = joinUpTo(lines, MAX_SECTION_LENGTH)
  const summary = note.lines.slice(0, 2).map(({ spans }) => spansToText(spans))
  const text = escapeControl(shorten(summary.join(" "), MAX_TEXT_LENGTH))
  // Three full sections keep a message under Slack's limit over all blocks.
  const messages: Drawn[] = []
  for (let at = 0; at < texts.length; at += 3)
    messages.push({ text, blocks: texts.slice(at, at + 3).map((part) => section(part)) })
  return messages
}

/** One real sentence: what a notification shows and a screen reader says first. */
export function cardText({ outline }: Card): string {
  const title = shorten(outline.title, MAX_HEADER_LENGTH)
  return escapeControl(shorten(`Where “${title}” stands: ${spansToText(outline.headline)}`, MAX_TEXT_LENGTH))
}

export function section(text: string): Block {
  return { type: "section", text: { type: "mrkdwn", text: text === "" ? " " : text, verbatim: true } }
}

/** Lines joined to texts of at most so many characters, in order, none left out. */
export function joinUpTo(lines: readonly string[], length: number): readonly string[] {
  const texts: string[] = []
  for (const line of lines.flatMap((each) => splitAt(each, length))) {
    const last = texts.at(-1)
    if (last === undefined || last.length + 1 + line.length > length) texts.push(line)
    else texts[texts.length - 1] = `${last}\n${line}`
  }
  return texts
}

function splitAt(line: string, length: number): readonly string[] {
  const parts: string[] = []
  let rest = line
  while (rest.length > length) {
    const end = safeEnd(rest, length)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...parts, rest]
}

function drawSection({ kind, title, lines }: FittedSection): readonly Block[] {
  if (lines.length === 0) return []
  const head = `*${escapeControl(title)}*`
  if (kind === "coverage") {
    const text = lines.map(({ spans }) => spansToMrkdwn(spans, CARD_EXCERPT_LENGTH)).join("\n")
    return [{ type: "context", elements: [{ type: "mrkdwn", text: shortenDrawn(text, 2_000), verbatim: true }] }]
  }
  const drawn = lines.map((line) => lineToMrkdwn(line, CARD_EXCERPT_LENGTH))
  return joinUpTo([head, ...drawn], MAX_SECTION_LENGTH).map((text) => section(text))
}

function drawLeftOut(sections: readonly FittedSection[]): readonly Block[] {
  const cut = sections.filter(({ left }) => left > 0)
  if (cut.length === 0) return []
  const parts = cut.map(({ title, left }) => `${left} of “${title.replace(/ \(\d+\)$/, "")}”`)
  const text = `Not shown here: ${escapeControl(parts.join(", "))}. *Show all* has every line.`
  return [{ type: "context", elements: [{ type: "mrkdwn", text, verbatim: true }] }]
}

type Button = Extract<Extract<Block, { type: "actions" }>["elements"][number], { type: "button" }>

function buttonsOf(card: Card, sections: readonly FittedSection[]): Button[] {
  const named = card.source ?? card.threadId
  // Half an address would be another one: the thread's own id is the next best name.
  const source = [named, card.threadId].find(({ length }) => length <= MAX_BUTTON_VALUE)
  if (source === undefined) return []
  const isCut = sections.some(({ left }) => left > 0)
  const own: Button[] = [
    ...(isCut ? [button(SHOW_ALL, "Show all", source)] : []),
    button(THIS_IS_WRONG, "This is wrong…", source),
  ]
  const given = card.actions.slice(0, 20).flatMap((action, index) => actionButton(action, index))
  return [...given, ...own]
}

function actionButton({ label, words, style }: CardAction, index: number): readonly Button[] {
  if (words.length > MAX_BUTTON_VALUE) return []
  const drawn = button(`${SAY}:${index}`, label, words)
  return [style === "primary" ? { ...drawn, style } : drawn]
}

function button(actionId: string, label: string, value: string): Button {
  return {
    type: "button",
    action_id: actionId,
    text: plainText(label, MAX_BUTTON_LABEL),
    value,
  }
}

function noteLine(line: OutlineLine): string {
  return line.indent === 0 ? spansToMrkdwn(line.spans, MAX_SECTION_LENGTH) : lineToMrkdwn(line, MAX_SECTION_LENGTH)
}
