import { quick } from "../patterns/quick-pattern.ts"

const TO_ROOM = quick(
  /\b(?:any(?:one|body)|every(?:one|body)|some(?:one|body)|folks|people|y'?all|you (?:all|guys)|others|the list|any (?:thoughts|opinions|objections|comments|ideas|volunteers|takers)|thoughts|opinions|objections|ideas|comments|who)\b/i,
)

/** Whether a question is put to whoever can answer it. */
export function isPutToRoom(text: string): boolean {
  return TO_ROOM.test(text)
}

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}"
const SIGN = /@(?<name>[\p{L}\p{N}][\p{L}\p{N}_.-]*(?: \p{Lu}[\p{L}'’-]+)?)/gu
const IN_BRACKETS = new RegExp(`\\byou \\((?<name>${NAME})\\)`, "gu")
/** Each of them stands once at most. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:[Hh]i |[Hh]ey |[Hh]ello |[Dd]ear |[Ss]o |[Aa]nd |[Bb]ut |[Oo][Kk] |[Oo]kay |[Mm]aybe |[Ww]ell |[Aa]dding |[Cc]c |\\+)?(?<name>${NAME})(?:[,:]| -| —)`,
    "u",
  ),
  new RegExp(`[,.?!(] (?<name>${NAME})\\W*\\?*\\W*$`, "u"),
  new RegExp(`^(?<name>${NAME})\\?`, "u"),
  new RegExp(
    `^(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Mm]aybe|[Pp]erhaps),? )?(?<name>${NAME}) (?:can|could|may|might|will|would|should)\\b`,
    "u",
  ),
]

/** Who is called on in a question: "@name", "Name, …", "…, Name?". Whether anybody is called so is for the thread to tell. */
export function calledNames(text: string): readonly string[] {
  const names = text.includes("@") ? namesIn(text, SIGN) : []
  for (const form of FORMS) {
    const name = form.exec(text)?.groups?.["name"]
    if (name !== undefined) names.push(name)
  }
  if (text.includes("you (")) names.push(...namesIn(text, IN_BRACKETS))
  return names.length < 2 ? names : [...new Set(names)]
}

function namesIn(text: string, form: RegExp): string[] {
  return Array.from(text.matchAll(form), (match) => match.groups?.["name"] ?? "")
}
