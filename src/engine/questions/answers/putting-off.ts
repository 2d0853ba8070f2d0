import { quick } from "../../patterns/quick-pattern.ts"

const MEANS_TO = "(?:will|can|gonna|(?:going|need|have|want|try|trying|like|plan|hope) to|try and)"
// "I'll check for NULL" says what the next version does.
const FINDS_OUT =
  "(?:(?:double[- ]?)?check(?! for)|look (?:at|into|up|through|again|around|first)|(?:have|take) a (?:(?:closer|quick|better) )?look|think (?:about|more)|get back|let you know|report back|read (?:it|this|that|them|up|your|through|[^.?!]{1,60}\\basap)|ask (?:around|him|her|them|somebody)|find out|figure out|investigate|dig|go back|(?:measure|test|try) (?:it|that|this)|run (?:a few|some|more) tests)"
/** Means to find out, later; what somebody else has to look at tells them what to do. */
const TAKES_ON = quick(
  new RegExp(
    `\\blet me (?:check|look|see|think|ask|get back)\\b|\\bask me\\b|\\bon my (?:list|to-?do)\\b|(?:\\b(?:I|we)\\b[^.:;?]{0,30}?(?:\\bll|\\b${MEANS_TO})|(?:^\\W*|[,;] |\\band )${MEANS_TO}) (?:(?:also|first|probably|just|then|definitely) )?${FINDS_OUT}\\b`,
    "i",
  ),
)

/** Whether a sentence says that its author will find out. */
export function takesOn(text: string): boolean {
  return TAKES_ON.test(text)
}

const DOES_NOT_KNOW = quick(
  /\b(?:good question|(?<!\b(?:you|they|people|users|who|has) )(?:no (?:idea|clue)|(?:don't|do not|wouldn't) know)\b|dunno\b|hard to (?:say|tell)|not sure(?: yet| either)?\W*$|beats me|\b(?:one|some) of us (?:must|may|might|could) (?:well )?be (?:missing|misreading|misunderstanding|confused|mistaken|wrong)\b|(?:(?:ya|you)(?:'ve| have)? )?got me(?: there)?(?=\W*$|[,.;] )|search me\b|^\W*no (?:word|news) (?:yet |so far )?(?:on|of|from|about)\b|your guess is as good as mine|still waiting to hear\b|\b(?:e?mailed|asked|written to|wrote to|contacted|rang|called)\b[^.?!]{1,60}\bto find out\b|ask again\b|(?:can't|cannot|couldn't) (?:really )?(?:tell|say)(?: for sure)?\b(?=\W*$|,)|(?:don't|do not|can't|cannot) (?:really )?(?:remember|recall)\b|predates me\b|(?:won't|will not|can't|cannot|don't want to|not going to) (?:even )?(?:try to |attempt to )?answer\b|(?:(?:don't|do not|can't|cannot) (?:quite |really )?|really can't )understand (?:your?|the question|what you)\b|(?:is|are) (?:rather |quite |very |too )?(?:ambiguous|unclear) to me\b|(?:I|we)(?:'d| would|'ll| will| may| might)? (?:need|have to|must)\b[^.?!]{1,50}\bto (?:find out|figure out|understand|see wh|know wh)|not (?:that |very |too |really |so )?familiar with|(?:I'm|I am|am) (?:a bit |rather |really |also |still |just as |equally )?(?:confused|lost)\b|(?:don't|do not) (?:quite |really )?follow\b|(?:open to (?:discussion|suggestions|ideas|other)|(?:I'm|I am|we're|we are) (?:also |very )?open to)|that(?:'s| is) (?:exactly |really |indeed )?(?:the|a) (?:big |real |open |good )*question\b|let(?:'s| us) (?:first )?\w+ [^.?!]{0,80}\bfirst\b|(?:haven't|have not|hasn't|has not) (?:yet )?(?:decided|checked|looked|tested|tried|thought|measured)\b|(?:not|to be) (?:yet )?(?:decided|determined))/i,
)
const ASKS_THE_SAME = quick(
  /\b(?:(?:would|'d) (?:also )?(?:like|love) to know|interested in (?:that|this|it|the (?:answer|same)|knowing)|(?:same|that's my) question|(?:wonder(?:ed|ing)?|curious|ask(?:ed|ing) (?:my|our)sel(?:f|ves)) (?:the same|(?:about )?(?:that|this|it)? ?(?:too|as well))|about to ask|\+1 (?:on|to) (?:the|this|that) question)/i,
)
/** Who has the same trouble waits with the asker. */
const ME_TOO = quick(
  /^\W*(?:(?:I(?:'m| am)? )?(?:see|seeing|have|having|get|getting|hit|hitting) (?:exactly )?(?:the )?same\b|(?:exactly )?(?:the )?same (?:(?:problem|issue|thing|error|symptoms?|behaviou?r|question) )?here\b|me too\b|(?:following|subscribing)(?:\W*$|[,.] ))/i,
)

/** "We were away": why nothing was told so far. */
const EXCUSES = quick(
  /^\W*(?:(?:sorry|yes|no|well|ah|oh)\W+)?(?:for the (?:delay|late reply)\W+)?(?:but )?(?:I|we)(?:'ve| have)?(?:'m| am| are|'re| was| were| had| been)? (?:just |only |also |been )*(?:(?:a|on|off for a|the) (?:\w+ ){0,2}(?:holidays?|vacations?|leave|trip)|away|travell?ing|ill|sick|(?:very |rather |too |quite |really )?(?:busy|swamped|snowed under)|out of (?:the )?office|at a conference)\b/i,
)

/** Whether a sentence says why its author has told nothing so far. */
export function isExcuse(text: string): boolean {
  return EXCUSES.test(text)
}

/** Whether a sentence puts a question off: its author does not know, will look, or wants to know as well. */
export function putsOff(text: string): boolean {
  return takesOn(text) || DOES_NOT_KNOW.test(text) || ASKS_THE_SAME.test(text) || isExcuse(text)
}

/** Whether it says that its author is in the same trouble. */
export function isMeToo(text: string): boolean {
  return ME_TOO.test(text)
}

const HEDGE =
  /^\W*(?:(?:right|indeed|well|hm+)\W*(?:\.\.|…)\W*$|(?:hm+,? )?(?:maybe|perhaps|possibly|not sure|I(?:'m| am) not sure|(?:fair|good) (?:question|point))\b)/i

/** Whether it leaves open what it says: beside a sentence that puts a question off it tells nothing. */
export function isHedge(text: string): boolean {
  return HEDGE.test(text)
}
