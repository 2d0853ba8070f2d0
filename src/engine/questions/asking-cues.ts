import type { QuestionForm } from "./asked-question.ts"
import { quickFirst } from "../patterns/quick-pattern.ts"

/** Words by which people ask without, or beside, a question mark. */
export interface AskingCue {
  readonly pattern: RegExp
  readonly form: QuestionForm
  /** How often a sentence with it waits for somebody, from 0 to 1. */
  readonly weight: number
}

const OPENERS =
  "(?:\\W*(?:maybe|perhaps|so|but|and|then|or|hmm+|well|also|ok|okay|plus|btw|nit|minor|just|better),?:? )*"

/** Read top down: the first that fits decides. */
const ASKING_CUES: readonly AskingCue[] = [
  // An open door is no question.
  cue(
    /\b(?:feel free to|(?:don't|do not) hesitate|if you have (?:any|further|more|other)(?: (?:other|further|more|or|and|questions?|concerns?|comments?))* (?:questions?|concerns?|problems?|issues?|comments?|remarks?|feedback)|if (?:there are|there's) any|just ask|let (?:me|us) know if (?:you (?:have|need|want|prefer|see|find|run)|I|there|anything|something))\b/i,
    "requests",
    0.1,
  ),
  // They tell of not knowing; whether they want to be told is not said.
  cue(
    /\b(?:don't|do not|can't|cannot|didn't) (?:really |quite |even )?see (?:why|how|what|any|the)\b|\bwonder how (?:you|one|they|anybody|anyone) (?:can|could|would|will)\b/i,
    "wonders",
    0.35,
  ),
  cue(
    /\b(?:could|can|would|will) (?:you|somebody|someone|anybody|anyone|one of you|either of you|both of you)\b/i,
    "requests",
    0.6,
  ),
  cue(
    /\bplease,? (?:also |just |kindly |do )?(?:explain|clarify|elaborate|tell|let (?:me|us) know|confirm|advise|suggest|share|provide|propose|give|send|post|resend|check|verify|test|try|add|drop|remove|fix|update|change|rename|split|rebase|include|use|grep|review|have a look|take a look|look|consider|describe|document|make|move|put|keep|don't|stop|correct|replace|run|open|file|report|answer|reply|wait|cc|help)\b/i,
    "requests",
    0.7,
  ),
  cue(
    /\b(?:explain|clarify|confirm|share|propose|advise|check|add|review|test|try|send|fix|drop|remove|change|update|split|wait|resend)\b[^.?!]{0,80},? please[.!]*$/i,
    "requests",
    0.6,
  ),
  cue(/\blet (?:me|us) know\b/i, "requests", 0.55),
  cue(/\bI(?: was|'m| am) hoping (?:that )?(?:you|somebody|someone) (?:can|could|would|will)\b/i, "requests", 0.55),
  // "I'd like to see that merged" is a wish; this wants to be told.
  cue(
    /\bI(?:'d| would)?(?: also| really| still| just)? (?:like|love|want) to (?:know|understand|hear|learn) (?:more about |exactly )?(?:why|how|what|where|when|which|who|whether|if)\b/i,
    "wonders",
    0.55,
  ),
  cue(
    /\bI(?:'m| am| was|'ve been| have been)?(?: just| also| still| really)? wonder(?:ing|ed)?\b|^(?:just )?wondering\b|\bmakes me wonder\b/i,
    "wonders",
    0.6,
  ),
  cue(
    /\b(?:not|un)(?: really| quite| entirely| completely)? ?(?:sure|clear|certain)\b[^.]{0,30}\b(?:why|if|whether|what|how|where|when|which|who)\b/i,
    "wonders",
    0.45,
  ),
  cue(
    /\b(?:don't|do not|can't|cannot|didn't|fail to) (?:really |quite |fully |yet |even )?(?:understand|get|know|follow|recall|remember)\b[^.]{0,20}\b(?:why|how|what|where|when|which|whether|if|your)\b/i,
    "wonders",
    0.4,
  ),
  cue(
    /\b(?:curious|interested)\b[^.]{0,20}\b(?:why|how|what|where|whether|if|to (?:know|hear|see|learn))\b/i,
    "wonders",
    0.5,
  ),
  cue(
    /\b(?:my|the|one|another|main|real|next|only|first|second) (?:main |other |real |only |first |second )?question(?: here| then| now)? (?:(?:is|was|would be|remains|becomes)(?:[:,]| (?:then |now |really |just |still )?["“]?(?:why|how|what|where|when|which|who|whose|whether|if|do|does|is|are|can|could|should|would|will|to|about)\b))|^(?:(?:there(?:'s| is)|I(?: also)? have|just) )?(?:an? |(?:one )?(?:last |more |other )?|quick |another |first |second )?question(?: for [^:]{1,40})?[:,]/i,
    "wonders",
    0.55,
  ),
  cue(
    /\bI(?:'d| would)?(?: also| really)? need (?:some |your |more )?(?:advice|help|input|feedback|guidance)\b|\bany (?:comments?|thoughts|feedback|suggestions|advice|hints?|help|pointers?)\b[^.]{0,40}\bappreciated\b/i,
    "requests",
    0.5,
  ),
  cue(
    /\b(?:any|more) (?:comments?|thoughts|feedback|suggestions|opinions|advice|ideas?|hints?|help|pointers?)\b[^.]{0,60}\b(?:welcome|appreciated|wanted)\b/i,
    "requests",
    0.35,
  ),
  cue(
    /^\W*any (?:ideas?|thoughts?|comments?|opinions?|objections?|feedback|news|progress|updates?|chance|hints?|suggestions?|plans?|pointers?|advice|help)\b/i,
    "wonders",
    0.6,
  ),
  cue(
    /\b(?:would|'d|might|could) (?:also |really |still )?be (?:very |really |also |so |quite )?(?:good|nice|great|helpful|useful|interesting|wonderful|awesome|ideal|cool)\b[^.]{0,30}\b(?:to (?:see|know|hear|have|get)|if (?:you|one|some|any))/i,
    "requests",
    0.5,
  ),
  cue(
    /\b(?:would|'d|might|could) (?:also |really |still )?be (?:very |really |also |so |quite )?(?:good|nice|great|helpful|useful|interesting|better|best)\b[^.]{0,30}\b(?:to|if|for)\b/i,
    "requests",
    0.35,
  ),
  cue(
    /\bI(?:'d| would)(?: also| really| still)? (?:like|love|want|need|be interested|appreciate)\b[^.]{0,20}\b(?:to (?:see|know|hear|understand|have|get|ask|learn)|it if|if|your)\b/i,
    "requests",
    0.45,
  ),
  opening("(?:how|what) about\\b", 0.5),
  opening("(?:why not|why don't (?:we|you)|should(?:n't)? (?:we|this|it|that|you)|can't (?:we|you))\\b", 0.45),
  cue(
    /\bI(?:'d| would) (?:also |rather |just |really |simply )?(?:add|drop|remove|rename|move|use|suggest|recommend|split|put|make|expect|propose|merge|call|keep|change)\b/i,
    "suggests",
    0.3,
  ),
  opening(
    "(?:(?:please|do|and|also|then) )?(?:add|drop|remove|rename|move|use|split|fix|change|make|check|try|send|resend|rebase|explain|consider|keep|put|replace|test|run|post|document|update|include|avoid|ask|merge)\\b(?![:=(])",
    0.3,
  ),
  cue(
    /\b(?:you|it|this|that|we|they|patch|page|text|commit|series|paragraph|section|comment) (?:also |really |probably |still |just |perhaps |definitely )?(?:should|needs? to|must|has to|have to|ought to|might want to|may want to|could do with)\b/i,
    "suggests",
    0.25,
  ),
]

const firstOf = quickFirst(ASKING_CUES.map(({ pattern }) => pattern))

/** The cue that decides how a sentence asks; undefined where it has none. */
export function askingCue(text: string): AskingCue | undefined {
  return ASKING_CUES[firstOf(text)]
}

function cue(pattern: RegExp, form: QuestionForm, weight: number): AskingCue {
  return { pattern, form, weight }
}

/** A suggestion that opens its sentence. */
function opening(words: string, weight: number): AskingCue {
  return cue(new RegExp(`^${OPENERS}${words}`, "i"), "suggests", weight)
}
