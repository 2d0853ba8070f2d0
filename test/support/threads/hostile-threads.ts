import type { Message } from "../../../src/index.ts"

/** A way to make a thread of any size that somebody may send on purpose. */
export interface HostileThread {
  readonly name: string
  readonly size: number
  readonly make: (size: number) => readonly Message[]
}

/** Threads whose cost would run away, did anything compare all with all. */
export function hostileThreads(): readonly HostileThread[] {
  const questions = (size: number): readonly string[] =>
    lines(size, (at) => `Why does part ${at} of the cache keep its ${at % 13} oldest entries?`)
  const answers = (size: number): readonly string[] =>
    lines(size, (at) => `Part ${at} keeps them because a reader may still hold entry ${at % 13}.`)
  return [
    { name: "10,000 mails of one line", size: 10_000, make: (size) => lines(size, (at) => oneLiner(at)) },
    {
      name: "2,000 questions in one mail, answered in another",
      size: 2_000,
      make: (size) => [aMail(0, questions(size)), aMail(1, answers(size))],
    },
    {
      name: "2,000 questions, quoted in one block and answered below it",
      size: 2_000,
      make: (size) => [
        aMail(0, questions(size)),
        aMail(1, [...questions(size).map((line) => `> ${line}`), "", ...answers(size)]),
      ],
    },
    {
      name: "2,000 choices and who is for what",
      size: 2_000,
      make: (size) => [
        aMail(
          0,
          lines(size, (at) => `Should part ${at} use a list or a tree?`),
        ),
        aMail(
          1,
          lines(size, (at) => `I prefer a tree for part ${at}.`),
        ),
      ],
    },
    {
      name: "4,000 questions taken back",
      size: 4_000,
      make: (size) => [
        aMail(0, ["Why is it so?"]),
        aMail(
          PEOPLE,
          lines(size, () => "Never mind."),
        ),
      ],
    },
    {
      name: "10,000 people",
      size: 10_000,
      make: (size) => lines(size, (at) => ({ ...aMail(at, ["Looks good to me."]), author: person(at) })),
    },
  ]
}

function lines<Line>(count: number, line: (at: number) => Line): Line[] {
  return Array.from({ length: count }, (_, at) => line(at))
}

function oneLiner(at: number): Message {
  return aMail(at, [at % 3 === 0 ? "Why is that so?" : "I think that is right."])
}

const PEOPLE = 7

function aMail(at: number, body: readonly string[]): Message {
  const parent = at === 0 ? undefined : `h${at === PEOPLE ? 0 : at - 1}@example.org`
  return {
    id: `h${at}@example.org`,
    medium: "mail",
    author: person(at % PEOPLE),
    to: [],
    cc: [],
    subject: `${at === 0 ? "" : "Re: "}The cache`,
    body: body.join("\n"),
    sentAt: new Date(Date.UTC(2026, 5, 1) + at * 60_000).toISOString(),
    inReplyTo: parent,
    references: parent === undefined ? [] : [parent],
    headers: {},
    reactions: [],
    mentions: [],
    attachments: [],
  }
}

function person(at: number): Message["author"] {
  return { name: `Person N${at}`, address: `n${at}@example.org` }
}
