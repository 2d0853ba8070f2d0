import type { Identity } from "../../model/message.ts"
import type { Participant } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { yesMeans } from "../stances/sentence/yes-no.ts"

/** Who has voted with nothing but an emoji. Nobody gets words for it: votes are counted, never shown as a stance. */
export interface ReactionVotes {
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
}

const YES = new Set(["+1", "thumbsup", "👍", "white_check_mark", "✅", "heavy_check_mark", "✔", "☑", "100", "💯"])
const NO = new Set(["-1", "thumbsdown", "👎", "x", "❌", "no_entry", "⛔", "no_entry_sign", "🚫"])

export const NO_VOTES: ReactionVotes = { yes: new Set(), no: new Set() }

/** The votes on what is proposed, without those of people whose own words say where they stand. */
export function reactionVotes({ facts, notable }: ThreadFacts, participants: readonly Participant[]): ReactionVotes {
  if (notable.reactions.length === 0) return NO_VOTES
  const said = new Set(participants.filter(hasSide).flatMap(({ addresses }) => addresses))
  const [yes, no] = [new Set<string>(), new Set<string>()]
  for (const place of notable.reactions) {
    const entry = facts[place]
    if (entry === undefined || !isPutToTheVote(entry)) continue
    for (const { emoji, by } of entry.message.reactions) {
      const votes = sideOf(emoji)
      for (const voter of by.filter((one) => isVoter(one, entry) && !said.has(one.address))) {
        yes.delete(voter.address)
        no.delete(voter.address)
        if (votes === "yes") yes.add(voter.address)
        else if (votes === "no") no.add(voter.address)
      }
    }
  }
  return { yes, no }
}

/** Who has shown a message their approval or refusal, whatever they wrote. */
export function reactedTo({ message }: MessageFacts, votes: "yes" | "no"): ReadonlySet<string> {
  const voted = message.reactions.filter(({ emoji }) => sideOf(emoji) === votes)
  return new Set(voted.flatMap(({ by }) => by.map(({ address }) => address)))
}

/** A proposal that starts the thread, a call for objections, a question for consent. */
function isPutToTheVote({ stance, parent, commitment, sentences }: MessageFacts): boolean {
  if (commitment.lazyConsensus !== undefined || yesMeans(sentences) !== undefined) return true
  return parent === undefined && (stance.matter.kind === "proposal" || stance.matter.kind === "patch")
}

function isVoter(voter: Identity, { message }: MessageFacts): boolean {
  return voter.isBot !== true && voter.address !== message.author.address
}

function hasSide({ stance }: Participant): boolean {
  return stance !== undefined && stance.position !== "informs"
}

/** Slack adds the skin tone: `+1::skin-tone-3`. */
function sideOf(emoji: string): "yes" | "no" | undefined {
  const name = emoji
    .replace(/^:|:$/g, "")
    .replace(/::?skin-tone-\d$/, "")
    .replace(/\p{Emoji_Modifier}|\p{Variation_Selector}/gu, "")
  if (YES.has(name)) return "yes"
  return NO.has(name) ? "no" : undefined
}
