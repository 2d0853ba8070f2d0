import type { QuestionForm } from "./asked-question.ts"

/** What the shape of one sentence says of whether it asks. */
export interface AskingShape {
  readonly form: QuestionForm
  readonly weight: number
  readonly hasMark: boolean
}

interface Cue {
  readonly pattern: RegExp
  readonly form: QuestionForm
  readonly weight: number
}

// Read top down, the first that fits decides. Weights: how often a sentence of this shape waits for somebody.
const CUES: readonly Cue[] = [
  cue(
    /\b(?:feel free to|don't hesitate|do not hesitate|if you have (?:any|further|more) (?:questions?|concerns?|problems?|issues?)|if (?:there are|there's) any|just ask|let me know if (?:you (?:have|need|want|prefer|see|find|run)|I|there|anything|something))\b/i,
    "requests",
    0.1,
  ),
  cue(
    /\b(?:could|can|would|will) (?:you|somebody|someone|anybody|anyone|one of you|either of you|we) (?:please|kindly|maybe|perhaps|at least|also|also please)?\b(?!.*\bfind attached)/i,
    "requests",
    0.6,
  ),
  cue(
    /\bplease,? (?:explain|clarify|elaborate|tell|let (?:me|us) know|confirm|advise|suggest|share|provide|propose|give|send|post|resend|check|verify|test|try|add|drop|remove|fix|update|change|rename|split|rebase|include|use|grep|review|have a look|take a look|look|consider|describe|document|make|move|put|keep|do|don't|stop|correct|replace|run|open|file|report|answer|reply|wait|cc|help)\b/i,
    "requests",
    0.7,
  ),
  cue(
    /\b(?:explain|clarify|confirm|share|propose|advise|check|add|review|test|try|send|fix|drop|remove|change|update|split|wait|resend)\b[^.?!]{0,80},? please[.!]*$/i,
    "requests",
    0.6,
  ),
  cue(/\blet (?:me|us) know\b/i, "requests", 0.55),
  cue(
    /\bI(?:'m| am| was|'ve been| have been)?(?: just| also| still| really)? wonder(?:ing|ed)?\b|^(?:just )?wondering\b|\bmakes me wonder\b/i,
    "wonders",
    0.6,
  ),
  cue(
    /\b(?:not|un)(?: really| quite| entirely| completely)?[ ]?(?:sure|clear|certain)\b[^.]{0,30}\b(?:why|if|whether|what|how|where|when|which|who)\b/i,
    "wonders",
    0.45,
  ),
  cue(
    /\b(?:don't|do not|can't|cannot|didn't|fail to) (?:really |quite |fully |yet |even )?(?:understand|see|get|know|follow|recall|remember)\b[^.]{0,20}\b(?:why|how|what|where|when|which|whether|if|your)\b/i,
    "wonders",
    0.4,
  ),
  cue(
    /\b(?:curious|interested)\b[^.]{0,20}\b(?:why|how|what|where|whether|if|to (?:know|hear|see|learn))\b/i,
    "wonders",
    0.5,
  ),
  cue(
    /\b(?:my|the|one|another|main|real|next|only|first|second) (?:main |other |real |only |first |second )?question (?:is|was|here|would be|then|remains)\b|^(?:quick |one |another |first |second |last )?question(?: for [^:]{1,40})?[:,]/i,
    "wonders",
    0.55,
  ),
  cue(
    /^(?:\W*)any (?:ideas?|thoughts?|comments?|opinions?|objections?|feedback|news|progress|updates?|chance|hints?|suggestions?|plans?|pointers?|advice|help)\b/i,
    "wonders",
    0.6,
  ),
  cue(
    /\b(?:any|more) (?:comments?|thoughts|feedback|suggestions|opinions|advice|ideas|help|pointers)\b[^.]{0,60}\b(?:welcome|appreciated|wanted)\b/i,
    "requests",
    0.35,
  ),
  cue(
    /\b(?:would|'d|might|could) (?:also |really |still )?be (?:very |really |also |so |quite )?(?:good|nice|great|helpful|useful|interesting|interested|better|best|wonderful|awesome|important|ideal|cool)\b[^.]{0,30}\b(?:to|if|for)\b|\bwoud be great if\b/i,
    "requests",
    0.4,
  ),
  cue(
    /\bI(?:'d| would)(?: also| really| still)? (?:like|love|want|need|be interested|appreciate)\b[^.]{0,20}\b(?:to (?:see|know|hear|understand|have|get|ask|learn)|it if|if|your)\b/i,
    "requests",
    0.4,
  ),
  cue(/^(?:\W*(?:maybe|perhaps|so|but|and|then|or|hmm+|well|also|ok),? )?(?:how|what) about\b/i, "suggests", 0.4),
  cue(
    /^(?:\W*(?:maybe|perhaps|so|but|and|then|or|hmm+|well|also|ok),? )?(?:why not|why don't (?:we|you)|should(?:n't)? (?:we|this|it|that|you)|can't (?:we|you))\b/i,
    "suggests",
    0.4,
  ),
  cue(
    /\b(?:I (?:would|'d)|I'd) (?:also |rather |just |really |simply )?(?:add|drop|remove|rename|move|use|prefer|suggest|recommend|split|put|make|expect|propose|merge|call|keep|change)\b/i,
    "suggests",
    0.25,
  ),
  cue(
    /\b(?:you|it|this|that|we|they|patch|page|text|commit|series|paragraph|section|comment|one of [a-z ]{3,30}) (?:also |really |probably |still |just |perhaps |definitely )?(?:should|needs? to|must|has to|have to|ought to|might want to|may want to|could do with)\b/i,
    "suggests",
    0.25,
  ),
  cue(
    /^(?:\W*(?:so|and|also|then|just|plus|btw|nit|but|minor|maybe|perhaps|better|do),?:? )*(?:add|drop|remove|rename|move|use|split|fix|change|make|check|try|send|resend|rebase|explain|consider|keep|put|replace|test|run|post|document|update|include|avoid|ask|merge|s\/)\b(?![:=(])/i,
    "suggests",
    0.25,
  ),
]

function cue(pattern: RegExp, form: QuestionForm, weight: number): Cue {
  return { pattern, form, weight }
}

const LEADS =
  "(?:\\W*(?:so|and|but|ok|okay|hey|hi|or|then|well|also|btw|hmm+|um+|yeah|yes|no|@\\S+|\\S{2,20}[,:]),? ){0,3}"
const INVERTED = new RegExp(
  `^${LEADS}(?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|had|am|isn't|aren't|doesn't|don't|didn't|can't|couldn't|wouldn't|shouldn't|won't|haven't|hasn't) (?:it|this|that|there|these|those|you|u|we|they|i|he|she|anyone|anybody|someone|somebody|any|everyone)\\b`,
  "i",
)
const WH_INVERTED = new RegExp(
  `^${LEADS}(?:what|who|whom|when|where|why|how|which|whose)(?:'s)? (?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|am|if|kind|about|else|\\S+ (?:is|are|do|does|did|should|would|can|could))\\b`,
  "i",
)

const ENDS_WITH_MARK = /\?[\s)\]"'”’*_`!?.,;:…(|/\\DPpo-]{0,6}$/u

/** Whether and how a sentence asks, by its own words; undefined where it does not. */
export function askingShape(text: string, isChat: boolean): AskingShape | undefined {
  const hasMark = ENDS_WITH_MARK.test(text)
  const found = CUES.find(({ pattern }) => pattern.test(text))
  if (hasMark) {
    const form = found?.form ?? "asks"
    return { form: form === "wonders" ? "asks" : form, weight: weightOfMarked(text, found), hasMark }
  }
  if (found !== undefined && found.form !== "suggests") return { form: found.form, weight: found.weight, hasMark }
  if (INVERTED.test(text)) return { form: "asks", weight: isChat ? 0.6 : 0.4, hasMark }
  if (WH_INVERTED.test(text)) return { form: "asks", weight: isChat ? 0.55 : 0.3, hasMark }
  return found && { form: found.form, weight: found.weight, hasMark }
}

function weightOfMarked(text: string, found: Cue | undefined): number {
  if (found?.weight === 0.1) return 0.1
  if (text.endsWith("(?)") || text.endsWith("(?).")) return 0.45
  return found?.form === "suggests" ? 0.6 : 0.75
}
