import { quick } from "../../patterns/quick-pattern.ts"

const PEOPLE = "(?:any(?:one|body)|every(?:one|body)|some(?:one|body)|folks|people|others)"
const VERBS = "(?:is|are|was|were|do|does|did|can|could|would|will|should|may|might|has|have|had)(?:n't)?"
const MATTERS = "(?:thoughts|opinions|objections|comments|ideas|volunteers|takers)"
/** "Does anybody …", "who wants …", "Thoughts?": those who can answer are the ones asked, not merely named. */
const ASKS_ROOM = quick(
  new RegExp(
    [
      `(?<!\\bwhy )\\b${VERBS} (?:there )?${PEOPLE}\\b`,
      "(?<!\\bwhy \\w{1,9} )\\b(?:any(?:one|body)|folks)\\b",
      "\\b(?:please|maybe|perhaps) some(?:one|body)\\b",
      "\\bsome(?:one|body) (?:please|else|can|could|would|will|should|knows?|has|have|help|explain|confirm|review|(?:take|have) a look|with|who)\\b",
      "\\b(?:with|for|to|from) every(?:one|body)\\W*\\?",
      `\\b(?:any|hear) (?:\\w+ )?${MATTERS}\\b`,
      "\\b(?:any|some) (?:feedback|advice|suggestions|hints?|help|pointers?)\\b",
      `(?:^|[.!?:;] )(?:so |and )?${MATTERS}\\b`,
      "\\b(?:if (?:nobody|no one|no-one)|unless (?:somebody|someone|I hear)|if there (?:are|is) no objections?)\\b",
      "^(?:\\w+, )?what (?:I|we)(?:'d| would| have|'ve)?(?: really| always| also| ever)* (?:like|love|wanted|wish)\\b",
      "\\bthose of (?:us|you)\\b",
      "\\bwho (?:wants|can|could|will|would|else|of you)\\b",
      "\\b(?:ask|hear from|question for) the (?:list|group|others)\\b",
      "\\b(?:communit(?:y|ies)|developers|maintainers|teams?|projects?|people|users|we all|all of us)(?: (?:of|for|here|with) (?:\\w+ ){0,3}\\w+)? (?:have|has) (?:an?|the) (?:obligation|duty|responsibility)\\b",
      "\\b(?:is|be|'s) (?:better|best|important|wise|good|essential) to (?:first )?(?:check|verify|test|make sure|ensure|confirm|measure)\\b",
      "\\bif we all\\b",
      "\\b(?:y'?all|you (?:all|guys)|(?:all|any) of you)\\b",
      "^(?:hi|hey|hello|dear),? (?:all|everyone|everybody|guys|team|list|people)\\b",
    ].join("|"),
    "i",
  ),
)
const ASKS_YOU = quick(new RegExp(`\\b${VERBS} you\\b(?! (?:all|guys|folks)\\b)`, "i"))

/** Below a line of a patch "who sets this flag?" is for whoever wrote it. */
const ASKS_WHO = quick(/(?:^|[^\w\s] ?|\b(?:and|but|so|or|then|wonder) )who\b/i)

/** Whether a question is put to whoever can answer it: the one that it asks first decides. */
export function isPutToRoom(text: string, isOnPatch: boolean): boolean {
  const room = ASKS_ROOM.exec(text) ?? (isOnPatch ? null : ASKS_WHO.exec(text))
  return room !== null && room.index < (ASKS_YOU.exec(text)?.index ?? text.length)
}

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}"
const SIGN = /@(?<name>[\p{L}\p{N}][\p{L}\p{N}_.-]*(?: \p{Lu}[\p{L}'’-]+)?)/gu
const PARTS = / (?:and|or|&) | ?, ?|\/| \((?:and |or )?/u
/** "Lea", "Lea, Otto and Ida", "Lea/Otto", "Lea (or Otto": one called on, or several in a row. */
const NAMES = `${NAME}(?:(?: (?:and|or|&) |, ?|/)${NAME}){0,4}(?: \\((?:and |or )?${NAME}\\))?`
const IN_BRACKETS = new RegExp(`\\byou \\((?<name>${NAMES})\\)`, "gu")
/** Each of them stands once at most. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:[Hh]i |[Hh]ey |[Hh]ello |[Dd]ear |[Ss]o |[Aa]nd |[Bb]ut |[Oo][Kk] |[Oo]kay |[Mm]aybe |[Ww]ell |[Aa]dding |[Cc]c |\\+)?(?<name>${NAMES})(?:[,:]| -| —)`,
    "u",
  ),
  new RegExp(`[,.?!(] (?<name>${NAMES})\\W*\\?*\\W*$`, "u"),
  new RegExp(`^(?<name>${NAMES})\\?`, "u"),
  new RegExp(
    `^(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Mm]aybe|[Pp]erhaps),? )?(?<name>${NAMES}) (?:can|could|may|might|will|would|should)\\b`,
    "u",
  ),
]

/** Who is called on in a question: "@name", "Name, …", "…, Name?". Whether anybody is called so is for the thread to tell. */
export function calledNames(text: string): readonly string[] {
  const called = text.includes("@") ? namesIn(text, SIGN) : []
  for (const form of FORMS) {
    const name = form.exec(text)?.groups?.["name"]
    if (name !== undefined) called.push(name)
  }
  if (text.includes("you (")) called.push(...namesIn(text, IN_BRACKETS))
  if (called.length === 0) return called
  const names = called.flatMap((name) => name.split(PARTS)).map((name) => name.replace(/\)$/, ""))
  return [...new Set(names.filter((name) => name !== ""))]
}

const NO_NAMES =
  "[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|Thanks?|Sorry|Please|Also|And|But|So|Or|If|Ok|OK|Okay|Well|However|Otherwise|Then|Now|Again|First|Second|Third|Next|Last|Btw|BTW|Anyway|Maybe|Perhaps|Yes|Yeah|No|Sure|Right|Great|Good|Nice|Cool|Hm+|Ah|Oh|All|Guys|Folks|Everyone|Everybody|Team|People|Questions?|Nit|Note|PS|Plus|Instead|Still|Besides|Meanwhile|Sir|Gentlemen|Developers?|Maintainers?|Today|Tomorrow|Which|What|How|Why|When|Where|Who|Once|Just|Here|There|True|Agreed|Indeed|Exactly|\\p{Lu}\\p{Ll}+ly"
/** "Jan - are you still coming?" */
const CALLS_YOU = new RegExp(
  `^(?!(?:${NO_NAMES})\\b)(?<name>\\p{Lu}\\p{Ll}+)(?:,|:| -| —) (?:and |so )?(?:(?:how|what|when|where|which|why) )?(?:are|do|did|can|could|would|will|have|were) you\\b`,
  "u",
)

/** The one name that opens a question to "you", whoever bears it. */
export function nameOfYou(text: string): string | undefined {
  return text.includes(" you") ? CALLS_YOU.exec(text)?.groups?.["name"] : undefined
}

function namesIn(text: string, form: RegExp): string[] {
  return Array.from(text.matchAll(form), (match) => match.groups?.["name"] ?? "")
}
