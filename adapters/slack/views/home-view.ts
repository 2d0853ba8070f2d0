import type { Card, Note } from "../../../src/index.ts"
import { SAY, joinUpTo, section } from "../blocks.ts"
import { escapeControl, lineToMrkdwn, spansToMrkdwn } from "../card/mrkdwn.ts"
import type { Block, View } from "../slack-client.ts"
import { OPEN_WATCH } from "./watch-view.ts"

/** What the Home tab shows, each the answer to words that anybody could say. */
export const HOME_PARTS = [
  { title: "Waiting for me", words: "waiting me" },
  { title: "My watches", words: "watches mine" },
  { title: "Settings", words: "settings" },
] as const

// A view holds 100 blocks; each part gets its share, and says where the rest is.
const MAX_BLOCKS_A_PART = 20
const MAX_SECTION_LENGTH = 3_000

export interface HomePart {
  readonly title: string
  readonly words: string
  readonly content: Card | Note
}

export function homeView(parts: readonly HomePart[]): View {
  return {
    type: "home",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "Where things stand", emoji: false } },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            action_id: OPEN_WATCH,
            style: "primary",
            text: { type: "plain_text", text: "Watch a thread…", emoji: false },
          },
          {
            type: "button",
            action_id: `${SAY}:help`,
            value: "help",
            text: { type: "plain_text", text: "What can I ask?", emoji: false },
          },
        ],
      },
      ...parts.flatMap(drawPart),
    ],
  }
}

function drawPart({ title, words, content }: HomePart): readonly Block[] {
  const lines =
    content.kind === "note"
      ? content.lines.map((line) =>
          line.indent === 0 ? spansToMrkdwn(line.spans, MAX_SECTION_LENGTH) : lineToMrkdwn(line, MAX_SECTION_LENGTH),
        )
      : [spansToMrkdwn(content.outline.headline, MAX_SECTION_LENGTH)]
  const texts = joinUpTo(lines, MAX_SECTION_LENGTH)
  const left = texts.length - MAX_BLOCKS_A_PART
  return [
    { type: "divider" },
    section(`*${escapeControl(title)}*`),
    ...texts.slice(0, MAX_BLOCKS_A_PART).map((text) => section(text)),
    ...(left <= 0 ? [] : [section(`There is more: say \`${escapeControl(words)}\` in a message to me.`)]),
  ]
}
