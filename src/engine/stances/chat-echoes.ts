import type { Identity } from "../../model/message.ts"
import type { Position } from "../../model/summary.ts"
import { isSamePerson } from "../people/same-person.ts"
import { wordsOf } from "../words/words.ts"
import type { StanceAbove } from "./stance-facts.ts"

/** A first or full name, as a group of its own. */
function named(group: string): string {
  return `@?(?<${group}>[\\p{L}\\p{N}_.-]{2,30})(?: \\p{Lu}[\\p{L}-]{1,30})?`
}

const ECHO = new RegExp(
  `^(?:\\^{1,5}(?: this| that)?|this|same(?: here)?|ditto|agreed|seconded|(?:i(?:'d)? )?second(?:ing)? (?:that|this|it)|exactly|(?:(?:yeah|yes|yep),? )?(?:what ${named("said")} said|\\+1 (?:to|for) ${named("voted")}|(?:i(?:'m| am)? )?(?:agree(?:d)?|with) (?:with )?${named("joined")}|${named("right")} is right))[.!]*$`,
  "iu",
)

// What was said more turns ago is not what somebody points at.
const MOST_TURNS_BACK = 8
/** Below this a turn takes no side. */
const TAKES_SIDE = 0.8

/** In a chat "^^", "same" or "what Ben said" stand where the one stands who spoke before, or the one they name; undefined where none took a side. */
export function echoedIn(text: string, author: Identity, previous: StanceAbove | undefined): Position | undefined {
  const match = text.length > LONGEST ? null : ECHO.exec(text)
  if (match === null) return undefined
  const { said, voted, joined, right } = match.groups ?? {}
  const called = (said ?? voted ?? joined ?? right)?.toLowerCase()
  let turn = previous
  for (let step = 0; turn !== undefined && step < MOST_TURNS_BACK; step++, turn = turn.previous)
    if (takesSide(turn) && isMeant(turn, { author, called })) return turn.stance.position
  return undefined
}

function takesSide({ stance }: StanceAbove): boolean {
  return stance.position !== "informs" && stance.strength >= TAKES_SIDE
}

function isMeant(
  { message }: StanceAbove,
  { author, called }: { readonly author: Identity; readonly called: string | undefined },
): boolean {
  return called === undefined
    ? !isSamePerson(message.author, author)
    : wordsOf(message.author.name ?? "").includes(called)
}

// "Yeah, what somebody with a long name said."
const LONGEST = 60
