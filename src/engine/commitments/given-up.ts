import type { Commitment } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import { quick } from "../patterns/quick-pattern.ts"
import { isOfWhoNeedsHelp, saysSolved } from "../stances/success.ts"
import type { Pending } from "./find-commitments.ts"

const GIVES_UP = quick(
  /\bi(?:'ve| have)?(?: now| just| since| also)* (?:bailed (?:out )?on|given up on|gave up on|abandoned|dropped|scrapped)\b(?<what>.{0,80})/i,
)
const NO_TIME = quick(
  /\b(?:did not|didn't|have not|haven't|could not|couldn't) (?:yet )?(?:find|found|have|had|get|got|manage) (?:to find )?(?:the |any |enough |much )?time\b/i,
)

interface Promises {
  readonly entries: readonly Commitment[]
  readonly pending: Pending[] | undefined
}

/** The promises that their author takes back, puts a new one in the place of, or has no need of any more; no longer pending. */
export function givenUpIn(facts: MessageFacts, { entries, pending }: Promises): readonly number[] {
  if (pending === undefined || pending.length === 0) return []
  // What who asked for help meant to try, to ask and to do otherwise is moot once they have it.
  if (isOfWhoNeedsHelp(facts) && saysSolved(facts)) return pending.splice(0).map(({ index }) => index)
  const { sentences, commitment } = facts
  const isRenewed = commitment.promises.length > 0 && sentences.some(({ text }) => NO_TIME.test(text))
  const gone = pending.filter((entry) => {
    if (isRenewed && entry === pending.at(-1)) return true
    const promised = entries[entry.index]?.statement.text.toLowerCase() ?? ""
    return sentences.some(({ text }) =>
      namesIn(GIVES_UP.exec(text)?.groups?.["what"]).some((name) => promised.includes(name)),
    )
  })
  for (const entry of gone) pending.splice(pending.indexOf(entry), 1)
  return gone.map(({ index }) => index)
}

/** What is given up has to be named: words long enough to mean something. */
function namesIn(what = ""): readonly string[] {
  return what.toLowerCase().match(/[\p{L}\d][\p{L}\d._-]{3,}/gu) ?? []
}
