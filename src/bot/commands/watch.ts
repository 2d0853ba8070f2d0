import { AppError } from "../../errors.ts"
import type { ThreadId } from "../../model/thread.ts"
import type { Span } from "../../model/outline.ts"
import type { Note, Place } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { SourceRef } from "../../platform/sources/thread-source.ts"
import type { Watch } from "../../store/watch.ts"
import { fromSourceWords, toSourceWords } from "../../platform/sources/source-words.ts"
import { isAllowedPlace, privatePlaceOf } from "../../watch/delivering/visibility.ts"
import { parseSource } from "../../platform/sources/source-grammar.ts"
import type { Asking } from "../asking.ts"
import { askerKey } from "../asking.ts"
import type { Command } from "../grammar/command.ts"
import { readListed } from "../find-thread.ts"
import { line, note, text } from "../note.ts"
import { checkManages, checkMayRead, checkMayShow, findPlace, isDirect } from "../rights.ts"

type Of<Kind extends Command["kind"]> = Extract<Command, { readonly kind: Kind }>

/** Begins to watch a thread or a whole list for a place. */
export async function watch(command: Of<"watch">, asking: Asking): Promise<Note> {
  const place = await findPlace(command.channel, asking)
  const ref = await findRef(command.source, asking)
  const feed = asking.feeds.find((candidate) => candidate.accepts(ref))
  await checkPrivate(toSourceWords(ref), place, asking)
  const threadId = feed === undefined ? await checkThread(ref, place, asking) : undefined
  const source = nameOfSource(ref, threadId, asking)
  const mine = (await asking.store.watches.ofPlace(placeKey(place))).filter((one) => one.source === source)
  for (const earlier of mine) await asking.store.watches.remove(earlier.id)
  const now = asking.now.toISOString()
  await asking.store.watches.add({
    id: asking.newId(),
    place,
    source,
    scope: feed === undefined ? "thread" : "feed",
    topics: command.topics,
    filter: command.filter,
    createdBy: askerKey(asking),
    createdAt: now,
    reader: command.channel === undefined && (await isDirect(asking)) ? askerKey(asking) : undefined,
  })
  await asking.store.sources.follow({
    source,
    scope: feed === undefined ? "thread" : "feed",
    dueAt: now,
    isFailureTold: false,
  })
  if (threadId !== undefined) await askForCard(threadId, source, asking)
  asking.wake()
  const what = feed === undefined ? "this thread" : "every thread of this list that matches"
  return note([
    text(`${mine.length === 0 ? "Watching" : "Now watching anew"} ${source}: ${command.topics.join(", ")} of ${what}.`),
    text("Say settings to choose between card, replies and digest, and unwatch to stop.", 1),
  ])
}

/**
 * A thread of a chat has many links; it is kept by its id, so that whoever says unwatch in it means the same one. So has
 * a mailbox, and it is kept by the words that it calls when mail comes.
 */
function nameOfSource(ref: SourceRef, threadId: ThreadId | undefined, asking: Asking): string {
  if (threadId === undefined) return privatePlaceOf(toSourceWords(ref), asking) ?? toSourceWords(ref)
  const isChat = asking.platforms.some((platform) => platform.placeOf(threadId) !== undefined)
  return isChat ? threadId : toSourceWords(ref)
}

/** A source in words, or the thread that it was said in. */
export async function findRef(words: string | undefined, asking: Asking): Promise<SourceRef> {
  const listed = await readListed(words, asking)
  if (listed !== undefined) {
    const origin = asking.ask.asker.platform === "terminal" ? "terminal" : "chat"
    return parseSource(listed, { sources: asking.sources, origin })
  }
  if (asking.ask.here !== undefined) return asking.ask.here
  throw new AppError("usage", "Expected a thread or a list to watch but this was not said in one", {
    hint: "Give a link or an id, for example: watch https://lists.example.org/list/id@host/",
  })
}

async function checkThread(ref: SourceRef, place: Place, asking: Asking): Promise<ThreadId> {
  const { thread } = await asking.readThread(
    { text: ref === asking.ask.here ? undefined : toSourceWords(ref) },
    asking.ask,
  )
  const shown = { threadId: thread.id, source: toSourceWords(ref) }
  await checkMayRead(shown, asking)
  await checkMayShow(shown, place, asking)
  return thread.id
}

/** Before anything is read: whether a mailbox holds a message is private too. */
async function checkPrivate(source: string, place: Place, asking: Asking): Promise<void> {
  if (await isAllowedPlace(source, place, asking)) return
  const words = privatePlaceOf(source, asking) ?? source
  throw new AppError("not-permitted", `Cannot watch "${source}" here: it is a private mailbox`, {
    hint: `An administrator can say: allow ${words} in #channel`,
  })
}

