import type { MessageFacts } from "../../message-facts.ts"
import type { People } from "../../people/people.ts"
import { authorNamed } from "../addressees/author-named.ts"
import type { Deed, Track } from "../track.ts"
import { overlapOf, tellingWords } from "../../words/telling-words.ts"

const CREDITS =
  /\b(?:as|like|per|with|addressing|following|by) (?<name>\p{Lu}[\p{L}-]+)(?:['’]s?)? (?:has |had |also )?(?:suggest|ask|request|propos|recommend|point|mention|comment|remark)/u
/** What a credit ends with: it is rarer than what it begins with, so it is looked for first. */
const CREDITED = / (?:suggest|ask|request|propos|recommend|point|mention|comment|remark)/
// Names and matter together leave little doubt; the words alone rarely agree by more.
const SAME_MATTER = 0.2

/** Whether a message does what somebody suggested: who that is may change when somebody of that name comes in. */
export function creditsSomebody(by: MessageFacts): boolean {
  return by.sentences.some(({ text }) => CREDITED.test(text) && CREDITS.test(text))
}

/** What a message does "as Robin suggested", with the question of Robin's that it speaks of: it need not be a reply to it. */
export function creditedAsks(
  by: MessageFacts,
  { people, tracks, doer }: { readonly people: People; readonly tracks: readonly Track[]; readonly doer: Deed["doer"] },
): readonly (readonly [Track, Deed])[] {
  return by.sentences.flatMap(({ text }) => {
    const name = CREDITED.test(text) ? CREDITS.exec(text)?.groups?.["name"] : undefined
    const person = name === undefined ? undefined : authorNamed(name, people)
    if (person === undefined || person.id === doer) return []
    const words = tellingWords(text)
    return tracks.flatMap((track): readonly (readonly [Track, Deed])[] => {
      const { asked, asker } = track
      const overlap = asker === person.id ? overlapOf(asked.words, words) : 0
      if (overlap < SAME_MATTER) return []
      const link = {
        questionId: asked.id,
        asked: asked.messageId,
        does: "answers" as const,
        score: 0.5 + 0.5 * overlap,
      }
      return [[track, { link: { ...link, text, isReaction: true }, by, doer }]]
    })
  })
}
