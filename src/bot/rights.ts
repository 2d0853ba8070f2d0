import { AppError } from "../errors.ts"
import type { ThreadId } from "../model/thread.ts"
import type { Place } from "../platform/ask.ts"
import { placeKey } from "../platform/place-key.ts"
import { parseSource } from "../platform/sources/source-grammar.ts"
import { toSourceWords } from "../platform/sources/source-words.ts"
import { findSight, isAllowedPlace } from "../watch/delivering/visibility.ts"
import type { Asking } from "./asking.ts"
import { bareName } from "./grammar/words.ts"

/** The place that a command is about: the one named, or the one it was said in. Throws where the asker may not. */
export async function findPlace(channel: string | undefined, asking: Asking): Promise<Place> {
  const place = channel === undefined ? asking.ask.place : namedPlace(channel, asking)
  if (place.platform === "terminal")
    throw new AppError("usage", "Expected a channel to tell but this was said in the terminal", {
      hint: "Name it, for example: watch nntp:org.example.list in slack:C024BE91L",
    })
  await checkManages(place, asking)
  return place
}

// In the terminal a platform is named with the channel: `slack:C024`.
function namedPlace(channel: string, { ask }: Asking): Place {
  const groups = /^(?<platform>slack|discord):(?<channel>[^\s/]+)$/.exec(channel)?.groups
  const platform =
    groups?.["platform"] === "slack" ? "slack" : groups?.["platform"] === "discord" ? "discord" : undefined
  if (platform !== undefined) return { platform, team: ask.place.team, channel: groups?.["channel"] ?? "" }
  return { platform: ask.place.platform, team: ask.place.team, channel: bareName(channel) }
}

/** Who may set up what a place is told: whoever manages it, and everybody in a direct message of their own. */
export async function checkManages(place: Place, asking: Asking): Promise<void> {
  const { asker, place: here } = asking.ask
  if (asker.may.administer) return
  const isHere = placeKey({ ...place, thread: undefined }) === placeKey({ ...here, thread: undefined })
  if (isHere && asker.may.manageChannel) return
  if (isHere && (await isDirect(asking))) return
  throw new AppError("not-permitted", `Cannot change what channel ${place.channel} is told: you do not manage it`, {
    hint: "Ask somebody who manages the channel, or say it in a direct message to me, for yourself",
  })
}

/** Whether it was said in a direct message, which the asker alone reads. */
export async function isDirect({ ask, platforms }: Asking): Promise<boolean> {
  const platform = platforms.find((candidate) => candidate.name === ask.asker.platform)
  const direct = await platform?.directPlace(ask.asker.userId, ask.asker.team)
  return direct?.channel === ask.place.channel
}

export interface Shown {
  readonly threadId: ThreadId
  readonly source: string
}

/**
 * Throws where a private mailbox is named in a place that must not show it. Asked before anything is read, for even
 * that a message is there is private.
 */
export async function checkMayName(words: string | undefined, asking: Asking): Promise<void> {
  const { asker, place } = asking.ask
  if (words === undefined || asker.platform === "terminal") return
  const source = toSourceWords(parseSource(words, { origin: "chat", sources: asking.sources }))
  if (!(await isAllowedPlace(source, place, asking)))
    throw hiddenError(source, "no administrator has allowed this private source here")
}

/** Throws where the asker may not read the thread; looked up on the platform at the moment of asking. */
export async function checkMayRead({ threadId, source }: Shown, asking: Asking): Promise<void> {
  const { asker, place } = asking.ask
  if (asker.platform === "terminal") return
  await checkNoVeto(threadId, asking)
  for (const platform of asking.platforms) {
    const said = platform.placeOf(threadId)
    if (said === undefined) continue
    if (platform.name === asker.platform && (await platform.mayRead(asker.userId, said))) return
    throw new AppError("not-permitted", `Cannot show "${source}": you cannot read it where it was said`, {
      hint: "Ask somebody in that channel to let you in",
    })
  }
  const sight = await findSight({ threadId, from: [source] }, place, asking)
  if (sight.kind === "hidden") throw hiddenError(source, sight.reason)
}

/** Throws where a thread may not be shown to everybody in the place. */
export async function checkMayShow({ threadId, source }: Shown, place: Place, asking: Asking): Promise<void> {
  await checkNoVeto(threadId, asking)
  if (place.platform === "terminal") return
  const sight = await findSight({ threadId, from: [source] }, place, asking)
  if (sight.kind !== "shown") throw hiddenError(source, sight.reason)
}

async function checkNoVeto(threadId: ThreadId, { store }: Asking): Promise<void> {
  if ((await store.people.vetoes(threadId)).length === 0) return
  throw new AppError("not-permitted", "Cannot summarize this thread: somebody in it asked that it not be", {
    hint: "They can take that back by saying !nda off in the thread",
  })
}

function hiddenError(source: string, reason: string): AppError {
  return new AppError("not-permitted", `Cannot show "${source}" here: ${reason}`, {
    hint: "Ask for it in a channel that may show it, or in the thread itself",
  })
}
