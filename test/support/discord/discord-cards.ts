import type { Card, OutlineLine, OutlineSection } from "../../../src/index.ts"

const SAID = "https://discord.com/channels/800000000000000001/810000000000000001/82000000000000"

/** A card of a thread with this many people and questions, each with words of some length. */
export function aBigCard({
  people,
  questions,
  wordCount = 14,
  threadId = "discord:810000000000000001",
}: {
  people: number
  questions: number
  wordCount?: number
  threadId?: Card["threadId"]
}): Card {
  const words = (seed: number): string =>
    Array.from({ length: wordCount }, (_, i) => `word${(seed + i) % 97}`).join(" ")
  const line = (index: number, label: string): OutlineLine => ({
    indent: 0,
    spans: [
      { kind: "label", text: label },
      { kind: "text", text: " " },
      { kind: "name", text: `Person ${index}` },
      { kind: "text", text: " " },
      { kind: "excerpt", text: `${label} ${index}: ${words(index)}`, permalink: `${SAID}${1000 + index}` },
      { kind: "text", text: " " },
      { kind: "time", at: "2026-11-20T10:00:00Z", relative: true },
    ],
  })
  const section = (kind: OutlineSection["kind"], title: string, count: number, label: string): OutlineSection => ({
    kind,
    title: `${title} (${count})`,
    lines: Array.from({ length: count }, (_, index) => line(index, label)),
  })
  return {
    kind: "card",
    threadId,
    outline: {
      title: "Dropping Python 3.9",
      permalink: "https://discord.com/channels/800000000000000001/810000000000000001",
      headline: [{ kind: "text", text: "Waiting for an answer of Person 3." }],
      sections: [
        section("open", "Open", questions, "question"),
        section("stances", "Who stands where", people, "supports"),
        {
          kind: "coverage",
          title: "Read",
          lines: [{ indent: 0, spans: [{ kind: "text", text: "52 messages read" }] }],
        },
      ],
    },
    actions: [
      { label: "Share in channel", words: `share ${threadId}`, style: "primary" },
      { label: "Watch", words: `watch ${threadId}`, style: "plain" },
    ],
  }
}
