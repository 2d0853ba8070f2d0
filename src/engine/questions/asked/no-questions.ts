import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { quick, quickFirst } from "../../patterns/quick-pattern.ts"

/** Words that look as if they asked and do not: code, addresses, others' questions, courtesies. */
export function asksNothing(text: string): boolean {
  return isCodeLike(text) || isSaidOfOthers(text) || courtesyIn(text) >= 0
}

const courtesyIn = quickFirst([
  /\bhow(?: are|'re|r) (?:you|u|things|ya)\b(?: (?:doing|all|today|guys|folks))*\W*$/i,
  /^\W*(?:I )?hope(?:fully)?,? (?:that|this|it|all this)\b.{0,30}\b(?:sense|helps?|clear)\W*$/i,
  /\bhow do you do\b|\bwhat's up\W*$|\bhow is everyone\b(?! with\b)/i,
  /\bplease (?:do )?(?:find|see|note|feel free|(?:don't|do not) feel|do not hesitate|don't hesitate|accept|excuse|forgive|forget|ignore|disregard|bear with|(?:keep|bear) in mind|remember that)\b/i,
  /^\W*(?:\w+,? ){0,3}I hope (?:it|this|that) (?:is|was|'s) (?:ok|okay|fine|all ?right|not a problem)\b|\bas (?:always|usual),? please\b/i,
  // Who says so is against it.
  /\bplease,? (?:first )?(?:try to )?(?:understand|learn|think|realis|realiz|grasp|read)[^.?!]{1,80}\bbefore \w+ing\b/i,
  // It offers to be asked anew.
  /^\W*if (?:this|that|it|I)\b[^,?]{0,30}\b(?:wrong|misunder\w+|not what|doesn't answer|didn't answer)\b[^,?]{0,60}, (?:please|could|can|would|let)\b/i,
  // Where more can be read is pointed out, not asked for.
  /^(?:\W*(?:and|so|but|also),? )?(?:please|do)\b,? (?:do )?(?:check out|visit|consult|refer to)\b[^?]{0,120}\b(?:links?|(?:web ?)?sites?|(?:web ?)?pages?|url|address|leaflet|manual|docs|documentation|https?:\S+|www\.\S+)(?=\W|$)/i,
  /\bplease,? (?:look|see|check|read|refer to|follow)(?: at)? (?:the |my |that )?(?:links?|url|above|below|attached)\b(?!.*\?)/i,
  // How to take part, in what is announced to all: "To bring a boat along, please write to the keeper."
  /^to (?!be\b|me\b|us\b)\w+ [^,?]{3,120}, please\b[^?]*$/i,
  // Small talk.
  /^\W*(?:so,? )?are you (?:back|well|still (?:away|on (?:holiday|vacation)))(?: (?:now|again|already|yet))?\W*$/i,
  // A guess at what the question above asks.
  /^\W*(?:perhaps |maybe )?because\b[^?]*\?\W*$/i,
  /^\W*how about (?:this|these|the following) ?:(?!.*\?)/i,
  // How mail is to be written is not what is talked about.
  /\bplease\b[^.?!]{0,20}\b(?:top|bottom)[- ]?post|\bplease,? (?:don't|do not) (?:assume (?:that )?(?:every(?:one|body)|we|people|readers)|send html)\b|^\W*(?:no )?(?:top|bottom)[- ]?post(?:ing|s)?\W*\?/i,
  /^\W*(?:when|whenever|each time|every time) (?:I|we) [^?]{3,120}\bI(?:'d| would)? (?:always |also )?like to know\b[^?]*$/i,
  /\b(?:find|found) attached\b|\bfind (?:below|enclosed)\b/i,
  /\bplease (?:do )?correct me\b|\bcorrect me if I(?:'m| am)\b|\bplease\b[^.?!]{0,30}\bcc\b[^.?!]{0,30}\b(?:repl(?:y|ies)|answers?|responses?|subscribed)\b/i,
  // To try on a machine, or to tell those who are not here.
  /^\W*(?:just |now |so |then |and |you can )?ask (?:the|your|a|any) (?:computer|machine|compiler|shell|kernel|program|debugger|search engine|internet)\b/i,
  /\bplease,? (?:tell|inform|notify) (?!me\b|us\b|how\b|what\b|why\b|if\b|whether\b|which\b|where\b|when\b)\S+ (?:about|of|that)\b/i,
  // It only says that a question comes.
  /\b(?:like|want|wanted|have) to ask (?:you )?(?:an?|some|one|two|a few) [^?]{0,40}\bquestions?\b[^?]*$/i,
  // What stands between two variants.
  /^\W*(?:and|or|vs|versus)\W*$/i,
  /^(?:hi|hello|hey|dear) (?:\S{1,20} ?){1,2}\?$/i,
  /^(?:pardon|excuse me|you know|see|got it|okay|ok|really|huh|eh|hm+|what|wtf|oh)\W*\?+$/i,
])

const OPENS_WITH_COURTESY = quick(
  /^(?:hi|hello|hey|dear|thanks|thank you|thx|cheers|best|regards|sorry|welcome)\b[^?]*$/i,
)
const COURTESY_CLAUSE = /^[^,;:.!–—]{1,60}(?:[,;:!–—]| -| but) +(?:but |and )?/

/** "Thanks for the patch, please add a test": what stands behind the courtesy that opens a sentence; all of it where none does. */
export function behindCourtesy(text: string): string {
  if (!OPENS_WITH_COURTESY.test(text)) return text
  const clause = COURTESY_CLAUSE.exec(text)?.[0] ?? text
  return text.slice(clause.length)
}

/**
 * Archives that lost their letters show "?" in place of quotation marks, apostrophes, accents:
 * "?word?", "???word???", "don?t". A mark at the end of such a text says nothing.
 */
export function hasLostLetters(text: string): boolean {
  if (!text.includes("?")) return false
  return /(?:^|\s)[([]?\?{1,3}[\p{L}/]|\p{L}\?{1,3}\p{L}|(?<!\betc|\be\.g|\bi\.e|\bvs)\.\?\s*$/u.test(
    text.replaceAll(/https?:\/\/\S+/g, ""),
  )
}

/** A bullet or an arrow at the head of the next line: "two ways: ?". */
export function hasLostBullet(text: string): boolean {
  return /[:(] ?\?\s*$/.test(text)
}

const QUOTED_SMALL = /\p{L} \? \p{Ll}[^?]{0,40} \?/u
const QUOTED_NAME =
  /\p{L} \? (?!(?:why|what|how|when|where|who|which|or|and|really|yes|no|if|any|is|are|do|does|not)\b)[\p{L}\d'-]+(?: [\p{L}\d'-]+)? \?/iu

/** Quotation marks with a space inside, as the French set them, come as "? word ?": such a mark ends no sentence. */
export function hasLostQuotationMarks(text: string): boolean {
  return QUOTED_SMALL.test(text) || QUOTED_NAME.test(text)
}

/** A motto in the form of a catechism ("A: No. Q: Should I …?"): it is told, not asked. */
export function isCatechism(text: string, neighbours: readonly (string | undefined)[]): boolean {
  return /^Q\d{0,2}[:.)] /.test(text) && neighbours.some((near) => near !== undefined && /^A\d{0,2}[:.)] /.test(near))
}

/** A quotation that holds the question: `"why was it done?"` repeats what somebody asks. */
function isSaidOfOthers(text: string): boolean {
  if (/^\W*["“'‘][^"“”]+\?["”'’]\W*$/u.test(text)) return true
  const mark = text.lastIndexOf("?")
  const before = text.slice(0, mark)
  // The end of a quotation that an earlier sentence opened.
  if (mark > 0 && !/["“”]/u.test(before) && /^\?+["”]\W*$/u.test(text.slice(mark))) return true
  const opened = (before.match(/["“]/gu)?.length ?? 0) - (before.match(/”/gu)?.length ?? 0)
  return mark > 0 && opened % 2 === 1 && /^\?+["”]/u.test(text.slice(mark))
}

const CODE_FORMS: readonly RegExp[] = [
  // A kernel's or a debugger's stack: "? load_module+0x1c41/0x2290".
  /\+0x[\da-f]+\/0x[\da-f]+/i,
  // A line of syslog, and one below a shell's prompt.
  /^\p{Lu}\p{Ll}{2} [\s\d]\d \d\d:\d\d:\d\d \S/u,
  /^\[?[\w.@:~/-]{0,40}[~\]][#$] \S/,
  // A call as a tracer prints it: `read(4, ...) = ?`.
  /^\w+\(.{0,200}\)\s*= ?\S|= ?\?\W*$/,
  // A comment in code that is named: "see the /* Already done? */ case".
  /\/\*[^*]*\?/,
  // What a mail program left of a quote, or a digest of its lines.
  /^(?:\.{3}|…)?\s*(?:>|\p{L}{1,12}>)/u,
  /^(?:From|To|Cc|Subject|Date|Sent):/,
  // What a program asks on a terminal; people who leave the choice write it small in brackets.
  /\[[yn](?:\/[\w?]+){1,3}\]/i,
  /\((?:y\/N|Y\/n)(?:\/\w)?\)/,
  // A command below a prompt, run into the words above it: "then I ran: ~/src# make".
  /\s[\w.@:~/-]{0,40}[~/\]][#$] [a-z]/,
  // The heading of a section.
  /^#{1,6} /,
  /^[\s>]*(?:\$|#|sudo|>>>) \S/,
]

// Prose has hardly any of these, even where it names functions.
const CODE_SHARE = 0.12

function isCodeLike(text: string): boolean {
  if (CODE_FORMS.some((form) => form.test(text))) return true
  const bare = text.replaceAll(/https?:\/\/\S+|`[^`]*`/g, "")
  if (/^\W*$/u.test(bare)) return true
  if (isTableRow(bare)) return true
  if (/\S \? \S.* : \S/.test(bare) && /[;={}()]/.test(bare)) return true
  const odd = bare.match(/[;{}<>=&|\\[\]$#~^+*]/g)?.length ?? 0
  return odd > 3 && odd / bare.length > CODE_SHARE
}

// "1 7 311 290 12 0 5120 960 - T ?": what a program printed in columns.
const MIN_FIGURES = 4
const FIGURES_SHARE = 0.4
/** Words that are numbers, addresses in memory or ranges of them. */
const FIGURES = /(?<!\S)(?:[\d.,:%-]+|(?:0x)?[\da-f]{6,16}(?:-(?:0x)?[\da-f]{6,16})?:?)(?!\S)/gi

export function isTableRow(text: string): boolean {
  if (!mayHoldFigures(text)) return false
  const figures = text.match(FIGURES)?.length ?? 0
  return figures >= MIN_FIGURES && figures / text.trim().split(/\s+/).length > FIGURES_SHARE
}

/** A cheap look before the dear one: whether so many words are made of nothing but what figures are made of. */
function mayHoldFigures(text: string): boolean {
  let found = 0
  let isFigure = true
  const { length } = text
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code <= SPACE || code > TILDE) {
      if (isFigure && ++found >= MIN_FIGURES) return true
      isFigure = true
    } else if (isFigure && !isIn(IN_FIGURES, code)) isFigure = false
  }
  return isFigure && found + 1 >= MIN_FIGURES
}

const IN_FIGURES = codeSet("0123456789.,:%-abcdefxABCDEFX")
const SPACE = 0x20
// What is no plain letter may be a space.
const TILDE = 0x7e
