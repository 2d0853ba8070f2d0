import { quick } from "../../patterns/quick-pattern.ts"
import { alternativesIn, clausesIn } from "./choice-alternatives.ts"
import type { IndirectChoice } from "./indirect-choices.ts"
import { indirectChoice, offerIn } from "./indirect-choices.ts"
import { wellFormed } from "./option-shape.ts"

/** "A or something (like that)": the last part names nothing. */
const FILLER =
  /,? or (?:something|whatever|similar|so|the like)(?: (?:like (?:that|this)|similar|else|along those lines))?(?=\W*$)/i
const FILLS = quick(FILLER)

/** "Regardless of whether it is good or bad, …": what is left aside is not to choose between. */
const CONCESSIVE = /^(?:\w+,? )?(?:regardless of|no matter|irrespective of|independent(?:ly)? of)\b[^,?]{1,120}, /i

/** "Which is it, really, A or B?" */
const PARENTHETIC = /(?:,? (?:really|exactly|actually|honestly|in your (?:opinion|view))|, (?:then|now)),/gi

/** "Is this expected or a bug, or am I …?": what it is is found out, and nobody is for either. */
export function asksForDiagnosis(question: string): boolean {
  return DIAGNOSIS.test(question)
}

const DIAGNOSIS = quick(
  /\b(?:expected|intended|intentional|deliberate|normal|usual|by design|on purpose|a (?:\w+ )?feature)\b.{0,60}\bor\b.{0,40}\b(?:bugs?|faults?|faulty|regressions?|errors?|mistakes?|defects?|problems?|oversights?|typos?|broken|wrong|accident\w*)\b|\b(?:bug|fault|regression|error|mistake|defect|problem|oversight|typo|broken|wrong)\b.{0,40}\bor\b.{0,40}\b(?:expected|intended|intentional|deliberate|normal|usual|by design|on purpose|a (?:\w+ )?feature)\b/i,
)

/** What a question leaves to choose between, in its own words; empty where it puts no choice that could be told. */
export function choiceOptions(question: string): readonly string[] {
  const text = withoutFiller(question.replace(CONCESSIVE, "").replace(PARENTHETIC, ","))
  return wellFormed(weighedIn(text) ?? listedIn(text) ?? namesIn(text) ?? parallelAsksIn(text) ?? orIn(text))
}

function weighedIn(text: string): readonly string[] | undefined {
  return pairIn(text) ?? againstIn(text) ?? versusIn(text)
}

function orIn(text: string): readonly string[] {
  return indirectIn(text) ?? alternativesIn(text)
}

function pairIn(text: string): readonly string[] | undefined {
  for (const form of PAIR_FORMS) {
    const { a, b } = form.exec(text)?.groups ?? {}
    if (a !== undefined && b !== undefined && !/\bor\b/i.test(b)) return [a, b]
  }
  return undefined
}

/** "Shouldn't it be A rather than B?": which of the two is right. */
function againstIn(text: string): readonly string[] | undefined {
  if (!OUGHT.test(text)) return undefined
  const options = alternativesIn(text.replace(AGAINST, " or "))
  return options.length > 1 ? options : undefined
}

const OUGHT =
  /\b(?:should(?:n't)?|wouldn't|would .{1,20} not) [^?]{2,160}[?,]? (?:instead of|rather than|as opposed to) [^?]{1,120}\?\W*$/i
const AGAINST = /[?,]? (?:instead of|rather than|as opposed to) /i

/** What a sentence says that could be done, where the next one asks which of it. */
export function offeredOptions(text: string): readonly string[] {
  const options = choiceOptions(text)
  const offer = offerIn(text)
  return options.length > 1 || offer === undefined ? options : wellFormed(optionsIn(offer))
}

/** What somebody does not know, or leaves to others. */
function indirectIn(text: string): readonly string[] | undefined {
  const indirect = indirectChoice(text)
  return indirect && optionsIn(indirect)
}

/** As if the clause stood alone: the options are pieces of it. */
function optionsIn({ opening, clause }: IndirectChoice): readonly string[] {
  const options = clausesIn(clause) ?? bestIn(clause) ?? alternativesIn(`${opening}${clause}`)
  // What begins before the clause was not cut where the options part.
  return options.some((option) => option.startsWith(opening)) ? [] : options
}

/** "Whether A or B would be better" */
function bestIn(clause: string): readonly string[] | undefined {
  const { a, b } = BEST.exec(clause)?.groups ?? {}
  return a === undefined || b === undefined ? undefined : [a, b]
}

const BEST =
  /^(?<a>[^,]{1,60}?),? or (?<b>[^,]{1,60}?) (?:is|are|was|were|would be|will be|might be|should be)(?: the)? (?:better|best|right|correct|preferable|preferred|cleaner|nicer|safer|simpler|easier|faster)\b/i

function withoutFiller(question: string): string {
  return FILLS.test(question) ? question.replace(FILLER, "") : question
}

/** 'What about "A", "B" or "C"?': names in quotation marks, nothing but commas and "or" between them. */
function namesIn(text: string): readonly string[] | undefined {
  const run = NAMES.exec(text)?.groups?.["run"]
  return run?.match(/[^"\u201c\u201d]{2,40}(?=["\u201d](?:,|\W*$| or\b))/g) ?? undefined
}

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

