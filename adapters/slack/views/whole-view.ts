import type { Card, Note } from "../../../src/index.ts"
import { joinUpTo, section } from "../blocks.ts"
import type { Block, View } from "../slack-client.ts"
import { escapeControl, lineToMrkdwn, link, plainText, spansToMrkdwn } from "../card/mrkdwn.ts"

// Slack's limits of a modal: 100 blocks, titles of 24 characters; a view of more than 250 KB is refused.
const MAX_BLOCKS = 95
const MAX_BYTES = 200_000
const MAX_SECTION_LENGTH = 3_000
const MAX_EXCERPT_LENGTH = 2_500

/** What opens at once while the thread is read: Slack waits three seconds for a view and no longer. */
export function waitingView(): View {
  return modal([section("Reading the thread …")])
}

/** Every line of a card, in a modal that its opener alone sees. */
export function wholeView({ outline }: Card): View {
  const texts = outline.sections.flatMap(({ title, lines }) =>
    joinUpTo(
      [`*${escapeControl(title)}*`, ...lines.map((line) => lineToMrkdwn(line, MAX_EXCERPT_LENGTH))],
      MAX_SECTION_LENGTH,
    ),
  )
  const head = `*${spansToMrkdwn(outline.headline, MAX_EXCERPT_LENGTH)}*\n${link(outline.permalink, outline.permalink === undefined ? "" : "Open the thread")}`
  const shown = texts.slice(0, Math.min(MAX_BLOCKS, countWithin(texts, MAX_BYTES)))
  const left = texts.length - shown.length
  const more = left === 0 ? [] : [section(`${left} more parts do not go into a window of Slack's: open the thread.`)]
  const title: Block = {
    type: "header",
    text: plainText(outline.title, 150),
  }
  return modal([title, section(head.trim()), ...shown.map((text) => section(text)), ...more])
}

/** How many of the texts, from the first, are no longer together. */
function countWithin(texts: readonly string[], maxBytes: number): number {
  let bytes = 0
  const first = texts.findIndex((text) => (bytes += Buffer.byteLength(JSON.stringify(text))) > maxBytes)
  return first === -1 ? texts.length : first
}

/** An error or another note in a modal that is already open. */
export function noteView({ lines }: Note): View {
  return modal(
    joinUpTo(
      lines.map((line) => lineToMrkdwn(line, MAX_EXCERPT_LENGTH)),
      MAX_SECTION_LENGTH,
    ).map(section),
  )
}

function modal(blocks: Block[]): View {
  return {
    type: "modal",
    title: { type: "plain_text", text: "Where we stand", emoji: false },
    close: { type: "plain_text", text: "Close", emoji: false },
    blocks,
  }
}
