import type { ParticipantId } from "../../../model/summary.ts"
import type { MessageFacts } from "../../message-facts.ts"
import type { People } from "../../people/people.ts"
import type { Agreement } from "./agreement.ts"
import { authorNamed } from "../addressees/author-named.ts"
import { bareLetters } from "../words/bare-letters.ts"
import type { FavourDeed, Track } from "../track.ts"

/** What is known when a message agrees with another. */
interface Known {
  readonly people: People
  readonly author: ParticipantId
  readonly favoursByMessage: ReadonlyMap<string, readonly FavourDeed[]>
  readonly trackById: ReadonlyMap<string, Track>
}

// In a chat, somebody else may have spoken in between.
const MOST_BETWEEN = 4
// A mail of more sentences says more than what it is for: who agrees with it has to quote that.
const SHORT = 5

/** Which options somebody speaks for who agrees with another's word. */
export function agreedFavours(by: MessageFacts, known: Known): readonly FavourDeed[] {
  const { agreement } = by.question
  if (agreement === undefined) return []
  const person = agreement.name === undefined ? undefined : whoIs(agreement.name, known)
  const deeds = person === undefined ? favoursAbove(by, agreement, known) : favoursOf(person, by, known)
  return deeds.flatMap(({ link: { questionId, option } }) => {
    const options = known.trackById.get(questionId)?.asked.options ?? []
    const meant = agreement.agrees ? option : options.length === 2 ? options.find((one) => one !== option) : undefined
    return meant === undefined
      ? []
      : { link: { questionId, option: meant, text: agreement.text }, by, doer: known.author }
  })
}

/** What stands in the quote above it, or in the short message that it answers. */
function favoursAbove(by: MessageFacts, { quote }: Agreement, known: Known): readonly FavourDeed[] {
  const isChat = by.message.medium === "chat"
  let above = isChat ? by.previous : by.parent
  for (let step = 0; above !== undefined && step < MOST_BETWEEN; step++) {
    const isShort = step === 0 || isChat ? above.sentences.length <= SHORT : false
    const deeds = (known.favoursByMessage.get(above.message.id) ?? []).filter(
      ({ link, doer }) =>
        doer !== known.author && (quote === undefined ? isShort : quote.includes(bareLetters(link.text))),
    )
    if (deeds.length > 0) return deeds
    above = isChat ? above.previous : above.parent
  }
  return []
}

function whoIs(name: string, { people, author }: Known): ParticipantId | undefined {
  const id = (people.named(name) ?? authorNamed(name, people))?.id
  return id === author ? undefined : id
}

/** The latest word of somebody called by name on the choices above. */
function favoursOf(person: ParticipantId, by: MessageFacts, { trackById }: Known): readonly FavourDeed[] {
  const isChat = by.message.medium === "chat"
  const found: FavourDeed[] = []
  let above = isChat ? by.previous : by.parent
  for (let step = 0; above !== undefined && step < MOST_ABOVE; step++) {
    for (const { id, kind } of above.question.asked) {
      const last = kind === "choice" ? trackById.get(id)?.favours.findLast(({ doer }) => doer === person) : undefined
      if (last !== undefined) found.push(last)
    }
    above = isChat ? above.previous : above.parent
  }
  return found
}

const MOST_ABOVE = 24
