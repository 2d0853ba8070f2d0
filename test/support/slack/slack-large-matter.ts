import type { Summary } from "../../../src/index.ts"
import { aParticipant, aQuestion, aStance, aSummary } from "../threads/a-summary.ts"

const NAMES =
  "Ana Brandt, Bo Lindqvist, Carla Neves, Dev Menon, Elif Kaya, Femi Adeyemi, Greta Holm, Hana Sato, Ivo Petrov, Jun Aalto, Kemal Demir, Lena Fuchs, Mira Halvorsen, Nils Berg, Olga Zima, Priya Raman, Quentin Roy, Rosa Blum, Sami Haddad, Tuuli Saari, Uma Iyer, Viktor Novak, Wanda Lis, Xenia Moraiti, Yara Costa, Zeno Vitale, Aino Laine, Bruno Keller, Chidi Obi, Dora Weiss, Emil Strand, Fatou Diallo, Goran Ilic, Hedda Moe, Ines Prado, Jonas Frey, Kaya Orlov, Luca Serra, Malin Ek, Noor Aziz".split(
    ", ",
  )
const MATTERS = ["the index", "the audit log", "the nightly job", "replication", "the quota check", "the old client"]
const ASKED = [
  "who looks after THIS once we have switched?",
  "how long does THIS take on the largest tenant today?",
  "can THIS wait for the second phase?",
  "has anybody tried to roll THIS back?",
  "what happens to THIS when the disk is full?",
  "does THIS need a flag of its own?",
  "is there a test for THIS at all?",
  "could we do without THIS in the first release?",
  "which team pays for THIS?",
  "do we tell customers about THIS?",
]
const SAID = [
  ["supports", "I am for the move, the old store costs us a night every month."],
  ["opposes", "I am against moving before the summer, we have nobody on call."],
  ["supports-with-changes", "I would support it with a switch that takes us back within an hour."],
  ["supports", "I support this, the numbers of last week convinced me."],
  ["opposes", "I am against it: the import took nine hours on my machine."],
  ["supports-with-changes", "Fine with me, as long as reads keep working meanwhile."],
  ["prefers-alternative", "I prefer to split the large tenants off first."],
  ["supports", "I support it, we should have done it last year."],
  ["undecided", "I am not sure yet, I want to see the import on real data."],
] as const

/** 40 people and 60 open questions, as such a thread reads: for the picture of the card that must leave things out. */
export function aLargeMatter(): Summary {
  const link = (message: number): string => `https://lists.example.org/store/${message}@example.org/`
  const people = NAMES.map((name, index) => {
    const [position, said] = SAID[index % SAID.length] ?? SAID[0]
    return aParticipant(name, { id: `p${index}`, name, stance: aStance(position, said, `m${index}`) })
  })
  const questions = Array.from({ length: 60 }, (_, index) => {
    const asked = ASKED[index % ASKED.length] ?? ""
    const addressee = NAMES[(index + 7) % NAMES.length] ?? ""
    const text = `${addressee.split(" ")[0]}, ${asked.replace("THIS", MATTERS[index % MATTERS.length] ?? "")}`
    return aQuestion(text, {
      id: `q${index}`,
      askedBy: `p${index % 40}`,
      addressedTo: [`p${(index + 7) % 40}`],
      statement: { messageId: `m${index % 40}`, text, permalink: link(index % 40) },
    })
  })
  return aSummary({
    thread: {
      id: "mail:0@example.org",
      subject: "Moving the store of sessions to another engine",
      source: "mail",
      permalink: link(0),
      messageCount: 400,
      startedAt: "2025-12-15T08:00:00Z",
      lastActivityAt: "2026-01-04T10:00:00Z",
    },
    messages: people.map((_, index) => ({
      id: `m${index}`,
      author: `p${index}`,
      origin: "received",
      permalink: link(index),
    })),
    participants: people,
    questions,
    waiting: people.slice(0, 20).map(({ id }, index) => ({
      on: id,
      since: "2026-01-01T10:00:00Z",
      questionIds: [`q${(index + 33) % 40}`],
    })),
    state: { kind: "waiting", text: "Waiting for 20 people to answer 60 questions." },
    coverage: { read: 400, skipped: [], complete: true },
  })
}
