import type { Choice, Favour, ParticipantId, Question } from "../../../model/summary.ts"
import { favourOf } from "../favours/favour-links.ts"
import type { FavourDeed, Track } from "../track.ts"

/** A choice as a grid: who favours which option, since when, and who says nothing. */
export function toChoice(question: Question, track: Track): Choice {
  const favours = [...latestFavours(favourDeeds(track, question)).values()]
  const spoken = new Set(favours.map((favour) => favour.participant))
  const silent = tookPart(question, track).filter((id) => !spoken.has(id))
  return { questionId: question.id, options: question.options, favours, silent }
}

/** Who is to choose, or said something to it, and is for none: not who only asks, nor who answered in words that may well choose. */
function tookPart(
  { askedBy, addressedTo, answers }: Question,
  { deeds, passedOverBy }: Track,
): readonly ParticipantId[] {
  const answered = new Set(answers.filter(({ statement }) => !TAKES_NONE.test(statement.text)).map(({ by }) => by))
  const part = [...addressedTo, ...deeds.map(({ doer }) => doer), ...passedOverBy]
  return [...new Set(part)].filter((id) => id !== askedBy && !answered.has(id))
}

/** Says that both will do, or neither, or that it depends. */
const TAKES_NONE =
  /\b(?:both|either|neither|any of (?:them|these|those)|depends?|(?:doesn't|does not) matter|no (?:strong )?(?:opinion|preference)|(?:don't|do not) (?:really )?(?:care|mind|know)|not sure)\b|\b(?:could live|fine) with\b.*\bor\b/i

// So many sentences of a reply are looked through.
const MOST_READ = 200

/** Options that came in a sentence or turn of their own are known only here: what answers them is looked through anew. */
function favourDeeds(track: Track, { id, options }: Question): readonly FavourDeed[] {
  if (track.alternatives.length === 0) return track.favours
  const choice = { ...track.asked, id, options, isLabelled: false }
  return track.deeds.flatMap(({ link, by, doer }) => {
    if (link.does !== "answers") return []
    const favoured = favourOf(by, { choice, isAnswer: true, most: MOST_READ })
    return favoured === undefined ? [] : [{ link: favoured, by, doer }]
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
