import { createFileSource } from "../../adapters/mail/index.ts"
import { drawCard } from "../../adapters/discord/card/draw-card.ts"
import type { Card } from "../../src/index.ts"
import { askedCardActions } from "../../src/watch/delivering/cards.ts"
import { buildThreads, summarise, toOutline } from "../../src/index.ts"
import { aBigCard } from "../support/discord/discord-cards.ts"
import { toHtml } from "./discord-html.ts"
import { takePicture } from "./take-picture.ts"

// Draws docs/pictures/discord-*.png from the very components that the bot sends: `npm run pictures`.
const reading = await createFileSource().read({ kind: "path", path: "examples/bug-on-or-warn-on.mbox" })
const thread = reading === undefined ? undefined : buildThreads(reading)[0]
if (thread === undefined) throw new Error("The example holds no thread")
const summary = summarise(thread)
const card: Card = {
  kind: "card",
  threadId: thread.id,
  source: thread.id,
  outline: toOutline(summary),
  actions: askedCardActions(thread.id, false),
}
// Two days after the last word, so that the times of the picture stay as they are.
const now = new Date(Date.parse(summary.thread.lastActivityAt ?? "2026-11-24T12:00:00Z") + 2 * 86_400_000)

await takePicture(toHtml(drawCard(card), now), "docs/pictures/discord-card.png")
await takePicture(
  toHtml(drawCard(aBigCard({ people: 40, questions: 60 })), new Date("2026-11-24T12:00:00Z")),
  "docs/pictures/discord-card-long.png",
)
