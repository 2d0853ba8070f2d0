import type { Summary } from "../../../src/index.ts"
import { aParticipant, aQuestion, aStance, aSummary } from "../threads/a-summary.ts"

/** Ada and Grace differ over a choice, and Ada is asked something. */
export function aSmallSummary({
  title = "Eviction of cache entries",
  name = "Ada Lovelace",
  text = "I prefer the clock now.",
}: { readonly title?: string; readonly name?: string; readonly text?: string } = {}): Summary {
  const permalink = (id: string): string => `https://lists.example.org/cache/${id}/`
  const choice = aQuestion("LRU or the clock?", {
    id: "q1",
    kind: "choice",
    options: ["LRU", "clock"],
    statement: { messageId: "m1", text: "LRU or the clock?", permalink: permalink("m1") },
  })
  const measured = aQuestion("Did you measure the lock under load?", {
    id: "q2",
    askedBy: "grace",
    addressedTo: ["ada"],
    statement: { messageId: "m2", text: "Did you measure the lock under load?", permalink: permalink("m2") },
  })
  return aSummary({
    thread: {
      id: "mail:m1@example.org",
      subject: title,
      source: "mail",
      permalink: permalink("m1"),
      messageCount: 3,
      startedAt: "2026-01-01T09:00:00Z",
      lastActivityAt: "2026-01-02T09:00:00Z",
    },
    messages: ["m1", "m2", "m3"].map((id) => ({ id, author: "ada", origin: "received", permalink: permalink(id) })),
    participants: [
      aParticipant("Ada", {
        id: "ada",
        name,
        stance: aStance("prefers-alternative", text, "m3"),
        earlierStances: [aStance("supports", "LRU is simple.", "m1")],
      }),
      aParticipant("Grace", { id: "grace", name: "Grace Hopper", stance: aStance("opposes", "LRU locks.", "m2") }),
    ],
    questions: [choice, measured],
    choices: [
      {
        questionId: "q1",
        options: ["LRU", "clock"],
        favours: [
          { participant: "ada", option: "clock", movedFrom: "LRU", statement: { messageId: "m3", text } },
          { participant: "grace", option: "LRU", statement: { messageId: "m2", text: "LRU locks." } },
        ],
      },
    ],
    waiting: [{ on: "ada", since: "2026-01-01T10:00:00Z", questionIds: ["q2"] }],
    state: { kind: "waiting", text: "Waiting for Ada Lovelace to answer a question." },
    coverage: { read: 3, skipped: [], complete: true },
  })
}

/** 40 people and 60 open questions. */
export function aBigSummary(): Summary {
  const long = "and this goes on for a while, as people do when a matter is close to their heart, ".repeat(2)
  const people = Array.from({ length: 40 }, (_, index) =>
    aParticipant(`P${index + 1}`, {
      id: `p${index + 1}`,
      name: `Person ${index + 1}`,
      stance: aStance(index % 2 === 0 ? "opposes" : "supports", `I am person ${index + 1} ${long}`, `m${index + 1}`),
    }),
  )
  const questions = Array.from({ length: 60 }, (_, index) =>
    aQuestion(`Question number ${index + 1} of all? ${long}`, {
      id: `q${index + 1}`,
      askedBy: `p${(index % 40) + 1}`,
      addressedTo: [`p${((index + 7) % 40) + 1}`],
      statement: {
        messageId: `m${(index % 40) + 1}`,
        text: `Question number ${index + 1} of all? ${long}`,
        permalink: `https://lists.example.org/kernel/20260101.${index}@example.org/`,
      },
    }),
  )
  return aSummary({
    thread: { id: "mail:big@example.org", subject: "A large matter", source: "mail", messageCount: 400 },
    messages: people.map((_, index) => ({ id: `m${index + 1}`, author: `p${index + 1}`, origin: "received" })),
    participants: people,
    questions,
    waiting: people.slice(0, 20).map(({ id }, index) => ({
      on: id,
      since: "2026-01-01T10:00:00Z",
      questionIds: [`q${index + 1}`],
    })),
    state: { kind: "waiting", text: "Waiting for 20 people to answer 60 questions." },
    coverage: { read: 400, skipped: [], complete: true },
  })
}