/** One thing weighed against another. "Use A instead of B" alone only proposes A: yes or no is the answer. */
const PAIR_FORMS = [
  /\b(?:choose|decide|pick|choice|decision|preferences?|toss-?up|torn|undecided|hesitat\w+) between (?<a>.{2,80}?),? and (?<b>.{2,80}?)(?=,? (?:so|but|when|because) |[?!:;.](?:\s|$)|$)/i,
  /\breplac(?:e|ing) (?<a>.{2,80}?),? (?:with|by) (?:something (?:like|such as) |just )?(?<b>.{2,80}?)(?=,? (?:and|so that|in order|when|but) |[?!](?:\s|$)|\.$|$)/i,
  /\b(?:candidates|options|alternatives|choices|contenders)\b[^:.?]{0,30}(?: are|:) (?<a>[^.?:,]{2,60}?),? (?:and|or) (?<b>[^.?:,]{2,60}?)(?=[.?!](?:\s|$)|$)/i,
  /\b(?:better|nicer|cleaner|simpler|easier|safer|more \w+|prefer\w*|should(?:n't)? (?:we|it|this|that|i))\b[^.?!]{0,60}?\b(?:use|using|have|go for|take|keep|extend\w*) (?!(?:you|we|I|they|it|people)\b)(?<a>[^\s,]{1,40}(?: [^\s,]{1,30}){0,4}?),? (?:instead of|rather than) (?<b>[^\s,]{1,40}(?: [^\s,]{1,30}){0,4}?)(?=,? (?:and|so that|when|if|but|for|in|here)\b|[?.!,]|$)/i,
  /^\W*(?:(?:so|and|but|then) )?who(?:se)? [^,?]{2,80}, (?<a>you|me|us|him|her|them|he|she) or (?<b>[\w. ]{1,30})(?=\?)/i,
].map(quick)

const VERSUS = quick(
  /(?:^|[\s:,])(?<a>[^\s,:]{1,40}(?: (?!or\b|we\b|want\b)[^\s,:]{1,30}){0,2}?),? (?:vs\.?|versus) (?<b>[^\s,]{1,40}(?: [^\s,]{1,30}){0,3}?)(?=,? (?:and|so that|when|if|but|for|in|here|on|to|as)\b|[?.!,:]|$)/i,
)

const LISTED =
  /(?:^|[\s(])(?:\(?(?<label>[a-dA-D1-4])\)|(?<number>[1-4])\.|[Oo]ption (?<named>[a-dA-D1-4])(?: is|:| -| =))\s+/g

/** "(a) revert it (b) fix it": each label starts an option. */
function listedIn(text: string): readonly string[] | undefined {
  const labels = [...text.matchAll(LISTED)]
  if (labels.length < 2 || !labels.every((label, at) => placeOf(label) === at)) return undefined
  return labels.map((label, at) =>
    text
      .slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length)
      .replace(/[.?!] (?:any )?(?:thoughts|opinions|comments|preferences?|votes?|ideas)\W*$/i, "")
      .replace(/[\s,;]+(?:or|and)\s*$/i, ""),
  )
}

/** Lists begin with their first label and leave none out. */
function placeOf({ groups }: RegExpExecArray): number {
  const label = (groups?.["label"] ?? groups?.["number"] ?? groups?.["named"] ?? "").toLowerCase()
  return /\d/.test(label) ? Number(label) - 1 : label.charCodeAt(0) - "a".charCodeAt(0)
}
