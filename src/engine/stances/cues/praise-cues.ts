import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

/** Ways of praising something, of finding it better than all else, of taking its side, and of answering with yes or no. */
export const PRAISE_CUES: readonly Cue[] = [
  cue(
    "support",
    3,
    "applaud commend salute admire kudos hats",
    /(?<!\bif\b[^.;]{3,80})\bi(?: really| sincerely| do)* (?:applaud|commend|salute|admire)\b|\bkudos\b|\bhats off\b/,
  ),
  cue(
    "support",
    3,
    "winner hands comparable alternative option choice",
    /\b(?:is|was|remains) (?:clearly |still )?the (?:clear |obvious )?winner\b|\bwins hands down\b|\b(?:nothing (?:really )?comparable|no better (?:alternative|option|choice))\b/,
  ),
  cue(
    "support",
    2,
    "improved better nicer clearer",
    /\bthis (?:one |version |draft )?is (?:much|greatly|so much|a lot|far|way)(?: more)? (?:improved|better|nicer|clearer)\b/,
  ),
  cue(
    "support",
    1,
    "want need wanted needed",
    /\b(?:does|do|gives? you|gets?|you'll get|you will get) (?:exactly |precisely |just )?what you (?:want|need|wanted|needed)\b(?!.*\?$)/,
  ),
  cue(
    "support",
    3,
    "accepted merged applied",
    /\b(?:this|the|my|your) (?:patch|series|proposal|change|idea) should(?: eventually| really| finally| just| indeed)* be (?:accepted|merged|applied)\b/,
  ),
  cue("support", 3, "answer", /\bmy (?:own )?answer (?:is|would be) (?:a )?(?:clear |definite )?yes\b/),
  cue(
    "oppose",
    3,
    "no",
    /\bmy (?:own )?(?:answer|hunch|guess|vote|bet) (?:is|would be) (?:a )?(?:clear |definite )?no\b/,
  ),
  cue(
    "support",
    2,
    "i'll will i'm",
    /^(?:so |then |ok,? )*(?:if (?:nobody|no ?one|there (?:are|is) no) (?:else )?(?:objects?|minds?|objections?)|unless (?:i hear|any(?:body|one) (?:objects|minds)|some(?:body|one) (?:objects|minds)|there (?:are|is) (?:any )?objections?))\b.{0,40},? i(?:'ll| will|'m going to)\b/,
  ),
  cue(
    "support",
    2,
    "silly foolish unfair stupid mistake wrong unwise",
    /\b(?:silly|foolish|unfair|stupid|unwise|wrong|a mistake) to (?:criticize|criticise|blame|bash|dismiss|reject|attack|fault|complain about|drop|give up)\b/,
  ),
  cue(
    "support",
    2,
    "need have",
    /\byou (?:only |just )(?:need|have) to \w.{2,80}\bwithout (?:\w+ ){0,2}(?:\w+ing|having|needing)\b/,
  ),
  cue(
    "support",
    3,
    "block veto nack nak stand hold",
    /\b(?:i|we)(?: certainly| also| still| definitely| personally)* (?:won't|will not|wouldn't|would not|(?:don't|do not) (?:want|intend|plan) to|(?:'m|am|are|'re) not going to|'m not here to) (?:block|veto|nac?k|stand in (?:the|your|its|anybody's|anyone's) way|hold (?:it|this|that|you|things) (?:up|back))\b/,
  ),
]
