import type { ParticipantId } from "../../../model/summary.ts"
import type { ThreadFacts } from "../../facts.ts"
import { authorNamed } from "../addressees/author-named.ts"
import { takesOn } from "./putting-off.ts"
import type { Deed } from "../track.ts"
import { quick } from "../../patterns/quick-pattern.ts"

/** Hands the question on to somebody else. */
const HANDS_ON = quick(
  /\b(?:[Cc][Cc]['’]?(?:ing|d|ed)?|[Aa]dding|[Ll]ooping in) (?:him|her|them|(?<added>\p{Lu}[\p{L}-]+))\b|\b(?!(?:This|That|It|I|You|We|They|He|She|There|Nobody|Which|What)\b)(?<knowing>\p{Lu}[\p{L}-]+) (?:may|might|would|should|can|could) (?:know|tell|comment|answer|chime in)\b|\b(?:ask|wait for|asked of|over to|leave (?:that|this|it)(?: one)? (?:to|for)) (?!You\b|The\b)(?<asked>\p{Lu}[\p{L}-]+)\b|^(?<called>\p{Lu}[\p{L}-]+)[,:] (?:(?:I(?:'ll| will)?|we) leave (?:that|this|it) (?:one )?(?:to|for|with) you|over to you|can you (?:take|answer) (?:this|that)(?: one)?)\b|\b(?<one>\p{Lu}[\p{L}-]+) (?:would|will|is|might|may) (?:probably )?be the (?:one|person|man|woman) to (?:ask|tell|know)\b|\bshould be (?:asked of|put to)\b/u,
)
/** Whether a sentence gives the question to somebody else. */
export function handsOn(text: string): boolean {
  return HANDS_ON.test(text)
}

/** Who has the question since it was put off: the one it was handed on to, or who said that they will look. */
export function handedTo(deeds: readonly Deed[], { people }: ThreadFacts): ParticipantId | undefined {
  const deed = deeds.findLast(({ link }) => link.does === "defers")
  if (deed === undefined) return undefined
  for (const text of around(deed)) {
    const found = HANDS_ON.exec(text)
    const name = Object.values(found?.groups ?? {}).find((group) => group !== undefined)
    const next = authorNamed(name ?? "", people)
    if (next !== undefined) return next.id
    // Handed on to somebody who has not spoken.
    if (found !== null) return undefined
    if (takesOn(text)) return deed.doer
  }
  return undefined
}

/** The sentence that puts the question off, and its neighbours. */
function around({ link, by }: Deed): readonly string[] {
  const at = by.sentences.findIndex(({ text }) => text === link.text)
  return by.sentences.slice(Math.max(0, at - 1), at + 3).map(({ text }) => text)
}
