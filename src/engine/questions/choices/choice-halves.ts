import { choiceOptions } from "./choice-options.ts"
import { wellFormed } from "./option-shape.ts"
import type { Track } from "../track.ts"
import { withoutAddress } from "../answers/reply-verdict.ts"

/** What a question leaves to choose between, where its other options may have come in sentences or turns of their own. */
export function optionsOf({ asked, alternatives }: Pick<Track, "asked" | "alternatives">): readonly string[] {
  if (asked.options.length > 1 || alternatives.length === 0) return asked.options
  const [first, ...others] = [asked.text, ...alternatives].map(withoutAddress)
  if (first === undefined) return []
  const [second = "", ...more] = others.map((text) => text.replace(OPENING, ""))
  const joined = more.length === 0 ? choiceOptions(`${endOf(first)}? or ${second}`) : []
  return joined.length > 1 ? joined : wellFormed([first, second, ...more])
}

const OPENING = /^(?:or|alternatively|rather than|instead of),? /i

function endOf(text: string): string {
  return text.replace(/[?\s]+$/, "")
}
