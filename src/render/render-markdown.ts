import type { Outline, OutlineLine, OutlineReference, Span } from "../model/outline.ts"
import { usedReferences } from "./used-references.ts"
import { cleanText } from "./words/clean-text.ts"
import type { ReaderTime } from "./words/times.ts"
import { calendarDate, dateAndTime, relativeTime } from "./words/times.ts"

/** An outline as Markdown (CommonMark with GitHub's strikethrough), for wikis, issues and mails. */
export function renderMarkdown(outline: Outline, reader: ReaderTime): string {
  const title = escape(outline.title)
  const head = outline.permalink === undefined ? `# ${title}` : `# ${link(title, outline.permalink)}`
  const sections = outline.sections.map(({ title, lines }) =>
    [`## ${escape(title)}`, "", ...lines.map((line) => renderLine(line, reader))].join("\n"),
  )
  const used = usedReferences(outline)
  const messages = (outline.references ?? []).filter(({ text }) => used.has(text))
  const list =
    messages.length === 0 ? [] : [["## Messages", "", ...messages.map((item) => reference(item, reader))].join("\n")]
  return `${[head, `**${spansText(outline.headline, reader)}**`, ...sections, ...list].join("\n\n")}\n`
}

function renderLine({ spans, indent }: OutlineLine, reader: ReaderTime): string {
  return `${"  ".repeat(indent)}- ${spansText(spans, reader)}`
}

function reference({ text, author, sentAt, messageId, permalink }: OutlineReference, reader: ReaderTime): string {
  const when = sentAt === undefined ? "" : `, ${dateAndTime(sentAt, reader)}`
  const where = permalink === undefined ? `\`${messageId.replaceAll("`", "")}\`` : link("message", permalink)
  return `- ${escape(text)} ${escape(author)}${when}: ${where}`
}

function spansText(spans: readonly Span[], reader: ReaderTime): string {
  // "1. " at the start of an item would open a list of its own.
  return spans
    .map((span) => spanText(span, reader))
    .join("")
    .replace(/^(?<number>\d+)\. /, "$<number>\\. ")
}

function spanText(span: Span, reader: ReaderTime): string {
  switch (span.kind) {
    case "text":
      return escape(span.text)
    case "name":
      return `**${escape(span.text)}**`
    case "label":
      return `_${escape(span.text)}_`
    case "excerpt": {
      const words = span.isOvertaken === true ? `~~“${escape(span.text)}”~~` : `“${escape(span.text)}”`
      return span.permalink === undefined ? words : link(words, span.permalink)
    }
    case "time":
      return span.relative ? relativeTime(span.at, reader) : calendarDate(span.at, reader)
    case "reference":
      return span.permalink === undefined ? escape(span.text) : link(escape(span.text), span.permalink)
  }
}

/** Others' words never become markup: no emphasis, link, HTML, heading or mention of their making. */
function escape(text: string): string {
  return cleanText(text).replaceAll(/[\\`*_[\]<>#|~!@&]/g, String.raw`\$&`)
}

/** A permalink comes from outside too: only an address of the web becomes a link. */
function link(text: string, url: string): string {
  if (!/^https?:\/\//.test(url)) return text
  return `[${text}](<${url.replaceAll(/[<>\s]/g, (character) => encodeURIComponent(character))}>)`
}
