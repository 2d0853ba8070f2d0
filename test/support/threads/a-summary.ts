import type { Participant, Question, Stance, Summary } from "../../../src/model/summary.ts"

/** A summary with nothing in it but what a test names. */
export function aSummary(parts: Partial<Summary> = {}): Summary {
  return {
    version: 1,
    thread: { id: "mail:m1@example.org", subject: "Plan", source: "mail", messageCount: parts.messages?.length ?? 0 },
    messages: [],
    participants: [],
    questions: [],
    choices: [],
    decisions: [],
    commitments: [],
    trailers: [],
    waiting: [],
    state: { kind: "discussing", text: "Under discussion" },
    coverage: { read: parts.messages?.length ?? 0, skipped: [], complete: true },
    ...parts,
  }
}

export function aParticipant(name: string, parts: Partial<Participant> = {}): Participant {
  const address = `${name.toLowerCase()}@example.org`
  return { id: address, name, addresses: [address], messageIds: [], isBot: false, earlierStances: [], ...parts }
}

export function aStance(position: Stance["position"], text: string, messageId = "m1"): Stance {
  return { position, statement: { messageId, text }, basis: "explicit" }
}

export function aQuestion(text: string, parts: Partial<Question> = {}): Question {
  return {
    id: `q-${text.length}`,
    askedBy: "ada@example.org",
    addressedTo: [],
    kind: "open",
    options: [],
    status: "open",
    statement: { messageId: "m1", text },
    answers: [],
    ...parts,
  }
}