// Another place may watch the thread already: then nothing new would bring the card here.
async function askForCard(threadId: ThreadId, source: string, { store, now }: Asking): Promise<void> {
  const at = now.toISOString()
  await store.threads.noteNews([{ threadId, source, feed: source, at, quietMs: 0, latestMs: 0, messageIds: [] }])
}

/** Stops a watch: by its number in the list, its source, or the thread that it was said in. */
export async function unwatch(command: Of<"unwatch">, asking: Asking): Promise<Note> {
  const all = await watchesHere(command.channel, asking)
  const listed = await readListed(command.source, asking)
  const source = listed ?? (asking.ask.here === undefined ? undefined : toSourceWords(asking.ask.here))
  const wanted = all.filter((one) => isMeant(one, source, asking))
  if (wanted.length === 0)
    throw new AppError("usage", `Cannot stop watching "${source ?? "this"}": this place does not watch it`, {
      hint: "Say watches to see what is watched here",
    })
  for (const one of wanted) {
    await checkManages(one.place, asking)
    await asking.store.watches.remove(one.id)
  }
  await asking.store.sources.unfollowUnwatched()
  return note([text(`No longer watching ${wanted.map((one) => one.source).join(", ")}.`)])
}

function isMeant(one: Watch, source: string | undefined, { sources }: Asking): boolean {
  if (source === undefined) return false
  if (one.source === source || one.id === source) return true
  try {
    return one.source === toSourceWords(fromSourceWords(source, sources))
  } catch {
    return false
  }
}

/** What a channel and its threads watch; in the terminal everything. */
export async function watchesHere(channel: string | undefined, asking: Asking): Promise<readonly Watch[]> {
  const { store, ask } = asking
  if (ask.place.platform === "terminal" && channel === undefined) return store.watches.all()
  const place = channel === undefined ? ask.place : await findPlace(channel, asking)
  const key = placeKey({ ...place, thread: undefined })
  return (await store.watches.all()).filter((one) => placeKey({ ...one.place, thread: undefined }) === key)
}

/** What every place of the asker's team watches. */
export async function watchesOfTeam({ store, ask }: Asking): Promise<readonly Watch[]> {
  const { platform, team } = ask.place
  return (await store.watches.all()).filter(({ place }) => place.platform === platform && place.team === team)
}

/** The list, numbered. */
export async function watches(command: Of<"watches">, asking: Asking): Promise<Note> {
  const all = command.isMine ? await watchesOfAsker(asking) : await watchesHere(undefined, asking)
  await asking.store.people.saveListing(
    askerKey(asking),
    all.map((one) => one.source),
  )
  if (all.length === 0)
    return note([
      text(command.isMine ? "You watch nothing." : "Nothing is watched here."),
      text("Say watch and a link, a list or an id.", 1),
    ])
  const names: (readonly Span[])[] = []
  for (const one of all) names.push(await nameSpans(one, asking))
  return note(all.map((one, index) => describeWatch(one, index + 1, names[index] ?? [])))
}

async function watchesOfAsker(asking: Asking): Promise<readonly Watch[]> {
  const key = askerKey(asking)
  return (await asking.store.watches.all()).filter((one) => one.createdBy === key)
}

/** A thread of a chat by its title, for whoever may read it now: nobody knows it by its id. */
async function nameSpans({ source }: Watch, asking: Asking): Promise<readonly Span[]> {
  const byId: readonly Span[] = [{ kind: "label", text: source }]
  const thread = (await asking.store.threads.ofSources([source]))[0]?.summary?.thread
  if (thread === undefined || asking.platforms.every((platform) => platform.placeOf(thread.id) === undefined))
    return byId
  try {
    await checkMayRead({ threadId: thread.id, source }, asking)
  } catch (error) {
    if (error instanceof AppError) return byId
    throw error
  }
  const link = thread.permalink === undefined ? {} : { permalink: thread.permalink }
  return [{ kind: "excerpt", text: thread.subject, ...link }]
}

function describeWatch(one: Watch, number: number, name: readonly Span[]): ReturnType<typeof line> {
  const { from, subject, without } = one.filter
  const parts = [
    one.topics.join(", "),
    ...from.map((part) => `from:${part}`),
    ...subject.map((part) => `subject:${part}`),
    ...without.map((part) => `-${part}`),
    ...(one.stopped === undefined ? [] : [`rests: ${one.stopped}`]),
  ]
  return line([
    { kind: "text", text: `<${number}> ` },
    ...name,
    { kind: "text", text: ` in ${one.place.platform}:${one.place.channel} (${parts.join(" · ")})` },
  ])
}
