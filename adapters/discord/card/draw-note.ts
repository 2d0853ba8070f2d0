import { ComponentType, MessageFlags } from "discord.js"
import type { APIEmbed } from "discord.js"
import type { Note } from "../../../src/index.ts"
import type { Drawn, Marker } from "./draw-card.ts"
import { toMarkdown } from "./to-markdown.ts"

/** A short answer as plain content, a longer one as an embed; what is longer still goes on in the next message. */
export interface DrawnNote {
  readonly content: string
  readonly embeds: APIEmbed[]
  readonly flags: number
}

const MAX_CONTENT = 2_000
const MAX_DESCRIPTION = 4_096
const MAX_V2_TEXT = 4_000
// Words, not a colour, say that something went wrong.
const ERROR_MARK = "⚠️ "

/** The note in as many messages as it takes; nothing is left out. */
export function drawNote(note: Note): readonly DrawnNote[] {
  const lines = toLines(note)
  const whole = lines.join("\n")
  // Links of ours in plain content would unfold into previews without this flag.
  const flags = MessageFlags.SuppressEmbeds
  if (whole.length <= MAX_CONTENT) return [{ content: whole, embeds: [], flags }]
  return pack(lines, MAX_DESCRIPTION).map((description) => ({ content: "", embeds: [{ description }], flags: 0 }))
}

/** A note as a post of its own in a channel: one message, whose components carry the post's marker. */
export function drawNotePost(note: Note, { marker, lead }: { readonly marker: Marker; readonly lead: string }): Drawn {
  const lines = toLines(note)
  const head = lead === "" ? "" : `${lead}\n`
  const [first = "", ...others] = pack(lines, MAX_V2_TEXT - head.length - MORE.length)
  const more = others.length === 0 ? "" : MORE
  return {
    components: [
      {
        type: ComponentType.Container,
        id: marker.first,
        components: [{ type: ComponentType.TextDisplay, id: marker.second, content: `${head}${first}${more}` || "…" }],
      },
    ],
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
  }
}

const MORE = "\n-# There is more than fits one message: `/standpoint catchup` shows all of it"

function toLines(note: Note): readonly string[] {
  return note.lines.map((line, index) => {
    const text = `${line.indent === 1 ? "- " : ""}${toMarkdown(line.spans)}`
    return note.isError === true && index === 0 ? `${ERROR_MARK}${text}` : text
  })
}

function pack(lines: readonly string[], max: number): readonly string[] {
  const parts: string[] = []
  for (const line of lines.flatMap((text) => chunks(text, max))) {
    const last = parts.at(-1)
    if (last === undefined || last.length + 1 + line.length > max) parts.push(line)
    else parts[parts.length - 1] = `${last}\n${line}`
  }
  return parts
}

function chunks(text: string, max: number): readonly string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; at += parts.at(-1)?.length ?? 0) parts.push(withoutHalf(text.slice(at, at + max)))
  return parts.length === 0 ? [""] : parts
}

/** Without the first half of a letter that takes two units of UTF-16. */
function withoutHalf(part: string): string {
  return part.length > 1 && /[\ud800-\udbff]$/.test(part) ? part.slice(0, -1) : part
}
