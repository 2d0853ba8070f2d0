import { codeAt } from "../../patterns/code-at.ts"
import { hashOf, hashStep } from "../../words/vocabulary.ts"

/**
 * The words that attribution lines end with, in the languages that lists hold. Sources: the default
 * reply templates of Thunderbird, Gmail, Apple Mail, KMail, Mutt, Outlook, Yahoo and Gnus.
 */
const VERBS = [
  // English, with what people put in its place
  "wrote",
  "writes",
  "said",
  "says",
  "typed",
  "spake",
  "commented",
  "replied",
  "answered",
  "responded",
  "has written",
  "schrieb",
  "schreibt",
  // French, Spanish, Catalan, Portuguese, Italian, Romanian
  "a écrit",
  "a ?crit",
  "thus spake",
  "thus spoke",
  "thus spaketh",
  "a ecrit",
  "écrit",
  "disait",
  "escribió",
  "escribio",
  "escribe",
  "va escriure",
  "ha escrit",
  "escreveu",
  "ha scritto",
  "scrive",
  "a scris",
  // Dutch and the north
  "schreef",
  "geschreven",
  "heeft geschreven",
  "skrev",
  "skreiv",
  "skrifaði",
  "kirjoitti",
  "kirjoittaa",
  "kirjutas",
  // Slavic, Baltic, Hungarian, Turkish, Greek
  "pisze",
  "napisał",
  "napisał(a)",
  "napisala",
  "napisała",
  "napsal",
  "napsal(a)",
  "napsala",
  "napísal",
  "napísal(a)",
  "je napisao",
  "je napisala",
  "пишет",
  "писал",
  "писал(а)",
  "написал",
  "написал(а)",
  "написала",
  "пише",
  "написав",
  "írta",
  "ezt írta",
  "yazdı",
  "yazmış",
  "έγραψε",
  "napisao/la",
  // East and south
  "写道",
  "寫道",
  "写到",
  "寫到",
  "さんは書きました",
  "さんが書きました",
  "님이 작성",
  "님이 쓴 글",
  "đã viết",
  "כתב",
  "كتب",
  "menulis",
] as const

const ALTERNATIVES = [...VERBS]
  .toSorted((a, b) => b.length - a.length)
  .map((verb) => verb.replaceAll(/[()/?]/g, "\\$&"))
  .join("|")

/** The verb, with what may follow it to the end of the line: "wrote:", "wrote on Monday:", "said the following on …:". */
export const SAYING = new RegExp(
  `(?:^|(?<=[\\s>"”)\\],，。日周月午\\d]))(?<verb>${ALTERNATIVES})(?=$|[\\s:：.…,;\\-–({\\[]|\\?:)`,
  "iu",
)
const SAYING_FROM = new RegExp(SAYING.source, "giu")
const LONGEST = Math.max(...VERBS.map((verb) => verb.length))

/** What SAYING finds: it is looked for only where a word is, or ends, one of the verbs. */
export function findSaying(text: string): RegExpExecArray | null {
  const end = endOfVerb(text)
  if (end === undefined) return null
  SAYING_FROM.lastIndex = Math.max(0, end - LONGEST)
  return SAYING_FROM.exec(text)
}

/**
 * A cheap look before the dear one: where the first run of letters ends that a verb ends with, undefined where none is.
 * What is not plain may hold any verb: then nothing is known but that none stands before it.
 */
function endOfVerb(text: string): number | undefined {
  const { length } = text
  let hash = 0
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code > 0x7f) return at
    const letter = code | SMALL
    if (letter >= 0x61 && letter <= 0x7a) hash = hashStep(hash, letter)
    else if (hash !== 0) {
      if (VERB_ENDS.has(hash)) return at
      hash = 0
    }
  }
  return VERB_ENDS.has(hash) ? length : undefined
}

// The bit that tells small letters from capital ones.
const SMALL = 0x20
const VERB_ENDS: ReadonlySet<number> = new Set(VERBS.flatMap((verb) => /[a-z]+$/.exec(verb)?.[0] ?? []).map(hashOf))

/** Written against the name without a space. */
export const EASTERN_SAYING = /(?<verb>写道|寫道|写到|寫到|さん[はが]書きました|님이 작성|님이 쓴 글)/u
