import { describe, expect, it } from "vitest"
import { buildThreads, createAnalysis, summarise } from "../../../../src/index.ts"
import type { Message } from "../../../../src/index.ts"
import { aMessage } from "../../../support/threads/a-message.ts"

const SOURCE = { source: "mail", threadId: "mail:v0@example.org" } as const
const SAID = ["Please vote.", "+1", "-1, it breaks.", "A new candidate is up.", "+1 now", "-0", "Thanks."]
const VOTERS = "abcacbd"

const messages = SAID.map((body, at) =>
  aMessage({
    id: `v${at}@example.org`,
    author: { name: `Person ${VOTERS.charAt(at).toUpperCase()}`, address: `${VOTERS.charAt(at)}@example.org` },
    subject: `${at === 0 ? "" : "Re: "}[VOTE] Release 2.0`,
    body,
    sentAt: `2026-03-0${at + 1}T09:00:00Z`,
    ...(at > 0 && { inReplyTo: `v${at < 4 ? 0 : 3}@example.org`, references: ["v0@example.org"] }),
  }),
)

function stateOf(some: readonly Message[]): string {
  const [thread] = buildThreads({ ...SOURCE, messages: some, skipped: [], reasons: [] })
  return thread === undefined ? "" : summarise(thread).state.text
}

describe("a vote that grows mail by mail", () => {
  it("stands as in the whole, over new candidates and changed votes", () => {
    const grown = createAnalysis(SOURCE)

    const states = messages.map((message) => grown.add(message).state.text)

    expect(states).toEqual(messages.map((_, at) => stateOf(messages.slice(0, at + 1))))
    expect(states.at(2)).toBe("Vote: 1 for, 1 against")
    expect(states.at(-1)).toBe("Vote: 1 for, 0 against, 1 neither")
  })
})
