import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Message } from "../../../../src/index.ts"
import { buildThreads } from "../../../../src/index.ts"
import { readSubject } from "../../../../src/engine/threading/parents/subjects.ts"
import { aMessage } from "../../../support/threads/a-message.ts"

function threadsOf(messages: readonly Message[]): ReturnType<typeof buildThreads> {
  return buildThreads({ source: "mail", messages, skipped: [], reasons: [] })
}

function day(day: number): string {
  return `2026-03-${String(day).padStart(2, "0")}T10:00:00.000Z`
}

const root = aMessage({ id: "root@tern.example", subject: "rooms", sentAt: day(1), body: "The rooms are cold." })
const reply = aMessage({
  id: "reply@tern.example",
  sentAt: day(2),
  inReplyTo: root.id,
  references: [root.id],
  body: "Yes.",
})

describe("buildThreads", () => {
  it("puts a reply behind what it answers, whatever the clocks say", () => {
    const early = { ...reply, sentAt: day(1).replace("10:", "09:") }

    const ids = threadsOf([early, root])[0]?.messages.map((message) => message.id)

    expect(ids).toEqual([root.id, reply.id])
  })

  it("takes the nearest reference that is there where In-Reply-To names a lost message", () => {
    const late = aMessage({ id: "late@tern.example", inReplyTo: "lost@x", references: [root.id, reply.id, "lost@x"] })

    const messages = threadsOf([root, reply, late])[0]?.messages

    expect(messages?.find((message) => message.id === late.id)?.inReplyTo).toBe(reply.id)
  })

  it("joins mails whose common ancestor is lost", () => {
    const one = aMessage({ id: "a@x", references: ["lost@x"], body: "a" })
    const two = aMessage({ id: "b@x", references: ["lost@x"], body: "b" })

    expect(threadsOf([one, two]).map((thread) => thread.id)).toEqual(["mail:lost@x"])
  })

  it("believes no word without @ to be a message's id", () => {
    const one = aMessage({ id: "a@x", subject: "doors", inReplyTo: "Monday", body: "a" })
    const two = aMessage({ id: "b@x", subject: "lamps", inReplyTo: "Monday", body: "b" })

    expect(threadsOf([one, two])).toHaveLength(2)
  })

  it("ends at loops", () => {
    const one = aMessage({ id: "a@x", inReplyTo: "b@x", body: "a" })
    const two = aMessage({ id: "b@x", inReplyTo: "a@x", body: "b" })
    const self = aMessage({ id: "c@x", inReplyTo: "c@x", references: ["a@x"], body: "c" })

    const [thread] = threadsOf([one, two, self])

    expect(thread?.messages).toHaveLength(3)
  })

  it("places a mail whose only reference is itself by its subject", () => {
    const own = aMessage({
      id: "own@x",
      subject: "Re: rooms",
      sentAt: day(2),
      inReplyTo: "own@x",
      references: ["own@x"],
    })

    expect(threadsOf([root, own])).toHaveLength(1)
  })

  it("has each message once: the same id, or the same mail through two lists under two ids", () => {
    const copy = { ...root, references: ["older@x"] }
    const other = { ...root, id: "list-copy@lists.example", body: `${root.body}\n${"_".repeat(47)}\nlist footer` }
    const answer = aMessage({ id: "answer@x", inReplyTo: other.id, body: "No." })

    const messages = threadsOf([root, copy, other, answer])[0]?.messages

    expect(messages?.map((message) => message.id)).toEqual([root.id, answer.id])
    expect(messages?.[1]?.inReplyTo).toBe(root.id)
  })

  it("keeps the same copy, in whatever order they arrived", () => {
    const copies = [
      root,
      { ...root, id: "a-copy@lists.example", body: `${root.body}\n${"_".repeat(47)}\nlist footer` },
      { ...root, id: "b-copy@lists.example" },
      { ...root, references: ["older@x"], body: `${root.body}\n-- \nother list` },
      aMessage({ id: "answer@x", inReplyTo: "a-copy@lists.example", body: "No.", sentAt: day(3) }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(copies, { minLength: copies.length }), (arrived) => {
        expect(threadsOf(arrived).map((thread) => thread.messages)).toEqual(
          threadsOf(copies).map((thread) => thread.messages),
        )
      }),
    )
  })

  it("puts an answer to a lost mail with the others of its subject", () => {
    const orphan = aMessage({
      id: "orphan@x",
      subject: "Re: rooms",
      sentAt: day(4),
      inReplyTo: "lost@x",
      references: ["lost@x"],
      body: "So it is.",
    })
    const stranger = { ...orphan, id: "stranger@x", subject: "Re: lamps", references: ["gone@x"], inReplyTo: "gone@x" }

    const threads = threadsOf([root, reply, orphan, stranger]).map((thread) => thread.messages.map(({ id }) => id))

    expect(threads).toEqual([[root.id, reply.id, orphan.id], [stranger.id]])
  })

  it("places a mail without headers by what it quotes", () => {
    const body =
      "> The boiler in the basement was serviced in autumn.\n> It has run without one fault ever since.\n\nIt has not."
    const source = {
      ...root,
      body: "The boiler in the basement was serviced in autumn.\nIt has run without one fault ever since.",
    }

    const [thread] = threadsOf([source, aMessage({ id: "stray@x", subject: "heating", body, sentAt: day(3) })])

    expect(thread?.messages[1]?.inReplyTo).toBe(root.id)
  })

  it("places a mail without headers by its subject, also by the one that it had before", () => {
    const stray = aMessage({ id: "stray@x", subject: "RE: [rooms-l] Re: rooms", sentAt: day(3), body: "Still cold." })
    const renamed = aMessage({
      id: "renamed@x",
      subject: "Heating (was: Re: rooms)",
      sentAt: day(4),
      body: "Warm now.",
    })

    const [thread] = threadsOf([root, stray, renamed])

    expect(thread?.messages.map((message) => message.id)).toEqual([root.id, stray.id, renamed.id])
  })

  it("does not join a new mail to an older one for its subject alone", () => {
    const minutes = [1, 8].map((at) => aMessage({ id: `m${at}@x`, subject: "Minutes", sentAt: day(at), body: `${at}` }))

    expect(threadsOf(minutes)).toHaveLength(2)
  })

  it("parts a new topic from the old mail that somebody pressed reply on", () => {
    const hijack = aMessage({
      id: "new@x",
      subject: "Bicycle shed",
      inReplyTo: root.id,
      references: [root.id],
      sentAt: day(28),
      body: "Who has the key?",
    })

    expect(threadsOf([root, hijack])).toHaveLength(2)
  })

  it("tells the versions of a series as one story", () => {
    const series = ["[PATCH 0/2] door: close it", "[PATCH v2 0/2] door: close it", "[PATCH v3] door: close it"].map(
      (subject, at) => aMessage({ id: `v${at}@x`, subject, sentAt: day(at + 1), body: `version ${at}` }),
    )

    expect(threadsOf(series)).toHaveLength(1)
  })

  it("gives every message once, parents first, in any order of arrival", () => {
    const ids = ["a@x", "b@x", "c@x", "d@x", "e@x"]
    const link = fc.option(fc.constantFrom(...ids), { nil: undefined })
    fc.assert(
      fc.property(
        fc.tuple(link, link, link, link, link),
        fc.shuffledSubarray(ids, { minLength: 5 }),
        (links, order) => {
          const messages = order.map((id) => aMessage({ id, body: id, inReplyTo: links[ids.indexOf(id)] }))

          const threads = threadsOf(messages)

          const seen = threads.flatMap((thread) => thread.messages.map((message) => message.id))
          expect(seen.toSorted()).toEqual(ids)
          const reversed = threadsOf(messages.toReversed())
          expect(new Set(reversed.map((thread) => thread.messages.length))).toEqual(
            new Set(threads.map((thread) => thread.messages.length)),
          )
        },
      ),
    )
  })

  it("follows ten thousand replies to replies without running out of stack", () => {
    const messages = Array.from({ length: 10_000 }, (_, at) =>
      aMessage({ id: `${at}@x`, body: `${at}`, inReplyTo: at === 0 ? undefined : `${at - 1}@x`, references: [] }),
    )

    const [thread] = threadsOf(messages.toReversed())

    expect(thread?.messages.at(-1)?.id).toBe("9999@x")
  })
})

describe("readSubject", () => {
  it.each([
    ["Re: AW: [list] rooms", { base: "rooms", isReply: true, isPatch: false }],
    ["[PATCH v3 2/5] door: close", { base: "door: close", isPatch: true, version: 3, part: 2 }],
    ["Heating (was: rooms)", { base: "heating", formerly: "rooms" }],
    ["Re: Heating [was Re: [list] rooms]", { base: "heating", formerly: "rooms", isReply: true }],
    ["Fwd: keys", { base: "keys", isReply: false }],
    ["回复: rooms", { base: "rooms", isReply: true }],
  ])("reads %j", (subject, expected) => {
    expect(readSubject(subject)).toMatchObject(expected)
  })
})
