import type { QuickPattern } from "../patterns/quick-pattern.ts"
import { quick } from "../patterns/quick-pattern.ts"

// An option is named, not told: longer ones keep their head only.
const MAX_WORDS = 14

/** "A or something (like that)": the last part names nothing. */
const FILLER =
  /,? or (?:something|whatever|similar|so|the like)(?: (?:like (?:that|this)|similar|else|along those lines))?(?=\W*$)/i
const FILLS = quick(FILLER)

/** "Regardless of whether it is good or bad, …": what is left aside is not to choose between. */
const CONCESSIVE = /^(?:\w+,? )?(?:regardless of|no matter|irrespective of|independent(?:ly)? of)\b[^,?]{1,120}, /i

/** What a question leaves to choose between, in its own words; empty where it puts no choice. */
export function choiceOptions(question: string): readonly string[] {
  const text = withoutFiller(question.replace(CONCESSIVE, ""))
  if (ASKS_HOW.test(text)) return []
  for (const form of PAIR_FORMS) {
    const { a, b } = form.exec(text)?.groups ?? {}
    if (a !== undefined && b !== undefined && !/\bor\b/i.test(b)) return distinct([a, b])
  }
  return distinct(versusIn(text) ?? listedIn(text) ?? namesIn(text) ?? parallelAsksIn(text) ?? alternativesIn(text))
}

/** 'What about "A", "B" or "C"?': names in quotation marks, nothing but commas and "or" between them. */
function namesIn(text: string): readonly string[] | undefined {
  const run = NAMES.exec(text)?.groups?.["run"]
  return run?.match(/[^"\u201c\u201d]{2,40}(?=["\u201d](?:,|\W*$| or\b))/g) ?? undefined
}

/** "How do you build or test it?" asks for a way, whatever is joined in it. */
const ASKS_HOW = /\b(?:how|why)\b (?!about|not)[^,:?]*\bor\b[^,:?]*\W*$/i

const NAMES =
  /\b(?:about|prefer|like|either|choose|pick|use) (?<run>["\u201c][^"\u201c\u201d]{1,40}["\u201d](?:,? (?:or )?["\u201c][^"\u201c\u201d]{1,40}["\u201d]){1,5})/i

const ASKS =
  /\b(?<asks>(?:do|does|is|are|was|should|will|would|can) (?:you|we|it|they|this|that|he|she|I))(?<verb> \w+) /i

/** "Do you say A, do you say B, do you say C?": each part asks in the same words. */
function parallelAsksIn(text: string): readonly string[] | undefined {
  const parts = text.split(/, (?:or )?/)
  const found = parts.length > 2 ? ASKS.exec(parts[0] ?? "") : null
  const { asks = "", verb = "" } = found?.groups ?? {}
  if (found === null) return undefined
  const asked = [parts[0]?.slice(found.index) ?? "", ...parts.slice(1)]
  return behind(asked, `${asks}${verb} `) ?? behind(asked, `${asks} `)
}

function behind(parts: readonly string[], lead: string): readonly string[] | undefined {
  const isAsked = parts.every((part) => part.toLowerCase().startsWith(lead.toLowerCase()))
  return isAsked ? parts.map((part) => part.slice(lead.length)) : undefined
}

/** "A vs. B": as many words of A as B has. */
function versusIn(text: string): readonly string[] | undefined {
  const { a, b } = VERSUS.exec(text)?.groups ?? {}
  return a === undefined || b === undefined ? undefined : [a.split(" ").slice(-b.split(" ").length).join(" "), b]
}

function withoutFiller(question: string): string {
  return FILLS.test(question) ? question.replace(FILLER, "") : question
}

