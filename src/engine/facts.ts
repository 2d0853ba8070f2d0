import type { Message, MessageId } from "../model/message.ts"
import type { ParticipantId } from "../model/summary.ts"
import type { Thread } from "../model/thread.ts"
import type { Kept } from "./kept.ts"
import type { LanguageCounts } from "./language/detect-language.ts"
import { addCounts, isJudged, languageOf } from "./language/detect-language.ts"
import type { BeingTold, MessageFacts } from "./message-facts.ts"
import { tellFacts, untold } from "./message-facts.ts"
import type { ToldPeople } from "./people-of.ts"
import { peopleOf } from "./people-of.ts"
import type { People, Person } from "./people/people.ts"

export type { MessageFacts } from "./message-facts.ts"

/** A thread with the facts of every message, in the thread's order. */
export interface ThreadFacts {
  readonly thread: Thread
  readonly facts: readonly MessageFacts[]
  readonly factsById: ReadonlyMap<MessageId, MessageFacts>
  readonly people: People
  /** What the people were told from. */
  readonly told: ToldPeople
  /** Who wrote each message, in the order of `facts`. */
  readonly authors: readonly Author[]
  /** How often each language shows in all messages together. */
  readonly languages: LanguageCounts
  /** BCP 47; undefined where too little is said to tell. */
  readonly language: string | undefined
  readonly notable: NotablePlaces
  /** So many of the first facts are what they were in the run before, with the same people; 0 where there was none. */
  readonly unchanged: number
}

/** Where in the thread's order those messages stand that tell of the whole: few do, and each run asks for them. */
export interface NotablePlaces {
  readonly decisions: readonly number[]
  /** "Unless anybody objects by Friday." */
  readonly calls: readonly number[]
  readonly reactions: readonly number[]
  /** Of people who are clearly against it, or for something else. */
  readonly against: readonly number[]
}

/** The person (or robot) behind a message. */
export interface Author {
  readonly id: ParticipantId
  readonly person: Person | undefined
}

/** A thread with all that its messages tell one by one. `kept` is brought up to date and saves what it already holds. */
export function findThreadFacts(thread: Thread, kept: Kept): ThreadFacts {
  const before = kept.read
  const same = before === undefined ? 0 : sharedStart(thread.messages, before.thread.messages)
  const grown = before !== undefined && same === before.facts.length && same > 0 ? before : undefined
  const facts = grown === undefined ? readAll(thread, kept) : readMore(thread, kept, grown)
  const told = peopleOf(thread.messages, grown?.told)
  const { people } = told
  const isSame = grown !== undefined && arePeopleSame(grown, people)
  const authors = authorsOf(facts, people, isSame ? grown : undefined)
  const languages = languagesOf(facts, grown)
  const language = languageOf(languages)
  const unchanged = isSame && isJudged(grown.language) === isJudged(language) ? same : 0
  const notable = notableIn(facts, grown)
  const { factsById } = kept
  const read = { thread, facts, factsById, people, authors, languages, language, told, notable, unchanged }
  kept.read = read
  return read
}

function languagesOf(facts: readonly MessageFacts[], grown: ThreadFacts | undefined): LanguageCounts {
  const added = grown === undefined ? facts : facts.slice(grown.facts.length)
  return addCounts([grown?.languages ?? {}, ...added.map((entry) => entry.languages)])
}

function notableIn(facts: readonly MessageFacts[], grown: ThreadFacts | undefined): NotablePlaces {
  const added = facts
    .slice(grown?.facts.length ?? 0)
    .entries()
    .toArray()
  const from = facts.length - added.length
  const withThose = (known: readonly number[] = [], isNotable: (entry: MessageFacts) => boolean): readonly number[] => {
    const places = added.flatMap(([at, entry]) => (isNotable(entry) ? from + at : []))
    return places.length === 0 ? known : [...known, ...places]
  }
  const known = grown?.notable
  return {
    decisions: withThose(known?.decisions, ({ decisions }) => decisions.length > 0),
    calls: withThose(known?.calls, ({ commitment }) => commitment.lazyConsensus !== undefined),
    reactions: withThose(known?.reactions, ({ message }) => message.reactions.length > 0),
    against: withThose(known?.against, isAgainst),
  }
}

