import type { Cue } from "./cue.ts"
import { cue } from "./cue.ts"

/** Ways of wishing for something, of being glad of it, and of offering a hand in it. */
export const WISH_CUES: readonly Cue[] = [
  cue(
    "support",
    2,
    "love",
    /\b(?:i(?:'d| would)|would)(?: really| personally| also| still| certainly| absolutely)* love to (?:see|have)\b(?! (?:some|any|more|your|the)? ?(?:thoughts|comments|feedback|opinions?|numbers|results|proof|evidence)\b)/,
  ),
  cue(
    "support",
    2,
    "hear see",
    /^(?:(?:very|really|so) )?(?:nice|good|great|glad|happy|pleased) to (?:hear|see)\b(?! (?:from|you|i|i'm|that i|that i'm)\b)/,
  ),
  cue(
    "support",
    2,
    "glad pleased delighted thrilled grateful",
    /\bi(?:'m| am)(?: really| very| so| quite)* (?:glad|pleased|delighted|thrilled|grateful) (?:to (?:see|hear|have)|that (?:this|somebody|someone|you)|somebody|someone|you)\b/,
  ),
  cue(
    "support",
    2,
    "happy glad willing",
    /\b(?:more than )?(?:happy|glad|willing) to (?:contribute|participate|volunteer|pitch in|lend a hand)\b/,
  ),
  cue(
    "support",
    2,
    "great awesome lovely wonderful fantastic nice cool excellent",
    /\bwould be(?: really| very)* (?:great|awesome|lovely|wonderful|fantastic|nice|cool|excellent) (?:too|as well|also)\b/,
  ),
  cue("support", 2, "impressed", /\bi(?:'m| am| was)(?: really| very| quite| pretty| so| most)* impressed\b/),
  cue(
    "support",
    2,
    "shaping start addition candidate",
    /\bshaping up (?:nicely|well)\b|^(?:a |an |that's a |this is a )?(?:great|very good|excellent) start\b|\b(?:great|excellent|welcome) (?:addition|candidate)\b/,
  ),
  cue(
    "support",
    2,
    "liked loved enjoyed",
    /\b(?:i |things? i |bits? i |parts? i )(?:really|always|particularly|especially) (?:liked|loved|enjoyed)\b/,
  ),
  cue(
    "support",
    2,
    "proven proved",
    /\b(?:has|have) (?:already |more than )?(?:proven|proved) (?:itself|themselves)\b/,
  ),
  cue(
    "support",
    2,
    "recommend recommended",
    /\brecommend (?:it|this|that|them) (?:highly|strongly|to everybody|to everyone)\b|\bhighly recommended\b/,
  ),
  cue(
    "support",
    3,
    "count sign thumbs plan sooner",
    /\b(?:count|sign) me (?:in|up)(?=[.,;!]|$)|\b(?:two |big )?thumbs up\b|\bsounds like a plan\b|\bthe sooner the better\b/,
  ),
  cue(
    "support",
    2,
    "waiting hoping awaited -awaited",
    /\b(?:i(?:'ve| have)|we(?:'ve| have)|been) been (?:waiting|hoping) for (?:this|something like)\b|\blong[- ]awaited\b/,
  ),
  cue(
    "support",
    3,
    "welcome endorse",
    /\b(?:i|we)(?: would|'d)?(?: very much| really| certainly| fully)* (?:welcome|endorse) (?:this|that|it|the (?:proposal|idea|plan|move|change|series|patch|initiative))\b/,
  ),
  cue(
    "support",
    1,
    "i'll will can could",
    /\bi(?:'ll| will| can| could)(?: also| gladly| happily)* (?:write (?:up )?(?:an?|the|some|something|one) |take care of|host |organi[sz]e|coordinate|publish|volunteer)\b/,
  ),
  // What somebody is bound to do is what they are asked for.
  cue(
    "ask",
    2,
    "obligation duty responsibility",
    /\b(?:has|have) (?:an|a|the) (?:obligation|duty|responsibility) to\b/,
  ),
]