/** One thing in another's place: what stands today, and what is meant instead. */
const PAIR_FORMS: readonly QuickPattern[] = [
  /\b(?:choose|decide|pick|choice|decision|toss-?up) between (?<a>.{2,80}?),? and (?<b>.{2,80}?)(?=,? (?:so|but|when|because) |[?!:;](?:\s|$)|\.$|$)/i,
  /\breplac(?:e|ing) (?<a>.{2,80}?),? (?:with|by) (?:something (?:like|such as) |just )?(?<b>.{2,80}?)(?=,? (?:and|so that|in order|when|but) |[?!](?:\s|$)|\.$|$)/i,
  /\b(?:candidates|options|alternatives|choices|contenders)\b[^:.?]{0,30}(?: are|:) (?<a>[^.?:,]{2,60}?),? (?:and|or) (?<b>[^.?:,]{2,60}?)(?=[.?!](?:\s|$)|$)/i,
  /\b(?:use|using|have|do|go for|take|keep|extend\w*) (?!(?:you|we|I|they|it|people)\b)(?<a>[^\s,]{1,40}(?: [^\s,]{1,30}){0,4}?),? (?:instead of|rather than) (?<b>[^\s,]{1,40}(?: [^\s,]{1,30}){0,4}?)(?=,? (?:and|so that|when|if|but|for|in|here)\b|[?.!,]|$)/i,
].map(quick)

const VERSUS = quick(
  /(?:^|[\s:,])(?<a>[^\s,:]{1,40}(?: (?!or\b|we\b|want\b)[^\s,:]{1,30}){0,2}?),? (?:vs\.?|versus) (?<b>[^\s,]{1,40}(?: [^\s,]{1,30}){0,3}?)(?=,? (?:and|so that|when|if|but|for|in|here|on|to|as)\b|[?.!,:]|$)/i,
)

const LISTED =
  /(?:^|[\s(])(?:\(?(?<label>[a-dA-D1-4])\)|(?<number>[1-4])\.|[Oo]ption (?<named>[a-dA-D1-4])(?: is|:| -| =))\s+/g

/** "(a) revert it (b) fix it": each label starts an option. */
function listedIn(text: string): readonly string[] | undefined {
  const labels = [...text.matchAll(LISTED)]
  if (labels.length < 2) return undefined
  return labels.map((label, at) =>
    text
      .slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length)
      .replace(/[.?!] (?:any )?(?:thoughts|opinions|comments|preferences?|votes?|ideas)\W*$/i, "")
      .replace(/[\s,;]+(?:or|and)\s*$/i, ""),
  )
}

