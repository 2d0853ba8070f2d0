/** What the words of an option say of its sort: options of one choice are of one sort, or they are none. */
type OptionShape = "question" | "clause" | "to" | "doing" | "act" | "place" | "thing"

// A longer one is told, not named: nobody would write it at the head of a table.
const MOST_WORDS = 18

const PAIRS = [
  ["(", ")"],
  ["[", "]"],
  ["\u201c", "\u201d"],
] as const

/** What cannot stand at the end of anything: what it belongs to was cut off. */
const HANGS =
  /(?:^|\s)(?:the|an?|my|your|our|their|its|and|or|but|of|to|than|as|if|whether|because|not|(?<!\b(?:as|what|where|how|than|like) \S{1,12} )(?:is|are|was|were|does|did|has|have|had|will|would|should|can|could)|am|be|been|being|shall|may|might|must|very|e\.g|i\.e|into|just|also)$/i

/** It leads up to something, doubts it or sets a condition: it names nothing. */
const LEADS_UP =
  /^(?:however|maybe|perhaps|so|but|and|or|if|when|while|although|though|since|unless|until|here|there|any|anything|something (?:else|like|similar)|somehow|also|then|thus|hence|question|e\.g|i\.e|such|which|who|whom|whose|what|where|why|how|yes|no(?=,|$)|ok|okay|well|not|because)\b(?! \w+ing\b)/i

/** Whether a text may stand at the head of a column: whole, short and without loose ends. */
function namesOption(option: string): boolean {
  const words = option.split(/\s+/)
  if (!/[\p{L}\p{N}]/u.test(option) || words.length > MOST_WORDS) return false
  if (HANGS.test(option) || LEADS_UP.test(option)) return false
  return !/(?<!\b(?:i\.e|e\.g|etc|vs|cf))[.?!;:] \S/i.test(option) && isBalanced(option)
}

