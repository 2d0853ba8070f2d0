import { AppError } from "../../errors.ts"
import type { Change } from "../../model/change.ts"
import type { OutlineLine } from "../../model/outline.ts"
import type { Participant, Question, Summary } from "../../model/summary.ts"
import { shownName } from "../../model/summary.ts"
import type { Note } from "../../platform/ask.ts"
import { personKey } from "../../platform/place-key.ts"
import { openQuestionsInOrder } from "../../render/questions-in-order.ts"
import type { FollowedThread } from "../../store/followed-thread.ts"
import { changeLines } from "../../watch/delivering/change-lines.ts"
import type { Asking } from "../asking.ts"
import { askerKey, provenAddresses } from "../asking.ts"
import type { Command } from "../grammar/command.ts"
import { line, note, text } from "../note.ts"
import { checkMayRead, isDirect } from "../rights.ts"
import { bareName } from "../grammar/words.ts"
import { watchesHere, watchesOfTeam } from "./watch.ts"

type Of<Kind extends Command["kind"]> = Extract<Command, { readonly kind: Kind }>

// More is no answer but a second archive; the rest is counted.
const MAX_LINES = 40

interface Watched {
  readonly thread: FollowedThread
  readonly summary: Summary
}

/**
 * Threads that this place watches, in a direct message those that any place of the team watches, as far as the
 * asker may read them now. `isMeant` comes first: asking the platform for each right costs its patience.
 */
async function watchedThreads(
  asking: Asking,
  isMeant: (summary: Summary) => boolean = () => true,
): Promise<readonly Watched[]> {
  const watches = (await isDirect(asking)) ? await watchesOfTeam(asking) : await watchesHere(undefined, asking)
  const sources = watches.map((one) => one.source)
  const found: Watched[] = []
  for (const thread of await asking.store.threads.ofSources([...new Set(sources)])) {
    if (thread.summary === undefined || !isMeant(thread.summary)) continue
    const isReadable = await checkMayRead({ threadId: thread.id, source: thread.source }, asking).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError) return false
        throw error
      },
    )
    if (isReadable) found.push({ thread, summary: thread.summary })
  }
  return found
}

/** Open questions in what this place watches, numbered; or those asked of somebody. */
export async function open(command: Of<"open">, asking: Asking): Promise<Note> {
  const threads = await watchedThreads(asking)
  const isOf = command.person === undefined ? undefined : await personTest(command.person, asking)
  const found = threads.flatMap(({ thread, summary }) =>
    openQuestionsInOrder(summary)
      .filter((question) => isOf === undefined || addressees(question, summary).some(isOf))
      .map((question) => ({ thread, summary, question })),
  )
  const incomplete = threads.filter(({ summary }) => !summary.coverage.complete).length
  if (found.length === 0)
    return note([
      text(
        incomplete === 0
          ? "No open questions found."
          : `No open question found, but ${incomplete} of ${threads.length} threads could not be read in full.`,
      ),
    ])
  await saveQuestions(found, asking)
  return note(clip(found.flatMap(({ summary, question }, index) => questionLines(question, summary, index + 1))))
}

async function saveQuestions(
  found: readonly { readonly thread: FollowedThread; readonly question: Question }[],
  asking: Asking,
): Promise<void> {
  await asking.store.people.saveListing(
    askerKey(asking),
    found.map(({ thread, question }) =>
      JSON.stringify([thread.id, thread.source, question.statement.messageId, question.statement.text]),
    ),
  )
}

/** Questions that wait for somebody. */
export async function waiting(command: Of<"waiting">, asking: Asking): Promise<Note> {
  const isOf = await personTest(command.person, asking)
  const isWaitedFor = (summary: Summary): boolean => summary.waiting.some((wait) => isPersonId(wait.on, summary, isOf))
  const found = (await watchedThreads(asking, isWaitedFor)).flatMap(({ thread, summary }) => {
    const ids = new Set(
      summary.waiting.filter((wait) => isPersonId(wait.on, summary, isOf)).flatMap((wait) => wait.questionIds),
    )
    return summary.questions
      .filter((question) => ids.has(question.id))
      .map((question) => ({ thread, summary, question }))
  })
  if (found.length === 0) return note([text("Nothing waits.")])
  await saveQuestions(found, asking)
  return note(clip(found.flatMap(({ summary, question }, index) => questionLines(question, summary, index + 1))))
}

/** Where somebody stands in every thread watched here. */
export async function who(command: Of<"who">, asking: Asking): Promise<Note> {
  const isOf = await personTest(command.person, asking)
  const threads = await watchedThreads(asking, ({ participants }) => participants.some(isOf))
  const lines = threads.flatMap(({ summary }) =>
    summary.participants.filter(isOf).flatMap((participant) => standLines(participant, summary)),
  )
  return note(lines.length === 0 ? [text(`${command.person} takes part in no thread watched here.`)] : clip(lines))
}

function standLines({ name, stance }: Participant, summary: Summary): readonly OutlineLine[] {
  const head = line([
    { kind: "name", text: name },
    { kind: "text", text: " in " },
    { kind: "label", text: summary.thread.subject },
  ])
  if (stance === undefined) return [head, text("takes no stance", 1)]
  const doubt = stance.basis === "inferred" ? "?" : ""
  const link = stance.statement.permalink === undefined ? {} : { permalink: stance.statement.permalink }
  return [
    head,
    line(
      [
        { kind: "label", text: stance.position + doubt },
        { kind: "text", text: " " },
        { kind: "excerpt", text: stance.statement.text, ...link },
      ],
      1,
    ),
  ]
}

