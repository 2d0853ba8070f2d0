import { AppError } from "../../errors.ts"
import type { ThreadId } from "../../model/thread.ts"
import type { Note } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"
import { toSourceWords } from "../../platform/sources/source-words.ts"
import type { SourceRef } from "../../platform/sources/thread-source.ts"
import type { Asking } from "../asking.ts"
import { askerKey, provenAddresses } from "../asking.ts"
import type { Command } from "../grammar/command.ts"
import { findThread } from "../find-thread.ts"
import { note, text } from "../note.ts"
import { findPlace } from "../rights.ts"
import { forgetThread as removeThread, placesOfThread } from "../../watch/forget-thread.ts"

type Of<Kind extends Command["kind"]> = Extract<Command, { readonly kind: Kind }>

/** A participant's no to summaries: of the thread it is said in, or of their own words anywhere. */
export async function veto(command: Of<"veto">, asking: Asking): Promise<Note> {
  const { store, ask } = asking
  if (ask.here === undefined) return vetoEverywhere(command.isLifted, asking)
  const threadId = chatThread(ask.here, asking) ?? (await asking.readThread({}, ask)).thread.id
  const by = askerKey(asking)
  if (command.isLifted) {
    const wasTheirs = await store.people.removeVeto(threadId, by)
    await look([threadId], asking)
    return note([text(wasTheirs ? "Your no is taken back." : "You had not objected in this thread.")])
  }
  await store.people.addVeto({ threadId, by, at: asking.now.toISOString() })
  await look([threadId], asking)
  return note([
    text("This thread is no longer summarized, and what was kept of it is removed. Say !nda off to take that back."),
  ])
}

/** A thread of a chat is known by where it was said: nothing is read of one that somebody objects to. */
function chatThread(here: SourceRef, { platforms }: Asking): ThreadId | undefined {
  const id = toThreadId(toSourceWords(here))
  return platforms.some((platform) => platform.placeOf(id) !== undefined) ? id : undefined
}

async function vetoEverywhere(isLifted: boolean, asking: Asking): Promise<Note> {
  const addresses = [...(await provenAddresses(asking)), asking.ask.asker.userId]
  for (const address of addresses) {
    if (isLifted) await asking.store.people.removeVeto("*", address)
    else await asking.store.people.addVeto({ threadId: "*", by: address, at: asking.now.toISOString() })
    await look(
      (await asking.store.threads.ofParticipant(address)).map((thread) => thread.id),
      asking,
    )
  }
  return note([
    text(
      isLifted
        ? "Your words count again."
        : "Your words are left out of every summary. Say !nda off to take that back.",
    ),
  ])
}

/** Removes what is kept of a person, a thread or a channel. */
export async function forget(command: Of<"forget">, asking: Asking): Promise<Note> {
  if (command.what === "person") return forgetPerson(command.target, asking)
  if (command.what === "thread") return forgetThread(command.target, asking)
  const place = await findPlace(command.target === "" ? undefined : command.target, asking)
  const removed = await asking.store.forgetPlace(placeKey({ ...place, thread: undefined }))
  return note([text(`Forgotten: ${removed} records of channel ${place.channel}.`)])
}

async function forgetPerson(target: string, asking: Asking): Promise<Note> {
  const mine = [...(await provenAddresses(asking)), asking.ask.asker.userId]
  const isMe = target === "me" || mine.includes(target.toLowerCase())
  if (!isMe && !asking.ask.asker.may.administer)
    throw new AppError(
      "not-permitted",
      `Cannot forget ${target}: only they themselves or an administrator may ask for it`,
    )
  const addresses = isMe ? mine : [target.toLowerCase()]
  const tied = (await asking.store.identities.ofAddresses(addresses)).map((identity) => identity.personKey)
  const threads = new Set<ThreadId>()
  for (const address of addresses) {
    for (const thread of await asking.store.threads.ofParticipant(address)) threads.add(thread.id)
    // Without this the next mail would bring their words back.
    await asking.store.people.addVeto({ threadId: "*", by: address, at: asking.now.toISOString() })
  }
  const personKeys = isMe ? [...tied, askerKey(asking)] : tied
  const removed = await asking.store.people.forget({ personKeys, addresses })
  await look([...threads], asking)
  return note([
    text(`Forgotten: ${removed} records; their words leave ${threads.size} summaries now and stay out of them.`),
  ])
}

async function forgetThread(target: string, asking: Asking): Promise<Note> {
  const { may } = asking.ask.asker
  if (!may.administer && !may.manageChannel)
    throw new AppError("not-permitted", "Cannot forget a thread: only who manages the channel may ask for it")
  const { store, now, newId } = asking
  const known = target.includes(":") ? await asking.store.threads.find(toThreadId(target)) : undefined
  const threadId = known?.id ?? (await findThread(target, asking)).threadId
  const here = placeKey({ ...asking.ask.place, thread: undefined })
  const isElsewhere = (await placesOfThread(threadId, store)).some((place) => placeKey(place) !== here)
  if (isElsewhere && !may.administer)
    throw new AppError("not-permitted", "Cannot forget this thread: other channels are told of it, too", {
      hint: "Say unwatch to stop it here, or ask an administrator",
    })
  const isRemoved = await removeThread(threadId, { store, now, newId })
  asking.wake()
  return note([
    text(
      isRemoved
        ? "Forgotten: the thread, what was kept of it, and what was posted of it."
        : "Nothing was kept of this thread.",
    ),
  ])
}

function toThreadId(text: string): ThreadId {
  const at = text.indexOf(":")
  return `${text.slice(0, at)}:${text.slice(at + 1)}`
}

// What is kept of these threads is drawn anew without waiting.
async function look(ids: readonly ThreadId[], { store, now, wake }: Asking): Promise<void> {
  for (const threadId of ids) {
    const thread = await store.threads.find(threadId)
    if (thread === undefined) continue
    const feed = thread.feeds[0] ?? thread.source
    await store.threads.noteNews([
      { threadId, source: thread.source, feed, at: now.toISOString(), quietMs: 0, latestMs: 0, messageIds: [] },
    ])
  }
  wake()
}
