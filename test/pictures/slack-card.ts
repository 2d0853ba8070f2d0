import { createFileSource } from "../../adapters/mail/index.ts"
import { drawCard } from "../../adapters/slack/blocks.ts"
import type { Card } from "../../src/index.ts"
import { askedCardActions } from "../../src/watch/delivering/cards.ts"
import { buildThreads, summarise, toOutline } from "../../src/index.ts"
import { aLargeMatter } from "../support/slack/slack-large-matter.ts"
import { toHtml } from "./slack-html.ts"
import { takePicture } from "./take-picture.ts"

// Draws docs/pictures/slack-*.png from the very blocks that the bot sends: `npm run pictures`.
const reading = await createFileSource().read({ kind: "path", path: "examples/bug-on-or-warn-on.mbox" })
const thread = reading === undefined ? undefined : buildThreads(reading)[0]
if (thread === undefined) throw new Error("The example holds no thread")
// A saved file knows no addresses; read from an archive, every message has one.
const messages = thread.messages.map((one) => ({ ...one, permalink: `https://lists.example.org/ring/${one.id}/` }))
const summary = summarise({ ...thread, messages, permalink: messages[0]?.permalink })
// Two days after the last word, so that the times of the picture stay as they are.
const now = new Date(Date.parse(summary.thread.lastActivityAt ?? "2026-11-24T12:00:00Z") + 2 * 86_400_000)

await takePicture(toHtml(drawCard(aCard(summary, false)), { now, isPrivate: true }), "docs/pictures/slack-card.png")
await takePicture(
  toHtml(drawCard(aCard(summary, true)), { now, isPrivate: false }),
  "docs/pictures/slack-card-shared.png",
)
await takePicture(
  toHtml(drawCard(aCard(aLargeMatter(), false)), { now: new Date("2026-01-04T12:00:00Z"), isPrivate: true }),
  "docs/pictures/slack-card-long.png",
)

function aCard(of: typeof summary, isShared: boolean): Card {
  const { id } = of.thread
  return { kind: "card", threadId: id, source: id, outline: toOutline(of), actions: askedCardActions(id, isShared) }
}
