import { ButtonStyle, ComponentType, MessageFlags } from "discord.js"
import type {
  APIActionRowComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from "discord.js"
import type { Card, CardAction, Span } from "../../../src/index.ts"
import { GAP, fold, toCustomId } from "./custom-id.ts"
import { escapeText, toCode, toLink } from "./escape.ts"
import { toPages } from "./pages.ts"
import type { Page } from "./pages.ts"
import { toMarkdown } from "./to-markdown.ts"

/** A message in Discord's Components V2: text and buttons are one tree, no content, no embeds. */
export interface Drawn {
  readonly components: APIMessageTopLevelComponent[]
  readonly flags: number
}

export interface DrawOptions {
  /** 0 is the overview. */
  readonly page?: number
  /** Numbers that name the post, written as ids of two components, where a later look-up finds them. */
  readonly marker?: Marker | undefined
}

export interface Marker {
  readonly first: number
  readonly second: number
}

// All text displays of a message together may hold 4,000 characters; the rest is for title, headline and foot.
const MAX_TEXT = 4_000
const MAX_TITLE = 256
const MAX_HEADLINE = 600
const MAX_SOURCE = 400
const MAX_TYPED = 1_000
const ROW = 5
const MAX_LABEL = 80
const MAX_PICKS = 25
// Blurple says nothing: what a colour could say stands in words.
const ACCENT = 0x58_65_f2
/** The component id of the line that names the thread: buttons are understood by it. */
export const THREAD_LINE = 2_015

/** Where one message does not hold the card, the buttons below lead to its other pages. */
export function drawCard(card: Card, { page = 0, marker }: DrawOptions = {}): Drawn {
  const head = toHead(card)
  const foot = toFoot(card)
  const { buttons, picks, typed } = toControls(card)
  const spare = head.length + foot.length + typed.length + "-# Page 1000 of 1000\n".length
  const pages = toPages(card.outline, MAX_TEXT - spare)
  const at = Math.min(Math.max(page, 0), pages.length - 1)
  const shown = pages[at] ?? { sections: [], leftOut: 0 }
  const text = (content: string, id?: number): APIComponentInContainer => ({
    type: ComponentType.TextDisplay,
    content,
    ...(id === undefined ? {} : { id }),
  })
  const inside: APIComponentInContainer[] = [
    text(head, marker?.second),
    ...toBodies(shown).flatMap((body) => [{ type: ComponentType.Separator } as const, text(body)]),
    ...(typed === "" ? [] : [text(typed)]),
    text(`${pages.length > 1 ? `-# ${toPageName(at, pages.length)}\n` : ""}${foot}`, THREAD_LINE),
    ...toRows(pageButtons(at, pages.length)),
    ...toRows(buttons),
    ...picks,
  ]
  return {
    components: [
      {
        type: ComponentType.Container,
        accent_color: ACCENT,
        components: inside,
        ...(marker === undefined ? {} : { id: marker.first }),
      },
    ],
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
  }
}

function toHead({ outline }: Card): string {
  const title = shorten(outline.title, MAX_TITLE)
  const headline = toHeadline(outline.headline)
  return `## ${toLink(escapeText(title === "" ? "Thread" : title), outline.permalink)}${headline === "" ? "" : `\n${headline}`}`
}

// A link or a time must not be cut in two: whole spans are left out, and a mark says so.
function toHeadline(spans: readonly Span[]): string {
  let count = spans.length
  while (count > 0 && toMarkdown(spans.slice(0, count)).length > MAX_HEADLINE) count--
  return `${toMarkdown(spans.slice(0, count))}${count < spans.length ? "…" : ""}`
}

function toFoot(card: Card): string {
  const source = nameOf(card)
  return `-# ${source.length > MAX_SOURCE ? "Thread" : toCode(source)}`
}

/** The words that name the card's thread again. */
function nameOf({ source, threadId }: Card): string {
  return source ?? threadId
}

function toBodies(page: Page): readonly string[] {
  return page.sections.map((section) => `### ${escapeText(section.title)}\n${section.text}`)
}

function toPageName(at: number, count: number): string {
  return at === 0 ? `Overview of ${count - 1} pages: "Show all" has the rest` : `Page ${at} of ${count - 1}`
}

interface Controls {
  readonly buttons: readonly APIComponentInMessageActionRow[]
  readonly picks: readonly APIActionRowComponent<APIComponentInMessageActionRow>[]
  /** Words too long for a button: said as a command to type, for nothing may be lost. */
  readonly typed: string
}

function toControls(card: Card): Controls {
  const source = nameOf(card).length > MAX_SOURCE ? undefined : nameOf(card)
  const actions = [...new Map(card.actions.map((action) => [action.words, action])).values()]
  const toId = ({ words }: CardAction): string | undefined =>
    toCustomId({ kind: words.includes(GAP) ? "write" : "ask", words }, source)
  const fitting = actions.flatMap((action) => {
    const id = toId(action)
    return id === undefined ? [] : [{ action, id }]
  })
  const direct =
    fitting.length > ROW
      ? fitting.filter(({ action }, index) => index < ROW - 1 || action.words.includes(GAP)).slice(0, ROW)
      : fitting
  const rest = fitting.filter((entry) => !direct.includes(entry)).slice(0, MAX_PICKS)
  const tooLong = actions.filter((action) => toId(action) === undefined)
  return {
    buttons: direct.map(({ action, id }) => toButton(action, id)),
    picks:
      rest.length === 0
        ? []
        : [toMenu(rest.map(({ action }) => ({ label: action.label, value: fold(action.words, source) })))],
    typed: toTyped(tooLong),
  }
}

function toTyped(actions: readonly CardAction[]): string {
  const lines = actions.map((action) => `-# ${escapeText(action.label)}: ${toCode(`/standpoint ${action.words}`)}`)
  const all = lines.join("\n")
  return all.length <= MAX_TYPED ? all : "-# More can be done by commands: `/standpoint help` lists them"
}

function toButton(action: CardAction, id: string): APIComponentInMessageActionRow {
  return {
    type: ComponentType.Button,
    style: action.style === "primary" ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: shorten(action.label, MAX_LABEL),
    custom_id: id,
  }
}

function toMenu(
  options: readonly { readonly label: string; readonly value: string }[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: toCustomId({ kind: "pick" }, undefined) ?? "",
        placeholder: "More …",
        options: options.map(({ label, value }) => ({ label: shorten(label, MAX_LABEL), value })),
      },
    ],
  }
}

function pageButtons(at: number, count: number): readonly APIComponentInMessageActionRow[] {
  if (count === 1) return []
  const button = (label: string, page: number, isOff = false): APIComponentInMessageActionRow => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: toCustomId({ kind: "page", page }, undefined) ?? "",
    disabled: isOff,
  })
  if (at === 0) return [button(`Show all (${count - 1} pages)`, 1)]
  return [
    button("Overview", 0),
    ...(at > 1 ? [button("◀ Previous", at - 1)] : []),
    ...(at < count - 1 ? [button("Next ▶", at + 1)] : []),
  ]
}

function toRows(
  buttons: readonly APIComponentInMessageActionRow[],
): readonly APIActionRowComponent<APIComponentInMessageActionRow>[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }]
}

function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`
}
