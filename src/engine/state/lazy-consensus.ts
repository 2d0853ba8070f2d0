import type { Participant, ThreadState } from "../../model/summary.ts"
import { shownName } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { quick } from "../patterns/quick-pattern.ts"
import { reactedTo } from "./reaction-votes.ts"
import { dayOf, listNames, nameOf } from "./state-words.ts"

/** "Unless anybody objects by Friday": in force until somebody is against it, in words or by a thumb down. */
export function lazyConsensus(
  thread: ThreadFacts,
  { participants }: { readonly participants: readonly Participant[] },
): ThreadState | undefined {
  const at = thread.notable.calls.at(-1) ?? -1
  const called = thread.facts[at]
  const consensus = called?.commitment.lazyConsensus
  if (called === undefined || consensus === undefined) return undefined
  const since = thread.facts.slice(at + 1)
  if (since.some(isObjection) || reactedTo(called, "no").size > 0) return undefined
  const { deadline } = consensus
  const by = thread.authors[at]?.id
  const silent = silentSince({ called, since, by }, participants)
  const rest = silent.length === 0 ? "" : `; nothing since from ${listNames(silent)}`
  const term = deadline === undefined ? "" : ` by ${dayOf(deadline)}`
  const text = `${nameOf(by, { participants })} goes ahead unless somebody objects${term}${rest}`
  return { kind: "waiting", text, ...(deadline !== undefined && { deadline }) }
}

/** Who asks for time stops it as much as who is against it. */
function isObjection({ stance, sentences }: MessageFacts): boolean {
  return (
    (stance.position === "opposes" && stance.strength >= 2) || sentences.some(({ text }) => ASKS_TO_WAIT.test(text))
  )
}

const ASKS_TO_WAIT = quick(
  /\b(?:please|could you|can you|would you|kindly) (?:please )?(?:wait|hold (?:off|on)|give (?:me|us)|(?:do not|don't) (?:apply|merge|push|commit|queue))\b|^(?:wait|hold (?:off|on))\b|\b(?:give (?:me|us)|i need|i'd need|we need) (?:until|till|a (?:few|couple of) (?:more )?days|some (?:more )?(?:time|days)|another (?:day|week|few days)|more time)\b/i,
)

interface Call {
  readonly called: MessageFacts
  readonly since: readonly MessageFacts[]
  readonly by: string | undefined
}

/** Whoever took part before, and has neither written nor put a thumb up since. */
function silentSince({ called, since, by }: Call, participants: readonly Participant[]): readonly string[] {
  const heard = new Set(since.map(({ message }) => message.id))
  const approving = reactedTo(called, "yes")
  return participants.flatMap((person) => {
    const { isBot, id, messageIds, addresses } = person
    const hasSpoken = messageIds.some((message) => heard.has(message)) || addresses.some((one) => approving.has(one))
    return isBot || id === by || hasSpoken ? [] : [shownName(person)]
  })
}