function isBalanced(option: string): boolean {
  const count = (mark: string): number => option.split(mark).length - 1
  if (count('"') % 2 > 0 || count("`") % 2 > 0) return false
  const [opened, closed] = [/(?:^|[\s(])['\u2018](?=\w)/g, /(?<=\w|\))['\u2019](?=$|[\s,)])(?!s\b)/g].map(
    (form) => option.match(form)?.length ?? 0,
  )
  if (opened !== closed && !/s['\u2019] /.test(option)) return false
  return PAIRS.every(([open, close]) => count(open) === count(close))
}

const AUXILIARY =
  "(?:is|are|am|was|were|do|does|did|has|have|had|should|shall|can|could|will|would|must|may|might)(?:n't)?"

/** "Should we …": an auxiliary in front of its subject. */
const QUESTION = new RegExp(
  `^${AUXILIARY} (?:it|we|i|you|they|this|that|these|those|he|she|there|the|an?|[a-z_.-]+) \\S`,
  "i",
)
const CLAUSE =
  /^(?:it|we|i|you|they|he|she|there|this|that|these|those)(?:'s|'re|'m|'d|'ll)? (?:\w+ )?(?:\w+s|\w+ed|are|can|could|will|would|should|may|might|must|do|did|have|had|were|want|need|get|go)\b|^(?!\S+ing\b)(?:(?!(?:where|that|which|who|whose|if|when|as|than|you|we|i|they|it|he|she) )\S+ ){1,4}(?:is|are|was|were|has|does|will|would|should|can|could|isn't|aren't|doesn't|won't) \S/i
const PLACE =
  /^(?:in|on|at|by|for|with|from|as|about|under|over|via|through|after|before|during|within|without|into|inside|outside|between|per|like|against|because of|due to|where|only (?:in|on|at|by|for|with))\b(?!\W*$)/i
const NO_DOING =
  /^(?:thing|string|nothing|something|everything|anything|bring|spring|ring|king|ping|timing|setting|warning|string)$/i

/** An act begins with the plain form of a verb, and such a verb goes on with something or says all. */
const ACT =
  /^(?:just |rather |simply |always |only )?(?:accept|add|adjust|allow|apply|ask|avoid|block|build|bump|buy|call|cancel|change|check|choose|clean|close|commit|continue|convert|copy|create|cut|declare|default|defer|define|delay|delete|deprecate|detect|disable|document|do|drop|embed|enable|expect|export|extend|fail|fall|fetch|fill|fix|fold|force|generate|get|give|go|handle|have|hide|hold|ignore|implement|import|include|install|introduce|keep|leave|let|limit|load|log|make|mark|merge|migrate|move|offer|oil|open|order|paint|panic|patch|pick|port|postpone|print|provide|pull|push|put|raise|rebase|redo|reject|release|rely|remove|rename|repair|replace|report|require|resend|reset|restart|retry|return|reuse|revert|rewrite|rework|roll|run|sand|send|set|ship|show|skip|solve|split|squash|start|stay|stick|stop|store|support|switch|take|test|throw|treat|trust|try|turn|update|upgrade|use|wait|warn|wrap|write|zero)\b(?![-_.(:/])/i
/** "Patch", "test" and "use" are things as well: they are acts where something follows that they act on. */
const ACTS_ON =
  /^\S+(?: \S+)? (?:it|them|this|that|these|those|the|an?|all|both|on|off|in|out|up|down|back|over|to|for|with|from|as|at|now|later|one|our|your|my|its|another|more|until|here|alone)\b|\b(?:it|them)(?: \w+){0,2}$|^\S+ \S+(?: |$)/i

export function beginsAct(text: string): boolean {
  return (ACT.test(text) && (!/\s/.test(text) || ACTS_ON.test(text))) || /^\w+ (?:it|them)(?: \w+){0,2}$/i.test(text)
}

function isDoing(option: string): boolean {
  return /^(?:just |not )?\w{2,}ing(?: |$)/i.test(option) && !NO_DOING.test(option.split(" ", 1)[0] ?? "")
}

function isQuestion(option: string): boolean {
  return DO_THEY.test(option) || (QUESTION.test(option) && !beginsAct(option))
}

export function shapeOf(option: string): OptionShape {
  if (isQuestion(option)) return "question"
  if (TO_SOMETHING.test(option)) return "place"
  if (/^to \w/i.test(option)) return "to"
  if (beginsAct(option)) return "act"
  if (isDoing(option)) return "doing"
  if (PLACE.test(option)) return "place"
  if (CLAUSE.test(option)) return "clause"
  return ACTS_LIKE.test(option) ? "act" : "thing"
}

const DO_THEY = /^do (?:we|you|they|I|people) /i
/** "To the shed", not "to shed". */
const TO_SOMETHING =
  /^to (?:(?:just|only) )?(?:the|an?|my|your|our|their|its|his|her|this|that|these|those|each|every|all|some|one|two)\b/i

/** No word of English but a verb stands right in front of an article, and some small ones. */
const ACTS_LIKE =
  /^(?!(?:all|both|only|half|not|just|such|what|quite|rather|many|than|now|even|once|twice|either|neither|maybe|no|or|and|but)\b)[a-z]{3,} (?:the|an?) \S/i

/** "Do you want no buttons?": who says "no buttons" is for it, and who reads that cannot tell. */
const WANTS_NONE = /^(?:do|does|should|shall|would|can|could) .{0,40}\bno \w/i

/** Whether options are of one sort, so that one of them could stand in another's place. */
export function areParallel(options: readonly string[]): boolean {
  const [first, ...others] = options.map(shapeOf)
  return others.every((shape) => shape === first) && !options.some((option) => WANTS_NONE.test(option))
}

/** Of a guard in code its condition is what matters. */
const GUARD = /^if \((?<condition>.+)\)\s*(?:return|goto|break|continue)\b.*$/

/** An option without the marks and the small words around it. */
function tidyOption(option: string): string {
  const guarded = GUARD.exec(option)?.groups?.["condition"]
  return (guarded ?? option)
    .trim()
    .replace(/^(?:either|maybe|perhaps|rather|instead|simply|even)(?:,| (?!of\b|than\b))\s*(?=\S)/i, "")
    .replaceAll(/^(?:[\s,;:.?!]|-+(?!\w))+|[\s,;:.?!]+$/g, "")
    .replace(/^(?<mark>["'`\u201c])(?<inside>[^"'`\u201c\u201d]+)["'`\u201d]$/, "$<inside>")
    .replace(/^\((?<inside>[^()]+)\)$/, "$<inside>")
}

/** The options where there are two or more, and each of them could head a column; else none. */
export function wellFormed(options: readonly string[]): readonly string[] {
  const tidy = withoutHere(options.map(tidyOption))
  const keys = tidy.map((option) => option.toLowerCase())
  const isGood = tidy.every((option, at) => namesOption(option) && keys.indexOf(keys[at] ?? "") === at)
  return tidy.length > 1 && isGood ? tidy : []
}

/** "A list or a map here?": where it is goes for both. */
function withoutHere(options: readonly string[]): readonly string[] {
  const [placed = "", another] = options.filter((option) => HERE.test(option))
  if (another !== undefined || !placed.endsWith(" here") || shapeOf(placed) !== "thing") return options
  return options.map((option) => (option === placed ? option.slice(0, -" here".length) : option))
}

const HERE = /\bt?here\b/i

/** An item of a list may be a sentence or more: its first clause names it. */
export function headOf(item: string): string {
  const tidy = tidyOption(item)
  if (namesOption(tidy)) return tidy
  const end = /[.;:?!]\s|, (?:and|but|so|because|since|which|as|where|when|if)\b|\s[-–—]+\s|\s\((?=[^)]*$)/.exec(tidy)
  return end === null ? tidy : tidyOption(tidy.slice(0, end.index))
}