function isAgainst({ stance }: MessageFacts): boolean {
  return (stance.position === "opposes" || stance.position === "prefers-alternative") && stance.strength >= 2
}

/** Whether everybody who wrote before is who they were: a new mail may tie two addresses to one person. */
function arePeopleSame(grown: ThreadFacts, people: People): boolean {
  if (grown.people === people) return true
  const seen = new Set<ParticipantId>()
  for (const [index, { id, person }] of grown.authors.entries()) {
    const author = grown.facts[index]?.message.author
    if (seen.has(id) || author === undefined) continue
    seen.add(id)
    if (!isSamePerson(person, people.find(author))) return false
  }
  return true
}

function isSamePerson(one: Person | undefined, other: Person | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (one.id !== other.id || one.name !== other.name || one.isBot !== other.isBot) return false
  return one.addresses.join(" ") === other.addresses.join(" ")
}

function sharedStart(messages: readonly Message[], before: readonly Message[]): number {
  let shared = 0
  while (shared < before.length && messages[shared] === before[shared]) shared++
  return shared
}

function readMore(thread: Thread, kept: Kept, grown: ThreadFacts): readonly MessageFacts[] {
  const facts = [...grown.facts]
  addFacts(thread.messages.slice(facts.length), facts, kept.factsById)
  return facts
}

function readAll(thread: Thread, kept: Kept): readonly MessageFacts[] {
  const known = kept.factsById
  kept.factsById = new Map()
  const facts: MessageFacts[] = []
  addFacts(thread.messages, facts, kept.factsById, known)
  return facts
}

/**
 * So many messages are read together, step by step: enough that fetching the code of a step no longer counts, and few
 * enough that their texts stay at hand from one step to the next.
 */
const READ_TOGETHER = 64

function addFacts(
  messages: readonly Message[],
  facts: MessageFacts[],
  factsById: Map<MessageId, MessageFacts>,
  known?: ReadonlyMap<MessageId, MessageFacts>,
): void {
  let fresh: BeingTold[] = []
  for (const message of messages) {
    const parent = parentOf(message, facts, factsById)
    const previous = message.medium === "chat" ? facts.at(-1) : undefined
    const before = known?.get(message.id)
    const isKnown =
      before !== undefined &&
      before.parent === parent &&
      before.previous === previous &&
      isSameMessage(before.message, message)
    const next = isKnown ? before : untold(message, { parent, previous })
    if (!isKnown) fresh.push(next)
    factsById.set(message.id, next)
    facts.push(next)
    if (fresh.length < READ_TOGETHER) continue
    tellFacts(fresh)
    fresh = []
  }
  tellFacts(fresh)
}

function parentOf(
  message: Message,
  before: readonly MessageFacts[],
  factsById: ReadonlyMap<MessageId, MessageFacts>,
): MessageFacts | undefined {
  const answered = message.inReplyTo === undefined ? undefined : factsById.get(message.inReplyTo)
  if (answered !== undefined) return answered
  // Chat threads are flat: what somebody answers is, as a rule, what was said just before.
  return message.medium === "chat" ? before.at(-1) : undefined
}

/** Threading may hand over a copy with another parent; what decides is that all else is the same. */
function isSameMessage(one: Message, other: Message): boolean {
  if (one === other) return true
  return (
    one.body === other.body && one.author === other.author && one.to === other.to && one.inReplyTo === other.inReplyTo
  )
}

function authorsOf(facts: readonly MessageFacts[], people: People, known: ThreadFacts | undefined): readonly Author[] {
  const authors = known === undefined ? [] : [...known.authors]
  for (const { message } of facts.slice(authors.length)) {
    const person = people.find(message.author)
    authors.push({ id: person?.id ?? message.author.address, person })
  }
  return authors
}