/** What changed since the asker last looked: to them alone, and without what they did themselves. */
export async function catchup(asking: Asking): Promise<Note> {
  const key = askerKey(asking)
  const mine = new Set([...(await provenAddresses(asking)), asking.ask.asker.userId])
  const looks = await asking.store.people.looks(key)
  const lines: OutlineLine[] = []
  const seen = new Map(looks)
  for (const { thread, summary } of await watchedThreads(asking)) {
    const own = new Set(
      summary.participants.filter((one) => one.addresses.some((address) => mine.has(address))).map((one) => one.id),
    )
    const log = await asking.store.threads.log(thread.id, looks.get(thread.id) ?? 0)
    const changes = log.flatMap((entry) => entry.changes).filter((change) => !isBy(change, own))
    seen.set(thread.id, thread.revision)
    if (changes.length === 0) continue
    lines.push(line([{ kind: "label", text: summary.thread.subject }]))
    lines.push(...changes.flatMap(changeLines).map((one): OutlineLine => ({ ...one, indent: 1 })))
  }
  await asking.store.people.saveLooks(key, seen)
  return note(lines.length === 0 ? [text("Nothing has changed since you last looked.")] : clip(lines))
}

function isBy(change: Change, ids: ReadonlySet<string>): boolean {
  return "by" in change && change.by !== undefined && ids.has(change.by.id)
}

/** Ties an account to a mail address: on the platform's word or an administrator's, never on the claimant's. */
export async function me(command: Of<"me">, asking: Asking): Promise<Note> {
  const { address, account } = command
  if (address === undefined) return describeMe(asking)
  const { asker } = asking.ask
  const at = asking.now.toISOString()
  const by = askerKey(asking)
  if (account !== undefined) {
    if (!asker.may.administer)
      throw new AppError("not-permitted", "Cannot tie somebody else's account: only an administrator may")
    const tied = personKey({ platform: asker.platform, team: asker.team, userId: bareName(account) })
    await asking.store.identities.tie({ personKey: tied, address, proof: "administrator", by, at })
    return note([text(`${account} is ${address}, on your word.`)])
  }
  if (asker.verifiedAddress?.toLowerCase() !== address)
    throw new AppError(
      "not-permitted",
      `Cannot tie you to ${address}: it is not the address that the platform has verified`,
      {
        hint: `Ask an administrator to say: me @${asker.name} ${address}`,
      },
    )
  await asking.store.identities.tie({ personKey: by, address, proof: "platform", by, at })
  return note([text(`You are ${address}.`)])
}

async function describeMe(asking: Asking): Promise<Note> {
  const addresses = await provenAddresses(asking)
  return note([
    text(
      addresses.length === 0
        ? "You are tied to no mail address; say me and your address."
        : `You are ${addresses.join(", ")}.`,
    ),
  ])
}

type PersonTest = (participant: Participant) => boolean

/** `me`, an account that is tied, an address, or part of a name. */
async function personTest(words: string, asking: Asking): Promise<PersonTest> {
  const name = bareName(words).toLowerCase()
  const addresses = new Set(await addressesOf(words, asking))
  if (name === "me" && addresses.size === 0)
    throw new AppError("usage", "Cannot tell who you are in mail: your account is tied to no address", {
      hint: "Say me and your address, for example: me ada@example.org",
    })
  return (participant) =>
    participant.addresses.some((address) => addresses.has(address) || address === name) ||
    (name !== "me" && participant.name.toLowerCase().includes(name))
}

async function addressesOf(words: string, asking: Asking): Promise<readonly string[]> {
  if (words.toLowerCase() === "me") return [...(await provenAddresses(asking)), asking.ask.asker.userId]
  const { platform, team } = asking.ask.asker
  const key = personKey({ platform, team, userId: bareName(words) })
  return (await asking.store.identities.ofPerson(key)).map((identity) => identity.address)
}

function isPersonId(id: string, summary: Summary, isOf: PersonTest): boolean {
  return summary.participants.some((participant) => participant.id === id && isOf(participant))
}

function addressees(question: Question, summary: Summary): readonly Participant[] {
  return summary.participants.filter((participant) => question.addressedTo.includes(participant.id))
}

function questionLines(question: Question, summary: Summary, number: number): readonly OutlineLine[] {
  const askedBy = summary.participants.find((participant) => participant.id === question.askedBy)
  const asker = askedBy === undefined ? question.askedBy : shownName(askedBy)
  const of = addressees(question, summary).map(shownName)
  const link = question.statement.permalink === undefined ? {} : { permalink: question.statement.permalink }
  return [
    {
      spans: [
        { kind: "text", text: `<${number}> ` },
        { kind: "excerpt", text: question.statement.text, ...link },
      ],
      indent: 0,
      about: { questionId: question.id },
    },
    line(
      [
        { kind: "name", text: asker },
        { kind: "text", text: of.length === 0 ? " asks" : ` asks ${of.join(", ")}` },
        { kind: "text", text: ` in “${summary.thread.subject}”` },
      ],
      1,
    ),
  ]
}

function clip(lines: readonly OutlineLine[]): readonly OutlineLine[] {
  if (lines.length <= MAX_LINES) return lines
  return [...lines.slice(0, MAX_LINES), text(`… and ${lines.length - MAX_LINES} more lines`)]
}
