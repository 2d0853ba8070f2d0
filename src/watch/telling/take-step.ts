import { deadlineChanges, nextDeadline } from "../../engine/changes/deadline-changes.ts"
import { findChanges } from "../../engine/changes/find-changes.ts"
import { summarise } from "../../engine/summarise.ts"
import { AppError } from "../../errors.ts"
import type { Summary } from "../../model/summary.ts"
import type { Thread } from "../../model/thread.ts"
import type { FollowedThread } from "../../store/followed-thread.ts"
import { applyCorrections } from "./apply-corrections.ts"
import { delaySince } from "../looking/delay.ts"
import { findListeners } from "./listeners.ts"
import { createTakeBack, mendWords } from "./mend.ts"
import { findPrints } from "../looking/prints.ts"
import { readThreadOf, withoutPeople } from "../looking/read-thread.ts"
import { fromSourceWords } from "../../platform/sources/source-words.ts"
import { isSilenced, withoutWordsOf } from "../looking/silence.ts"
import { isMuteOver, tellPlace } from "./tell.ts"
import type { Listener, Telling } from "./tell.ts"
import type { WatcherParts } from "../watcher-parts.ts"

/**
 * Reads a thread that is due, finds what changed in meaning, and commits the new summary together with the messages
 * that tell of it. A crash anywhere before the commit leaves the thread due, as if nothing had been.
 */
export async function takeStep(followed: FollowedThread, parts: WatcherParts): Promise<void> {
  const { store, owner, logger, meters, clock } = parts
  try {
    const vetoes = await store.people.vetoes(followed.id)
    if (vetoes.length > 0) return await silenceThread(followed, parts)
    const optedOut = new Set((await store.people.vetoes("*")).map((veto) => veto.by))
    const ref = fromSourceWords(followed.source, parts.sources)
    const thread = withoutPeople(await readThreadOf(ref, parts.sources), optedOut)
    // The root turned up: the thread has another name than the first mail we saw let us think.
    if (thread.id !== followed.id) return void (await store.threads.rename(followed.id, thread.id, owner))
    await commitStep(followed, thread, parts)
  } catch (error) {
    if (error instanceof AppError && error.code === "objected") return silenceThread(followed, parts)
    const code = error instanceof AppError ? error.code : "bug"
    meters.sourceFailed(code)
    logger.warn("A watched thread could not be read", { code, thread: followed.revision })
    await store.threads.release(
      followed.id,
      owner,
      delaySince(clock.now(), followed.dueAt ?? clock.now().toISOString(), parts.settings.paceMs),
    )
  }
}

async function commitStep(followed: FollowedThread, thread: Thread, parts: WatcherParts): Promise<void> {
  const { store, owner, clock, newId } = parts
  const now = clock.now()
  const at = now.toISOString()
  const summary = applyCorrections(summarise(thread), await store.corrections.ofThread(followed.id))
  const before = isSilenced(followed.summary) ? undefined : followed.summary
  const since = followed.lookedAt === undefined ? now : new Date(followed.lookedAt)
  const found =
    before === undefined ? [] : [...findChanges(before, summary), ...deadlineChanges(summary, { since, until: now })]
  const { prints, gone, isEdited } = await comparePrints(followed, thread, parts)
  const takeBack = createTakeBack(thread, gone)
  const mends = isEdited ? await mendWords(followed, { store, at, newId, takeBack }) : []
  const changes = (isEdited ? takeBack(found) : undefined) ?? found
  const listeners = await findListeners(followed, summary, store)
  const tellings = listeners.map((listener) => tellPlace(listener, { thread: followed, summary, changes, at, newId }))
  const isKept = await store.threads.commit({
    thread: followed,
    owner,
    at,
    summary,
    prints,
    gone,
    changes,
    nextDueAt: nextDueAt(summary, listeners, now),
    outbox: [...tellings.flatMap((telling) => telling.outbox), ...mends],
    digest: tellings.flatMap((telling) => telling.digest),
  })
  if (isKept) await noteAfterwards({ followed, listeners, tellings, summary, at }, parts)
}

// The clock alone changes something at a deadline, and where a snooze ends: what was found meanwhile is shown then.
function nextDueAt(summary: Summary, listeners: readonly Listener[], now: Date): string | undefined {
  const mutesEnd = listeners.flatMap(({ mute }) => (typeof mute?.until === "object" ? [mute.until.at] : []))
  const deadline = nextDeadline(summary, now)?.toISOString()
  return [...mutesEnd, ...(deadline === undefined ? [] : [deadline])]
    .filter((at) => at > now.toISOString())
    .toSorted((left, right) => left.localeCompare(right))[0]
}

/** Somebody in the thread asked that it not be summarized: what was kept and said of it loses its words. */
async function silenceThread(followed: FollowedThread, parts: WatcherParts): Promise<void> {
  const { store, owner, clock, newId } = parts
  const at = clock.now().toISOString()
  if (followed.summary === undefined) return store.threads.release(followed.id, owner, undefined)
  const summary = withoutWordsOf(followed.summary)
  const before = await store.threads.prints(followed.id)
  const nothing = {
    id: followed.id,
    source: summary.thread.source,
    subject: "",
    messages: [],
    skipped: [],
    reasons: [],
  }
  const gone = [...before.keys()]
  const mends = await mendWords(followed, { store, at, newId, takeBack: createTakeBack(nothing, gone) })
  const listeners = await findListeners(followed, summary, store)
  const tellings = listeners.map((listener) =>
    tellPlace(listener, { thread: followed, summary, changes: [], at, newId }),
  )
  const outbox = [...tellings.flatMap((telling) => telling.outbox), ...mends]
  await store.threads.commit({
    thread: followed,
    owner,
    at,
    summary,
    prints: [],
    gone: [],
    changes: [],
    outbox,
    digest: [],
  })
}

interface Taken {
  readonly followed: FollowedThread
  readonly listeners: readonly Listener[]
  readonly tellings: readonly Telling[]
  readonly summary: ReturnType<typeof summarise>
  readonly at: string
}

async function noteAfterwards(
  { followed, listeners, tellings, summary, at }: Taken,
  { store, meters }: WatcherParts,
): Promise<void> {
  const known = followed.summary?.messages.length ?? 0
  meters.mailsRead(Math.max(0, summary.messages.length - known))
  for (const [index, listener] of listeners.entries()) {
    const entries = tellings[index]?.outbox ?? []
    for (const { content } of entries)
      if (content.kind === "changes") meters.changesTold(content.changes.length, listener.place.platform)
    if (listener.mute !== undefined && isMuteOver(listener, { at, thread: followed, summary }))
      await store.watches.removeMute(listener.mute.placeKey, followed.id)
  }
}

async function comparePrints(
  followed: FollowedThread,
  thread: Thread,
  { store }: WatcherParts,
): Promise<{
  readonly prints: ReturnType<typeof findPrints>
  readonly gone: readonly string[]
  readonly isEdited: boolean
}> {
  const before = await store.threads.prints(followed.id)
  const now = findPrints(thread.messages)
  const prints = now.filter(({ id, print }) => before.get(id) !== print)
  // What a source could not hand over this time is not gone.
  const isWhole = thread.skipped.length === 0 && thread.reasons.length === 0
  const present = new Set(now.map((print) => print.id))
  const gone = isWhole ? [...before].filter(([id, print]) => !present.has(id) && print !== "").map(([id]) => id) : []
  const isEdited = gone.length > 0 || prints.some(({ id }) => (before.get(id) ?? "") !== "")
  return { prints, gone, isEdited }
}
