import type { AskingShape } from "./question-forms.ts"
import { quick } from "../../patterns/quick-pattern.ts"

/** A sentence that asks, with what stands around it. */
export interface Surroundings {
  readonly text: string
  readonly next: string | undefined
  /** What stands behind the last of the questions that follow one another from here on; undefined where only this one does. */
  readonly afterRun: string | undefined
  /** Right below a quoted line of a patch. */
  readonly isOnPatch: boolean
}

interface Trait {
  readonly when: (surroundings: Surroundings) => boolean
  readonly times: number
}

const MAY_TAKE_BACK = quick(/\b(?:mind|nevermind|nvm|ignore|forget)\b/i)
const TAKES_BACK = quick(/\b(?:if so|if not|otherwise|or),? (?:never ?mind|nvm|ignore|forget)\b/i)
const ANSWERS_ITSELF = quick(
  /^(?:yes|no|nope|yep|yeah|because|probably|well, (?:yes|no)|I (?:guess|suppose|doubt|don't think)|maybe|not (?:really|at all)|of course|certainly|obviously|hardly|nothing|nobody|none|almost|etc\b|OK\b|sure\b|exactly|absolutely|well, |not (?:on|in|for|with|so|that|if)\b|(?:this|that) (?:is|would be|might be) (?:possible|true|likely|unlikely|impossible)\b|it turns out|it is because|the answer)\b/i,
)
/** A plain yes or no of one's own, and nothing left to be told. */
const ANSWERED_AT_ONCE = quick(
  /^(?:(?:(?:oh|well|heck|hell|god),? )?(?:(?:yes|no|nope|yep)[.,!:]|sure[.!])|(?:heck|hell|god) (?:no|yes)\b|of course(?: not)?[.,!])(?! or\b)/i,
)
/** "Why sow in March? Because the soil is wet.": told at once by whoever asks. */
const BARE_WHY = quick(/^\W*(?:(?:and|but|so) )?why\b(?!.*\byou\b)/i)
const TELLS_WHY = quick(/^because\b(?! (?:I|you)\b)/i)
const WHAT_IF = quick(/\bwhat if\b/i)
const GOES_ON_ITSELF = quick(/^(?:then|in (?:that|this|such a) case|here|with)\b/i)
const RHETORICAL = quick(
  /\b(?:who cares|who knows|why (?:on earth|in the world|bother)|how hard can|what's the (?:worst|big deal)|what could (?:possibly )?go wrong|what else is new|isn't that (?:the point|obvious)|what's not to|since when|what(?:'s| is) so (?:hard|difficult|bad|special|wrong|great)|are you (?:kidding|serious|joking)|how dare|when will I ever|what can I say|why make (?:it|things) (?:worse|harder)|for what gain|to what end|who (?:really|in their right mind|on earth) \w+|is (?:it|this|that) (?:just |only )?my imagination|(?:is it|am I) (?:just|only) me|need (?:I|we) say (?:any ?)?more|who knew|what(?:'s| is)? (?:\([^)]{1,60}\) (?:is )?)?(?:really |so |actually )?wrong with (?:that|this)|why should (?:[\w'’]+ ){1,3}?(?:(?:have|be (?:made|forced|asked)) to )?(?:suffer|pay|care|bother))\b/i,
)
/** By how it ends it makes a point: "…, but what can one do?", "why wouldn't it?" */
const ENDS_A_POINT = quick(
  /\b(?:(?:what|who) (?:can|could|else can) (?:we|you|one|anyone) (?:do|expect|say)|who can (?:stop|blame) \w+|why (?:would|should)n't (?:it|this|that|they|he|she|we|one)|if (?:this|that|it) (?:ain't|isn't|is not|doesn't|does not) [^,?]{1,60}, (?:then )?what (?:is|does))\W*$/i,
)
/** "How can we sing unless you come?", "if it were so, why would …", "do we really want to …": what is asked is denied. */
const DENIES = quick(
  /\bhow (?:can|could|should) (?:I|we|you|one|they|anyone|anybody) \w[^?]* unless\b|\bhow (?!to\b|(?:do|can|could|should|would|may|might|did|am) (?:I|we)\b)[^?]* without\b|\bif (?:it|this|that|they) (?:were|had|was) [^,?]{1,60}, (?:then )?(?:why|how|who) would\b|\bdo (?:we|you) really (?:want|need|think)\b(?![^?]*\bor (?:is|are|do|does|can|could|would|should|will)\b)|^\W*(?:so |and |but )?do (?:we|you) want to (?:talk|speak) about\b/i,
)
/** What is said to put the other down. */
const TAUNTS = quick(
  /\bno offen[cs]e\b|\bgiven (?:the level of )?your (?:ignorance|arrogance|attitude|lack)\b|\bwho are you to\b|\bin the right to\b|\b(?:quit|stop|cut|drop) (?:it|the|this|that|with the) (?:\w+ )?(?:bullshit|crap|nonsense|bickering)\b|\bwhat gives you the right\b/i,
)
/** Asks of a crowd that is not here: it makes a point. */
const OF_THE_CROWD = quick(/\bhow many (?:people|users|novices|beginners|developers|of (?:us|you|them))\b/i)
const POINTS_OUT = quick(/\bdid (?:you|anybody|anyone) (?:catch|notice|miss|see) the (?:part|bit|point)\b/i)
/** Wondered at in passing: "I wonder how deep it is, but have no time to sound it." */
const IN_PASSING = quick(
  /\bwonder why\b[^?]{3,160}\bin the first place\b|\bwonder\b[^?]{3,160}\bbut (?:I )?(?:have no|(?:do not|don't|did not|didn't) have (?:the )?) ?time\b/i,
)
/** "What else does it do, anyway?" */
const SHRUGS = quick(/,? any(?:way|how)\s*\?\W*$/i)
/** "That is simple, right? But …": what is agreed to only to be turned over. */
const TAG = quick(
  /\b(?:right|no|correct|(?:is|does|do|are|was|would|could|has)n['’]t (?:it|they|that|he|she|we))\s*\?\W*$/i,
)
/** "It holds, right? That is as it should be, I think.": told by whoever asks. */
const SETTLES = quick(
  /^(?:that|this|it)(?:'s| is| was| looks| seems)\b[^?]{0,120}\b(?:I (?:think|believe|guess)|probably)\b[^?]*$/i,
)
/** "It is steep (we all have legs, right?).": said in passing. */
const TAG_IN_BRACKETS = /^[^(].*\([^()]{3,120}, (?:right|no|innit|huh|eh)\?\)\W*$/i
const TURNS = quick(/^(?:but|however|yet|well)\b/i)
const ABSURD = quick(/^(?:so|then|and so),? .*\b(?:your logic|your reasoning|you're saying|we should just)\b/i)
const NOT_IN_EARNEST = /\b(?:rhetorical(?:ly)?|just thinking aloud|thinking out loud|just kidding|jk|lol|haha+)\b/i

const SAID_SO = /\brhetorical(?:ly)?\b/i
/** What a program leaves to choose below what it asks: "[Y/n]". */
const TERMINAL_CHOICE = /^\[[yn]\//i

/** "Do you know X? It does …" tells of X. */
const POINTS_TO = quick(
  /^(?:\W*(?:and|but|also|so|btw),? )?(?:do you know (?:of |about )?(?!(?:if|how|why|what|when|where|who|whether|which|any)\b)|(?:have|did) you (?:ever )?(?:see|seen|heard of|look(?:ed)? (?:at|into)|tr(?:y|ied)) )/i,
)
const TELLS_ON = /^(?:it|they|this|that|there|these|(?:take|have) a look|look at|see|check)\b/i

const SMILES = /[;:]-?[)DPp]\W*$/
const SMILES_FIRST = /^[;:]-?[)DPp](?:[\s.!]|$)/

/** What makes it less likely that a sentence that asks waits for an answer. */
const TRAITS: readonly Trait[] = [
  { when: takesBack, times: 0.4 },
  { when: ({ next }) => next !== undefined && ANSWERS_ITSELF.test(next), times: 0.5 },
  { when: ({ next }) => next !== undefined && ANSWERED_AT_ONCE.test(next), times: 0.5 },
  { when: ({ text, next }) => BARE_WHY.test(text) && TELLS_WHY.test(next ?? ""), times: 0.4 },
  { when: ({ text, next }) => WHAT_IF.test(text) && GOES_ON_ITSELF.test(next ?? ""), times: 0.5 },
  { when: ({ text }) => RHETORICAL.test(text) || ENDS_A_POINT.test(text), times: 0.35 },
  { when: ({ text }) => DENIES.test(text) || TAUNTS.test(text), times: 0.5 },
  { when: ({ text, next }) => ASKS_WHY.test(text) && isStatement(next), times: 0.5 },
  { when: ({ afterRun }) => afterRun !== undefined && CLOSES_RUN.test(afterRun), times: 0.5 },
  { when: ({ text }) => ABSURD.test(text), times: 0.5 },
  { when: ({ text }) => OF_THE_CROWD.test(text) || POINTS_OUT.test(text), times: 0.6 },
  { when: ({ text }) => SHRUGS.test(text) || IN_PASSING.test(text), times: 0.6 },
  { when: ({ text, next }) => TAG.test(text) && TURNS.test(next ?? ""), times: 0.5 },
  { when: ({ text, next }) => TAG.test(text) && SETTLES.test(next ?? ""), times: 0.5 },
  { when: ({ text, next }) => NOT_IN_EARNEST.test(text) || SAID_SO.test(next ?? ""), times: 0.4 },
  { when: ({ next }) => TERMINAL_CHOICE.test(next ?? ""), times: 0.2 },
  { when: ({ text }) => /!\?|\?!/.test(text), times: 0.6 },
  { when: ({ text, next }) => POINTS_TO.test(text) && TELLS_ON.test(next ?? ""), times: 0.5 },
  { when: ({ text }) => TAG_IN_BRACKETS.test(text), times: 0.3 },
  // "tomorrow??" doubts; "is it tomorrow??" asks.
  { when: ({ text }) => /\?\?/.test(text) && wordCount(text) < 5, times: 0.6 },
  { when: ({ text, next }) => SMILES.test(text) || SMILES_FIRST.test(next ?? ""), times: 0.6 },
  // "Unused?" says all that there is to say below a line of code.
  { when: ({ text, isOnPatch }) => wordCount(text) < 3 && !(isOnPatch && text.endsWith("?")), times: 0.7 },
  { when: ({ text }) => wordCount(text) > 55, times: 0.6 },
  { when: ({ text }) => /^\(.*\)\W*$/.test(text), times: 0.7 },
]

/** "Is it cheap? Is it safe? Hardly.": what ends a row of questions ends all of them. */
const CLOSES_RUN = quick(
  /^(?:not (?:at all|really|likely)|hardly|never|nope|no[.,!]|nobody|nothing|none|of course|etc|and so on)\b/i,
)
/** "Why? The sap is down.": asked only to be told. */
const ASKS_WHY = quick(
  /(?:^|[.!?] )(?:(?:and|but|so) )?(?:why|how come|how so|the reason|the result|what for)\W*\?\W*$/i,
)

function isStatement(next: string | undefined): boolean {
  return next !== undefined && next.length > SHORT && /[.!]\W*$/.test(next) && !ASKED_FOR.test(next)
}

const SHORT = 12
const ASKED_FOR = /\bI(?:'d| would| am|'m)?\b|\bplease\b/i

function takesBack({ text, next = "" }: Surroundings): boolean {
  return (MAY_TAKE_BACK.test(text) || MAY_TAKE_BACK.test(next)) && TAKES_BACK.test(`${text} ${next}`)
}

/** How likely it is that the author waits for an answer, by the sentence and what stands around it. */
export function waitingWeight(shape: AskingShape, surroundings: Surroundings): number {
  return TRAITS.reduce((weight, { when, times }) => (when(surroundings) ? weight * times : weight), shape.weight)
}

function wordCount(text: string): number {
  let count = 1
  for (let gap = text.indexOf(" "); gap !== -1; gap = text.indexOf(" ", gap + 1)) count++
  return count
}
