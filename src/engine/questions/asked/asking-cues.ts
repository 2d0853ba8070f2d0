import type { QuestionForm } from "../asked-question.ts"
import { quickFirst } from "../../patterns/quick-pattern.ts"

/** Words by which people ask without, or beside, a question mark. */
export interface AskingCue {
  readonly pattern: RegExp
  readonly form: QuestionForm
  /** How often a sentence with it waits for somebody, from 0 to 1. */
  readonly weight: number
}

interface CueEntry extends AskingCue {
  /** What of it asks without a mark, where most sentences with it only state or wish something; undefined where none does. */
  readonly unmarked: RegExp | undefined
}

const OPENERS =
  "(?:\\W*(?:maybe|perhaps|so|but|and|then|or|hmm+|well|also|ok|okay|plus|btw|nit|minor|just|better),?:? )*"

/** Read top down: the first that fits decides. */
const ASKING_CUES: readonly CueEntry[] = [
  // "If nobody objects, I'll remove it": whoever minds is asked to say so.
  cue(
    /\bif (?:nobody|no one|no-one) (?:\w+ )?(?:objects?|minds?|complains|disagrees)\b[^.?!]{0,80}\b(?:I|we)(?:'ll|'d| will| would| am going to)\b|\b(?:I|we)(?:'ll| will)\b[^.?!]{0,120}\b(?:if (?:nobody|no one|no-one) (?:\w+ )?(?:objects?|minds?)|unless (?:somebody|someone|anybody|anyone) (?:objects?|minds?|disagrees)|unless I hear|if there (?:are|is) no objections?)\b|\b(?:unless (?:somebody|someone|anybody|anyone) (?:objects?|minds?|disagrees)|unless I hear|if there (?:are|is) no objections?)\b[^.?!]{0,80}\b(?:I|we)(?:'ll| will)\b/i,
    "requests",
    0.5,
  ),
  // Leave to take a patch asks that it be taken.
  cue(/\bfeel free to (?:commit|merge|apply|push|pick|queue|pull|take (?:it|this|them|these|my)\b)/i, "requests", 0.5),
  // "If anybody has other tips, I'd be grateful."
  cue(
    /\bif (?:any(?:one|body)|some(?:one|body))\b[^?!]{3,140}\b(?:appreciat\w+|grateful|thankful|love to (?:hear|know|see))\b/i,
    "requests",
    0.55,
  ),
  // An open door is no question.
  cue(
    /\b(?:feel free to|(?:don't|do not) hesitate|if you have (?:any|further|more|other)(?: (?:other|further|more|or|and|questions?|concerns?|comments?))* (?:questions?|concerns?|problems?|issues?|comments?|remarks?|feedback)|if (?:there are|there's) any|just ask|let (?:me|us) know if (?:you (?:have|need|want|prefer|see|find|run)|I|there|anything|something))\b/i,
    "requests",
    0.1,
  ),
  // What was left out is wanted.
  cue(
    /(?<!\b(?:since|because|as|when|if) )\byou (?:did not|didn't|have not|haven't|don't|do not) (?:really |even |yet )?(?:tell|told|say|said|mention(?:ed)?|specif(?:y|ied)|stated?|show(?:n)?|given?) (?:us |me )?(?:which|what|where|how|whether|the (?:version|error|output))\b/i,
    "requests",
    0.5,
  ),
  cue(
    opened(
      "(?:if [^,?]{3,60}, )?(?:please |just |so )?tell (?:me|us)(?: exactly)? (?:where|what|why|how|which|who|when|whether|if)\\b",
    ),
    "requests",
    0.55,
  ),
  // Said of oneself it is put to the room.
  cue(
    opened(
      "what (?:I|we)(?:'d| would| have|'ve)?(?: really| always| also| ever| most)* (?:like|love|wanted|wish)(?: more than once| for)?(?: to (?:have|see|know|hear|be \\w+|be))?\\b[^.?!]{0,50}\\b(?:is|would be)\\b",
    ),
    "requests",
    0.5,
  ),
  cue(
    /\bthat(?:'s| is) (?:the|my) (?:real |main )?question[;:,.] ?(?:can|could|should|shall|do|does|is|are|will|how|what|why|where|who|whether)\b/i,
    "wonders",
    0.55,
  ),
  // They tell of not knowing; whether they want to be told is not said.
  withMark(
    /\b(?:don't|do not|can't|cannot|didn't) (?:really |quite |even )?see (?:why|how|what|any|the)\b|\bwonder how (?:you|one|they|anybody|anyone) (?:can|could|would|will)\b/i,
    "wonders",
    0.35,
    /\bwonder how (?:you|one|they|anybody|anyone) (?:can|could|would|will)\b/i,
  ),
  // What is asked of all who read it, or whether to do what is offered.
  cue(
    /^(?:\W*(?:so|and|but|also|please|well),? )?(?:could|can|would|will) (?:people|folks|every(?:one|body)|those)\b|(?:^|[,;:] )(?:and |so )?shall (?:I|we) (?!not\b)\w{2,}/i,
    "requests",
    0.6,
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
  // "He let me know that …" tells of it.
  cue(/\blet (?:me|us) know\b(?! that\b)/i, "requests", 0.55),
  cue(
    /(?<!\b(?:what|which|as) )\bI (?:do |also |still |really )?(?:think|guess) (?:that )?(?:if [^,]{3,80}, )?you should\b/i,
    "requests",
    0.5,
  ),
  // What somebody wants of those they speak to, however politely.
  cue(
    /\bI(?:'d| would)? (?:just |only |really |also )*(?:want|need|like) you to (?!know\b|understand that\b|see that\b)\w/i,
    "requests",
    0.5,
  ),
  cue(
    /\bI(?:'d| would) (?:really |greatly |also |very much )*(?:appreciate (?:it )?if|be (?:really |very |so |most )?(?:happy|glad|grateful|thankful) if) (?:you|we|some(?:one|body)|any(?:one|body))\b/i,
    "requests",
    0.55,
  ),
  cue(
    /\bI(?:'d| would) (?:really |greatly |also |very much )*(?:appreciate|be (?:really |very )?(?:grateful|thankful) for) (?:any|some|your|all|a little|further) (?:\w+ )?(?:help|advice|pointers?|hints?|suggestions?|feedback|guidance|assistance|input)\b/i,
    "requests",
    0.5,
  ),
  cue(
    /\bif (?:an?|any|some) (?:[\w-]+ ){1,6}?(?:could|can|would|wants to) [^?!]{3,160}\b(?:that|it)(?:'d| would| will) be (?:very |really |so )?(?:helpful|great|appreciated|wonderful|awesome|lovely|nice)\b/i,
    "requests",
    0.55,
  ),
  // What has to be known first keeps what waits for it.
  cue(
    /\b(?:better|best|important|wise|essential|good|have|has|needs?|ought|want|like) to (?:first )?(?:check|verify|test|make sure|ensure|confirm|measure|find out|know|see) [^?]{3,160}\bbefore (?:we |you |this |it )?(?:mov|merg|releas|ship|switch|land|apply|commit|push|enabl|deploy|remov|goes\b|going\b|is (?:merged|applied|released))\w*/i,
    "requests",
    0.5,
  ),
  // A duty that is held up to somebody is what they are asked for.
  cue(/\b(?:has|have) (?:an|a|the) (?:obligation|duty|responsibility) to\b/i, "requests", 0.5),
  cue(/\bI(?: was|'m| am) hoping (?:that )?(?:you|somebody|someone) (?:can|could|would|will)\b/i, "requests", 0.55),
  // "I'd like to see that merged" is a wish; this wants to be told.
  cue(
    /\bI(?:'d| would)?(?: also| really| still| just)? (?:like|love|want) to (?:know|understand|hear|learn) (?:more about |exactly )?(?:why|how|what|where|when|which|who|whether|if|(?:the|more|some) \w*(?:details?|price|costs?|dates?|times?|address|names?|reasons?|status|plans?|results?|particulars))\b/i,
    "wonders",
    0.55,
  ),
  // Who was only wondering, and says why, closes a remark.
  cue(/\b(?:was|were) (?:just|only) (?:wondering|asking|curious)\b[^?]{1,80},? (?:since|because|as) /i, "wonders", 0.4),
  withMark(
    /\bI(?:'m| am| was|'ve been| have been)?(?: just| also| still| really)? wonder(?:ing|ed)?\b|^(?:just )?wondering\b|\bmakes me wonder\b/i,
    "wonders",
    0.6,
    // What is wondered has to be said: "I wondered about that too."
    /(?:\bI(?:'m| am| was|'ve been| have been)?(?: just| also| still| really)? wonder(?:ing|ed)?|^(?:just )?wondering|\bmakes me wonder)\b[^.?!:]{0,30}\b(?:if|whether|why|what|how|who|whom|whose|when|where|which|are|is|could|would|about(?! (?:this|that|it)\b))\b/i,
  ),
  // Who is not sure whether doubts; and where the sentence goes on, it was not what it is about.
  withMark(
    /\b(?:not|un)(?: really| quite| entirely| completely)? ?(?:sure|clear|certain)\b[^.]{0,30}\b(?:why|if|whether|what|how|where|when|which|who)\b/i,
    "wonders",
    0.45,
    opened(
      "(?:(?:I(?:'m| am)|it(?:'s| is)) )?(?:also |just |still |really )?(?:not|un) ?(?:really |quite |entirely |completely |so )?(?:sure|clear|certain)(?: to me)? (?:about )?(?:why|what|how|(?:if|whether) (?:we|I|you|it|this|that) should)\\b(?! that is)(?![^]{0,400}\\bbut\\b)",
    ),
  ),
  withMark(
    /\b(?:don't|do not|can't|cannot|didn't|fail to) (?:really |quite |fully |yet |even )?(?:understand|get|know|follow|recall|remember)\b[^.]{0,20}\b(?:why|how|what|where|when|which|whether|if|your)\b/i,
    "wonders",
    0.4,
    opened(
      "(?:sorry,? |i'm afraid )?(?:but )?I (?:really |still |also )?(?:don't|do not|can't|cannot|didn't|fail to) (?:really |quite |fully |yet |even )?(?:understand|get|follow)\\b[^.]{0,20}\\b(?:why|what|how|your)\\b(?![^]{0,400}\\bbut\\b)",
    ),
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
  // To have something would be nice: a wish. To be told or shown it, or if somebody did it: a request.
  withMark(
    /\b(?:would|'d|might|could) (?:also |really |still )?be (?:very |really |also |so |quite )?(?:good|nice|great|helpful|useful|interesting|wonderful|awesome|ideal|cool)\b[^.]{0,30}\b(?:to (?:see|know|hear|have|get)|if (?:you|one|some|any))/i,
    "requests",
    0.5,
    /\b(?:would|'d) (?:also |really |still )?be (?:very |really |also |so |quite )?(?:good|nice|great|helpful|useful|interesting|wonderful|awesome|ideal|cool)\b[^.]{0,30}\b(?:to (?:see|know|hear)|if (?:you|one of you|some(?:one|body)|any(?:one|body)))\b/i,
  ),
  withMark(
    /\b(?:would|'d|might|could) (?:also |really |still )?be (?:very |really |also |so |quite )?(?:good|nice|great|helpful|useful|interesting|better|best)\b[^.]{0,30}\b(?:to|if|for)\b/i,
    "requests",
    0.35,
  ),
  withMark(
    /\bI(?:'d| would)(?: also| really| still)? (?:like|love|want|need|be interested|appreciate)\b[^.]{0,20}\b(?:to (?:see|know|hear|understand|have|get|ask|learn)|it if|if|your)\b/i,
    "requests",
    0.45,
    /\bI(?:'d| would)(?: also| really| still)? (?:like|love|want|need|be interested|appreciate)\b[^.]{0,20}\b(?:to (?:see|know|hear|understand|ask|learn|(?:have|get) (?:more |some |your )?(?:feedback|input|opinions?|thoughts|comments|advice|help|views))|it if|if you|your)\b/i,
  ),
  opening("(?:how|what) about\\b", 0.5),
  // "For a quick mend: why not drop it."
  cue(/(?:^|: |, )(?:(?:so|and|but|or) )?why not (?!indeed\b|both\b)(?:just |simply )?\w{2,}/i, "suggests", 0.5),
  opening("(?:why don't (?:we|you)|should(?:n't)? (?:we|this|it|that|you)|can't (?:we|you))\\b", 0.45),
  // Without a mark these tell what is to be done, or how things are.
  withMark(
    /\bI(?:'d| would) (?:also |rather |just |really |simply )?(?:add|drop|remove|rename|move|use|suggest|recommend|split|put|make|expect|propose|merge|call|keep|change)\b/i,
    "suggests",
    0.3,
  ),
  withMark(
    opened(
      "(?:(?:please|do|and|also|then) )?(?:add|drop|remove|rename|move|use|split|fix|change|make|check|try|send|resend|rebase|explain|consider|keep|put|replace|test|run|post|document|update|include|avoid|ask|merge)\\b(?![:=(])",
    ),
    "suggests",
    0.3,
  ),
  withMark(
    /\b(?:you|it|this|that|we|they|patch|page|text|commit|series|paragraph|section|comment) (?:also |really |probably |still |just |perhaps |definitely )?(?:should|needs? to|must|has to|have to|ought to|might want to|may want to|could do with)\b/i,
    "suggests",
    0.25,
  ),
]

const firstOf = quickFirst(ASKING_CUES.map(({ pattern }) => pattern))

/** How a sentence stands: whether it ends with a mark, and whether it stands right below a quoted line of a patch. */
export interface Standing {
  readonly hasMark: boolean
  readonly isOnPatch: () => boolean
}

/** The cue that decides how a sentence asks; undefined where it has none. */
export function askingCue(text: string, { hasMark, isOnPatch }: Standing): AskingCue | undefined {
  const first = firstOf(text)
  const found = ASKING_CUES[first]
  if (found === undefined || hasMark || found.unmarked === found.pattern) return found
  // What a review says should be otherwise is for the patch's author to do.
  if (found.form !== "wonders" && isOnPatch()) return found
  return ASKING_CUES.find(
    ({ pattern, unmarked }, at) =>
      at >= first && unmarked?.test(text) === true && (unmarked === pattern || pattern.test(text)),
  )
}

function cue(pattern: RegExp, form: QuestionForm, weight: number): CueEntry {
  return { pattern, form, weight, unmarked: pattern }
}

/** A cue that asks beside a mark; without one only where `unmarked` fits too. */
function withMark(pattern: RegExp, form: QuestionForm, weight: number, unmarked?: RegExp): CueEntry {
  return { pattern, form, weight, unmarked }
}

function opened(words: string): RegExp {
  return new RegExp(`^${OPENERS}${words}`, "i")
}

/** A suggestion that opens its sentence. */
function opening(words: string, weight: number): CueEntry {
  return cue(opened(words), "suggests", weight)
}