const NO_ALTERNATIVE =
  /^(?:not|no|so|(?:is|are) there (?:any|some)thing else|something(?! (?:to|that|which|with)\b)|anything|whatever|similar|such|later|else|more|less|otherwise|maybe|may be|perhaps|at least|even|am I|I'm|I am|did I|have I|is it just me|just me|are we missing|what|how|why|who|when|where)\b/i
/** What asks, in front of what is asked for. */
const ASKING_FRAME =
  "(?:should|shall|do|does|did|would|could|can|will|must) (?:it|we|i|you|they|this|that|the \\S+|people)(?: (?:really|just|rather|now|like|want|prefer|need))?(?: (?:me|us|them))?(?: to)?\\s|are (?:we|you) (?:going|trying) to\\s|(?:not sure|unsure|wonder\\w*|know|decide) (?:if|whether)\\s"
/** The same with the verbs that do not tell the options apart. */
const FRAMES = new RegExp(
  `\\b(?:${ASKING_FRAME}|(?:should (?:it|we|i|this|that|the \\S+) (?:be|use|do|go for|go with)|whether|either|between|prefer|want|rather|is (?:it|this|that)|are they|use|using|go with|go for|closer to|than|be)\\s+)`,
  "gi",
)
const VERB_FRAMES = new RegExp(
  `\\b(?:${ASKING_FRAME}|(?:whether|either|prefer|want me|rather|better)(?: to)?\\s+)`,
  "gi",
)
/** The right side is a doing: so is the left one. */
const STARTS_WITH_VERB =
  /^(?:to |just |also )?(?:keep|drop|remove|fix|revert|add|move|wait|merge|retry|mark|fail|fall|split|rework|stay|use|make|rename|replace|put|change|leave|roll|bump|switch|go|ship|patch|reject|send|resend|take|do|let|try|run|write|call|turn|set|stop|start|close|open|return|allow|continue|delete|extend|reuse|skip|rebase|export|detect|document|migrate|upgrade|rewrite|disable|enable|reset)\b(?!-)|\b(?:it|them)(?: \w+){0,2}$/i
/** The right side asks anew: the left one is all that is asked before. */
const STARTS_ASKING =
  /^(?:is|are|am|was|were|do|does|did|should|shall|can|could|will|would|has|have|must)(?:n't)? (?:(?:it|we|i|you|they|this|that|he|she|there|the \S+) )?(?=\S+ \S|\S+$)/i
const FIRST_ASKING = /^(?:is|are|am|was|were|do|does|did|should|shall|can|could|will|would|has|have|must)(?:n't)? /i

// "A or B or am I wrong": more parts than this that name nothing are not worth a look.
const MOST_NOTHINGS = 3

/** "A or B", "A, B or C": the right side goes to the end of its clause, the left one starts where it runs parallel. */
function alternativesIn(whole: string): readonly string[] {
  let text = whole
  for (let turn = 0; turn < MOST_NOTHINGS; turn++) {
    const at = lastOr(text)
    if (at < 0) return []
    const right = clauseHead(
      text.slice(at).replace(/^,? ?or\s+(?:just |rather |instead |maybe |perhaps |else |if )?/i, ""),
    )
    if (right === "") return []
    if (!NO_ALTERNATIVE.test(right)) return alternativesAt(text, { at, right })
    text = text.slice(0, at)
  }
  return []
}

function alternativesAt(
  text: string,
  { at, right }: { readonly at: number; readonly right: string },
): readonly string[] {
  const head = withoutLead(text.slice(0, at).replace(/[,\s]+$/, ""))
  if (JOINS.test(clauseOf(head)) && !STARTS_ASKING.test(right)) return []
  const series = text.startsWith(", ", at) ? seriesIn(clauseOf(head), right) : parallelsIn(clauseOf(head), right)
  if (series.length > 1) return [...series, right]
  const left = leftOf(head, right)
  if (left === "") return []
  const parts = left.includes(", ") && !right.includes(" ") ? left.split(/,\s+/) : [left]
  return [...parts, right]
}

/** A breath before what is asked: a condition, a place, who is asked, or what is wanted of the options. */
const LEAD =
  /^(?:\W*(?:and|but|so|or|also|well|then) )?(?:what|which|where|who|how|when|why|if|on|in|for|at|by|given|as|since|after|before|with|so|also|well|then|ok|okay|btw|just curious|sorry|hi|hey|hello|dear|quick one|anyway|otherwise)\b/i
const ASKS_THEN = /^(?:and |but |so )?(?:should|shall|do|does|did|is|are|would|can|could|will|has|have|must)\b/i

/** Without the parts before a comma that only lead up to what is asked. */
function withoutLead(head: string): string {
  const parts = head.split(/(?<=,) /)
  const asking = parts.findLastIndex((part, at) => at > 0 && ASKS_THEN.test(part))
  const kept = parts.slice(Math.max(0, asking))
  while (kept.length > 1 && LEAD.test(clauseOf(kept[0] ?? ""))) kept.shift()
  return kept.join(" ")
}

/** Asks to do or to have what "or" joins: yes or no is the answer. What was done may be one or the other. */
const JOINS =
  /^(?:\W*(?:so|and|but|also|then|or|hi|please),? ){0,3}(?:(?:could|can) (?!we\b|I\b)\S|would (?:you|anybody|anyone|somebody|someone) (?:mind|be|have|please|send|check|add|try|kindly)\b|(?:is|are|was|were) there\b|(?:do|does) (?:you|anybody|anyone|they|somebody|someone) (?:have|see|know|get|still|ever|happen)\b|any\b)/i

/** More parts than this with commas between them are a sentence. */
const MOST = 4

const NO_PART = /^(?:if|when|since|as|also|so|but|in|is|are|was|do|does|should|shall|could|can|would|will|hi|hello)\b/i

/** "A, B, or C": what stands between the commas. */
function seriesIn(clause: string, right: string): readonly string[] {
  const [first, ...more] = clause.split(", ")
  const isSeries = more.length < MOST && !NO_PART.test(right)
  if (first === undefined || !isSeries || more.some((part) => NO_PART.test(part) || wordsIn(part) > wordsIn(right) + 3))
    return []
  return /^(?:if|when|since|as|also|hi|hello)\b/i.test(first) ? [] : [leftOf(first, more[0] ?? right), ...more]
}

/** "as A, as B or as C": parts that start with the word that the last one starts with. */
function parallelsIn(clause: string, right: string): readonly string[] {
  const start = `${right.split(" ", 1)[0]?.toLowerCase() ?? ""} `
  const parts = clause.split(", ")
  const isParallel = (part: string | undefined): boolean => part?.toLowerCase().startsWith(start) === true
  const from = parts.findIndex((_, at) => at > 0 && parts.slice(at).every(isParallel))
  const lead = parts[from - 1]?.toLowerCase().lastIndexOf(` ${start}`) ?? -1
  return from < 1 || lead < 0 ? [] : [parts[from - 1]?.slice(lead + 1) ?? "", ...parts.slice(from)]
}

function wordsIn(text: string): number {
  return text.split(" ").length
}

/** What stands after the last full stop, question mark or colon. */
function clauseOf(text: string): string {
  const starts = ["; ", "? ", ". ", ": "].map((mark) => text.lastIndexOf(mark) + 1)
  return text.slice(Math.max(0, ...starts)).trim()
}

function lastOr(text: string): number {
  let last = -1
  for (const match of text.matchAll(
    /,? \b(?:or)\b (?!not\b|so\b|less\b|more\b|something\b(?! (?:to|that|which|with)\b)|anything\b|whatever\b|similar\b)/gi,
  ))
    if (!/^,? or two\b/i.test(text.slice(match.index)) || /\bone \S+$/i.test(text.slice(0, match.index)))
      last = match.index
  return last
}

function clauseHead(text: string): string {
  const end = /[?;!]|\.(?:\s|$)|, (?:and|so|but|because|since|when|if|as|which|given)\b|\s[-–—]\s/.exec(text)
  return (end === null ? text : text.slice(0, end.index)).trim()
}

function leftOf(text: string, right: string): string {
  const head = clauseOf(text)
  const words = head.split(" ")
  if (STARTS_ASKING.test(right) && FIRST_ASKING.test(head)) return words.slice(0, MAX_WORDS + 2).join(" ")
  const first = right.split(" ", 1)[0]?.toLowerCase() ?? ""
  const parallel = words.findLastIndex((word) => word.toLowerCase() === first)
  if (parallel > 0) return words.slice(parallel).join(" ")
  const size = Math.max(2, right.split(" ").length)
  return framedIn(head, right, size + 6) ?? words.slice(-Math.min(size, MAX_WORDS)).join(" ")
}

/** What stands behind the words that ask; a doing that nothing asks for stands by itself. */
function framedIn(head: string, right: string, most: number): string | undefined {
  const isDoing = STARTS_WITH_VERB.test(right)
  let from = 0
  for (const frame of head.matchAll(isDoing ? VERB_FRAMES : FRAMES)) from = frame.index + frame[0].length
  const framed = head.slice(from).trim()
  if (from === 0) return isDoing && STARTS_WITH_VERB.test(head) && wordsIn(head) <= MAX_WORDS ? head : undefined
  return framed !== "" && wordsIn(framed) <= most ? framed : undefined
}

function distinct(options: readonly string[]): readonly string[] {
  const cut = options.map(tidyOption).filter((option) => option !== "")
  const unique = cut.filter(
    (option, at) => cut.findIndex((other) => other.toLowerCase() === option.toLowerCase()) === at,
  )
  return unique.length > 1 ? unique : []
}

/** "is it A or should it be B": what the two have in common belongs to the question. */
const FRAME_START =
  /^(?:(?:is|are|was|should|shall|do|does|would|could|can|will) (?:(?:it|I|we|you|this|that|they) )?(?:be |just |want |need (?:to )?)?)(?=\S+ \S)/i

/** An option without what it shares with the others, and without the marks around it. */
export function tidyOption(option: string): string {
  const guarded = /^if \((?<condition>.+)\)\s*(?:return|goto|break|continue)\b.*$/.exec(option)?.groups?.["condition"]
  const words = (guarded ?? option)
    .trim()
    .replace(/^(?:we|I|one|it) (?:could|can|might|may) (?:also |either |just |always )?(?=\S+ \S)/i, "")
    .replace(FRAME_START, "")
    .replaceAll(/^["'“(]+(?=[^()]*$)|[\s;,.?!:"'”]+$/g, "")
    .split(/\s+/)
  return words.slice(0, MAX_WORDS).join(" ")
}
