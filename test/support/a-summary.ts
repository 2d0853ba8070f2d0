import type { Participant, Question, Stance, Summary } from "../../src/model/summary.ts"

/** A summary of a thread of one message a day, by Ada, Ben and Cleo, with what a test needs in it. */
export function aSummary(parts: Partial<Summary> = {}): Summary {
  const authors = ["ada", "ben", "cleo", "ada", "ben", "cleo"]
  return {
    version: 1,
    thread: { id: "mail:m1@example.org", subject: "A plan", source: "mail", messageCount: authors.length },
    messages: authors.map((author, index) => ({
      id: `m${index + 1}@example.org`,
      author,
      origin: "received",
      sentAt: `2026-11-0${index + 1}T12:00:00.000Z`,
    })),
    participants: [aParticipant("ada"), aParticipant("ben"), aParticipant("cleo")],
    questions: [],
    choices: [],
    decisions: [],
    commitments: [],
    trailers: [],
    waiting: [],
    state: { kind: "discussing", text: "Under discussion" },
    coverage: { read: authors.length, skipped: [], complete: true },
    ...parts,
  }
}

export function aParticipant(id: string, parts: Partial<Participant> = {}): Participant {
  const name = id.charAt(0).toUpperCase() + id.slice(1)
  return { id, name, addresses: [`${id}@example.org`], messageIds: [], isBot: false, earlierStances: [], ...parts }
}

export function aStance(position: Stance["position"], message: number, parts: Partial<Stance> = {}): Stance {
  return {
    position,
    statement: { messageId: `m${message}@example.org`, text: `Words of ${message}.` },
    basis: "explicit",
    sentAt: `2026-11-0${message}T12:00:00.000Z`,
    ...parts,
  }
}

export function aQuestion(id: string, message: number, parts: Partial<Question> = {}): Question {
  return {
    id,
    askedBy: "ada",
    addressedTo: [],
    kind: "open",
    options: [],
    status: "open",
    statement: { messageId: `m${message}@example.org`, text: `Question ${id}?` },
    answers: [],
    ...parts,
  }
}
