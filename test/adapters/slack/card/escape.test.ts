import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toNote } from "../../../../adapters/slack/answering/deliver.ts"
import { drawCard, drawNote } from "../../../../adapters/slack/blocks.ts"
import { plainText } from "../../../../adapters/slack/card/mrkdwn.ts"
import { editPost, say, sendPost } from "../../../../adapters/slack/posts.ts"
import type { SlackClient } from "../../../../adapters/slack/slack-client.ts"
import { HOME_PARTS, homeView } from "../../../../adapters/slack/views/home-view.ts"
import { noteView, wholeView } from "../../../../adapters/slack/views/whole-view.ts"
import { wrongView } from "../../../../adapters/slack/views/wrong-view.ts"
import { AppError, toOutline } from "../../../../src/index.ts"
import type { Card, Note, Span } from "../../../../src/index.ts"
import { aSmallSummary } from "../../../support/slack/slack-cards.ts"
import { findBlockFaults, findViewFaults, isRecord } from "../../../support/slack/server/slack-schemas.ts"

// What people write, with everything that Slack makes something of.
const word = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<!channel>",
        "<!here|all>",
        "<!everyone>",
        "<!subteam^S1>",
        "<!date^0^{date}|x>",
        "<@U1>",
        "<#C1|secret>",
        "<https://evil.example|https://bank.example>",
        "<mailto:a@evil.example|b@bank.example>",
        "@channel",
        "&lt;!channel&gt;",
        "&amp;lt;@U1&amp;gt;",
        "<",
        ">",
        "|",
        "&",
        "```",
        "`",
        "*",
        "_",
        "~",
        "\n",
        "\u202E",
        "]",
        "x ".repeat(1_600),
      ),
      fc.string({ unit: "binary", maxLength: 40 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(""))

const PERMALINK = "https://lists.example.org/cache/m1/"

describe("words of others", () => {
  it("become no mention, no link and no entity on any way out", async () => {
    await fc.assert(
      fc.asyncProperty(word, word, word, async (title, name, text) => {
        const card = aCard(title, name, text)
        const note = aNote(name, text)
        const failure = toNote(new AppError("usage", `Cannot read "${text}"`, { hint: `Not "${name}"` }))
        const shown = HOME_PARTS.map((part, index) => ({ ...part, content: [note, failure, card][index] ?? note }))
        const views = [wholeView(card), noteView(note), noteView(failure), homeView(shown), wrongView(card, WHERE)]
        const messages = [
          drawCard(card),
          drawCard(card, { budget: 3_500 }),
          ...drawNote(note),
          ...drawNote(failure),
          ...(await sentFor(card)),
          ...(await sentFor(note)),
        ]

        for (const view of views) expect(findViewFaults(view)).toEqual([])
        for (const { blocks } of messages) expect(findBlockFaults(blocks)).toEqual([])
        for (const written of [...textsOf(views), ...textsOf(messages), plainText(title, 80).text])
          expect(entitiesIn(written).filter((entity) => !OURS.test(entity))).toEqual([])
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it.each(["<!channel>", "<@U1>", "<https://evil.example|https://bank.example>"])(
    "shows %s as it was written",
    (text) => {
      const [drawn] = drawNote(aNote("Ada", text))

      expect(JSON.stringify(drawn)).toContain(text.replaceAll("<", "&lt;").replaceAll(">", "&gt;"))
    },
  )
})

const WHERE = { source: PERMALINK, channel: "C1" }
// Links to the archive, times, and the one account that asked to be mentioned.
const OURS = /^<(?:https:\/\/lists\.example\.org\/[^|<>]*\|[^<>]*|!date\^\d+\^[^|<>]*\|[-0-9: UTC]+|@UASKED)>$/

function aCard(title: string, name: string, text: string): Card {
  const summary = aSmallSummary({ title, name, text })
  const actions = [{ label: name.slice(0, 40), words: "share x", style: "primary" } as const]
  return { kind: "card", threadId: summary.thread.id, source: PERMALINK, outline: toOutline(summary), actions }
}

function aNote(name: string, text: string): Note {
  const spans: readonly Span[] = [
    { kind: "text", text },
    { kind: "name", text: name },
    { kind: "label", text },
    { kind: "excerpt", text, permalink: PERMALINK },
    { kind: "excerpt", text, isOvertaken: true },
    { kind: "time", at: text, relative: false },
    { kind: "reference", text: "[1]", permalink: text },
    { kind: "reference", text: name, permalink: PERMALINK },
  ]
  return {
    kind: "note",
    lines: [
      { spans, indent: 0 },
      { spans, indent: 1 },
    ],
  }
}

/** What goes to Slack of some content by every call that carries it, whole and refused as too long. */
async function sentFor(content: Card | Note): Promise<readonly { readonly text: string; readonly blocks: unknown }[]> {
  const sent: { readonly text: string; readonly blocks: unknown }[] = []
  const take = async ({ text, blocks }: { readonly text: string; readonly blocks?: unknown }): Promise<unknown> => {
    sent.push({ text, blocks })
    return { ts: "1.1" }
  }
  const chat = { postMessage: take, postEphemeral: take, update: take }
  const client = { chat } as unknown as SlackClient
  const place = { platform: "slack", team: "T1", channel: "C1" } as const
  await sendPost(client, place, { content, key: "k", mentions: ["UASKED"] })
  await editPost(client, place, "1.1", content)
  await say(client, { channel: "C1", onlyFor: "U1" }, content)
  return sent
}

/** Every string that Slack would show. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" ? (name === "text" ? [inner] : []) : textsOf(inner),
  )
}

/** Everything in angle brackets, as Slack reads it; a bracket that nothing closes counts as well. */
function entitiesIn(text: string): readonly string[] {
  return [...text.matchAll(/<[^>]*>?/g)].map(([entity]) => entity)
}
