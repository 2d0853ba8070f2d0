import { IANAZone } from "luxon"
import { AppError } from "../../errors.ts"
import type { Note } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { PlaceSettings } from "../../store/watch.ts"
import { toSourceWords } from "../../platform/sources/source-words.ts"
import { nextDigestAt } from "../../watch/delivering/digest.ts"
import { privatePlaceOf } from "../../watch/delivering/visibility.ts"
import type { Asking } from "../asking.ts"
import { askerKey } from "../asking.ts"
import type { Command } from "../grammar/command.ts"
import { findThread } from "../find-thread.ts"
import { note, text } from "../note.ts"
import { checkManages, findPlace, isDirect } from "../rights.ts"
import { findRef } from "./watch.ts"

type Of<Kind extends Command["kind"]> = Extract<Command, { readonly kind: Kind }>

/** Shows or changes how this place, and this person, are told. */
export async function settings(command: Of<"settings">, asking: Asking): Promise<Note> {
  const { store, ask } = asking
  const key = placeKey({ ...ask.place, thread: undefined })
  const now = (await store.watches.settings(key)) ?? defaultSettings(asking)
  if (command.name === undefined) return describe(now, asking)
  if (command.name === "mentions") return setMentions(command.value, asking)
  await checkManages(ask.place, asking)
  const changed = change(now, command)
  const digestDueAt = changed.show === "digest" ? nextDigestAt(changed, asking.now).toISOString() : undefined
  await store.watches.saveSettings({ ...changed, digestDueAt })
  return describe(changed, asking)
}

function defaultSettings({ ask }: Asking): PlaceSettings {
  const place = { ...ask.place, thread: undefined }
  return { place, show: "replies", digestAt: "09:00", zone: ask.asker.timeZone ?? "utc" }
}

function change(now: PlaceSettings, { name, value = "" }: Of<"settings">): PlaceSettings {
  if (name === "show" && (value === "card" || value === "replies" || value === "digest")) return { ...now, show: value }
  if (name === "digest-at" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) return { ...now, digestAt: value }
  if (name === "zone" && IANAZone.isValidZone(value)) return { ...now, zone: value }
  throw new AppError("usage", `Expected a setting and its value but found "${[name, value].join(" ").trim()}"`, {
    hint: "For example: settings show digest, settings digest-at 09:00, settings zone Europe/Berlin, settings mentions on",
  })
}

async function setMentions(value: string | undefined, asking: Asking): Promise<Note> {
  if (value !== "on" && value !== "off")
    throw new AppError("usage", `Expected mentions on or off but found "${value ?? ""}"`, {
      hint: "For example: settings mentions on",
    })
  await asking.store.people.saveMentions(askerKey(asking), value === "on")
  return describe(
    (await asking.store.watches.settings(placeKey({ ...asking.ask.place, thread: undefined }))) ??
      defaultSettings(asking),
    asking,
  )
}

async function describe(now: PlaceSettings, asking: Asking): Promise<Note> {
  const digest = now.show === "digest" ? ` at ${now.digestAt} ${now.zone}` : ""
  const mentions = await asking.store.people.wantsMentions(askerKey(asking))
  return note([
    text(`${(await isDirect(asking)) ? "Here you are" : "This channel is"} told by ${now.show}${digest}.`),
    text(`You are ${mentions ? "mentioned when it is your turn" : "never mentioned"} (settings mentions on|off).`),
    text("Change with: settings show card|replies|digest, settings digest-at 09:00, settings zone Europe/Berlin", 1),
  ])
}

/** Keeps one thread quiet in this place. */
export async function mute(command: Of<"mute">, asking: Asking): Promise<Note> {
  const place = await findPlace(undefined, asking)
  const { threadId } = await findThread(command.source, asking)
  await asking.store.watches.saveMute({
    placeKey: placeKey({ ...place, thread: undefined }),
    threadId,
    until: command.until,
  })
  const until =
    command.until === "unmuted"
      ? "until you say unmute"
      : command.until === "reply"
        ? "until somebody replies"
        : `until ${command.until.at}`
  return note([text(`This thread is quiet here ${until}.`)])
}

/** Hears of a thread again: the mute ends now, and the step that finds it over brings the card up to date. */
export async function unmute(command: Of<"unmute">, asking: Asking): Promise<Note> {
  const { store, now } = asking
  const key = placeKey({ ...(await findPlace(undefined, asking)), thread: undefined })
  const { threadId, source } = await findThread(command.source, asking)
  const isMuted = (await store.watches.mutes(threadId)).some((mute) => mute.placeKey === key)
  if (!isMuted) return note([text("This thread was not muted here.")])
  const at = now.toISOString()
  const known = await store.threads.find(threadId)
  if (known === undefined) await store.watches.removeMute(key, threadId)
  else {
    await store.watches.saveMute({ placeKey: key, threadId, until: { at } })
    const feed = known.feeds[0] ?? source
    await store.threads.noteNews([{ threadId, source, feed, at, quietMs: 0, latestMs: 0, messageIds: [] }])
  }
  asking.wake()
  return note([text("I tell of this thread again.")])
}

/** An administrator's word that a place may show a private source. */
export async function allow(command: Of<"allow">, asking: Asking): Promise<Note> {
  const { ask, store, now } = asking
  if (!ask.asker.may.administer)
    throw new AppError("not-permitted", `Cannot allow "${command.source}": only an administrator may`, {
      hint: "Ask an administrator of this workspace",
    })
  const place = await findPlace(command.channel, asking)
  const key = placeKey({ ...place, thread: undefined })
  const source = privatePlaceOf(toSourceWords(await findRef(command.source, asking)), asking)
  if (source === undefined)
    throw new AppError("usage", `Cannot allow "${command.source}": it is no private mailbox that is set up here`, {
      hint: "Everybody may read it: it needs no permission",
    })
  if (command.isTakenBack) {
    await store.watches.removeAllowance(source, key)
    return note([text(`${source} is no longer shown in ${place.channel}.`)])
  }
  await store.watches.saveAllowance({
    source,
    placeKey: key,
    by: askerKey(asking),
    at: now.toISOString(),
  })
  return note([text(`${source} may be shown in ${place.channel}.`)])
}
