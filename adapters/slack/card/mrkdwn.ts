import type { OutlineLine, Span } from "../../../src/index.ts"
import { shorten } from "./shorten.ts"

const ZERO_WIDTH_SPACE = "\u200B"

/** Spans as Slack's mrkdwn. Others' words never become markup: no mention, link, emphasis or channel of their making. */
export function lineToMrkdwn({ spans, indent }: OutlineLine, excerptLength: number): string {
  const linked = new Set(spans.flatMap((span) => (span.kind === "reference" ? [span.permalink] : [])))
  const text = spans.map((span) => spanToMrkdwn(span, { linked, excerptLength })).join("")
  return indent === 0 ? `•  ${text}` : `      ◦  ${text}`
}

/** Spans without the bullet, for a headline or a field. */
export function spansToMrkdwn(spans: readonly Span[], excerptLength: number): string {
  const linked = new Set(spans.flatMap((span) => (span.kind === "reference" ? [span.permalink] : [])))
  return spans.map((span) => spanToMrkdwn(span, { linked, excerptLength })).join("")
}

/** Spans as plain words, for headers, notifications and screen readers. */
export function spansToText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === "time") return span.at.slice(0, "2026-01-01".length)
      if (span.kind === "excerpt") return `“${cleanText(span.text)}”`
      return cleanText(span.text)
    })
    .join("")
    .replaceAll(/\s+/g, " ")
    .trim()
}

/**
 * Text that shows as it was written. Slack knows no escape for its own marks (`*`, `_`, `~`, backtick): one that
 * could open emphasis is followed by a zero-width space, as Slack formats only what follows its mark at once.
 */
export function escapeText(text: string): string {
  return escapeControl(cleanText(text)).replaceAll(
    /(?<before>^|[^\p{L}\p{N}])(?<mark>[*_~`]+)(?=\S)/gu,
    `$<before>$<mark>${ZERO_WIDTH_SPACE}`,
  )
}

/** The three characters by which Slack knows mentions, links and entities. */
export function escapeControl(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}

/** A text object that Slack formats nothing in: its three characters escaped, within the length when they are. */
export function plainText(text: string, maxLength: number): { type: "plain_text"; text: string; emoji: false } {
  let length = maxLength
  let escaped = escapeControl(shorten(cleanText(text), length))
  while (escaped.length > maxLength) {
    length -= Math.ceil((escaped.length - maxLength) / LONGEST_ENTITY)
    escaped = escapeControl(shorten(cleanText(text), length))
  }
  // Slack refuses empty texts.
  return { type: "plain_text", text: escaped.trim() === "" ? "…" : escaped, emoji: false }
}

const LONGEST_ENTITY = "&amp;".length
const MAX_LINKED_LENGTH = 500
// Slack's own bound of a button's address; what is longer is no address that anybody follows.
const MAX_URL_LENGTH = 2_000

/** A link of ours: only an address of the web becomes one, and no character of it ends it early. */
export function link(url: string | undefined, text: string): string {
  if (url === undefined || !URL.canParse(url) || !/^https?:\/\//i.test(url)) return text
  const safe = new URL(url).href.replaceAll(/[<>|\s"]/g, (character) => encodeURIComponent(character))
  if (safe.length > MAX_URL_LENGTH) return text
  return `<${safe.replaceAll("&", "&amp;")}|${text.replaceAll("\n", " ")}>`
}

interface Drawing {
  /** Addresses that the line's references link already: linking the excerpt as well would cost the card its length. */
  readonly linked: ReadonlySet<string | undefined>
  readonly excerptLength: number
}

function spanToMrkdwn(span: Span, { linked, excerptLength }: Drawing): string {
  switch (span.kind) {
    case "text":
      return escapeText(span.text)
    case "name":
      return span.text === "" ? "" : `*${escapeText(span.text).replaceAll("*", "")}*`
    case "label":
      return span.text === "" ? "" : `\`${escapeControl(cleanText(span.text)).replaceAll("`", "'")}\``
    case "excerpt": {
      const words = `“${escapeText(shorten(span.text, excerptLength))}”`
      const shown = span.isOvertaken === true ? `~${words}~` : words
      if (linked.has(span.permalink)) return shown
      // What must be parted over two sections is no link: half of one would show its address.
      return shown.length > MAX_LINKED_LENGTH ? `${shown} ${link(span.permalink, "↗")}` : link(span.permalink, shown)
    }
    case "time":
      return timeToMrkdwn(span.at, span.relative)
    case "reference":
      return link(span.permalink, escapeText(shorten(span.text, MAX_LINKED_LENGTH)))
  }
}

/** Slack shows it in each reader's own zone and words; the part after the bar is for clients that cannot. */
function timeToMrkdwn(at: string, isRelative: boolean): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return escapeText(at)
  const seconds = Math.floor(time.getTime() / 1_000)
  const fallback = `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`
  return `<!date^${seconds}^${isRelative ? "{ago}" : "{date_short_pretty}, {time}"}|${fallback}>`
}

// Control characters and marks that turn the direction of writing could make a line say something else than it holds.
function cleanText(text: string): string {
  return text.replaceAll(/[\n\t]/g, " ").replaceAll(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
}
