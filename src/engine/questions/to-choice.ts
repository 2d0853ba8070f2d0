import type { Choice, Favour, ParticipantId, Question } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import { favouredIn } from "./favours-in.ts"
import type { FavourDeed, Track } from "./question-memory.ts"

/** A choice as a grid: who favours which option, since when, and who says nothing. */
export function toChoice(
  question: Question,
  { track, thread }: { readonly track: Track; readonly thread: ThreadFacts },
): Choice {
  const favours = [...latestFavours(favourDeeds(track, question)).values()]
  const spoken = new Set(favours.map((favour) => favour.participant))
  const expected = question.addressedTo.length > 0 ? question.addressedTo : everybody(thread)
  const silent = expected.filter((id) => !spoken.has(id))
  return { questionId: question.id, options: question.options, favours, silent }
}

function everybody({ people }: ThreadFacts): readonly ParticipantId[] {
  return people.authors.filter((person) => !person.isBot).map((person) => person.id)
}

/** Options that came in a sentence or turn of their own are known only here: what answers them is looked through anew. */
function favourDeeds(track: Track, { id, options }: Question): readonly FavourDeed[] {
  if (track.alternatives.length === 0) return track.favours
  return track.deeds.flatMap(({ link, by, doer }) => {
    if (link.does !== "answers") return []
    const favoured = favouredIn(link.text, { options, isAnswer: true })
    return favoured === undefined ? [] : [{ link: { questionId: id, ...favoured }, by, doer }]
  })
}

/** The last word of each person; where they had favoured another option before, that is told too. */
function latestFavours(deeds: readonly FavourDeed[]): ReadonlyMap<ParticipantId, Favour> {
  const latest = new Map<ParticipantId, Favour>()
  for (const { link, by, doer } of deeds) {
    const before = latest.get(doer)
    if (before?.option === link.option) continue
    latest.delete(doer)
    latest.set(doer, {
      participant: doer,
      option: link.option,
      statement: { messageId: by.message.id, text: link.text },
      ...(before !== undefined && { movedFrom: before.option }),
      ...(by.message.sentAt !== undefined && { sentAt: by.message.sentAt }),
    })
  }
  return latest
}
