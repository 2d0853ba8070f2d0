import { quick } from "../patterns/quick-pattern.ts"

const TO_ROOM = quick(
  /\b(?:any(?:one|body)|every(?:one|body)|some(?:one|body)|folks|people|y'?all|you (?:all|guys)|others|the list|any (?:thoughts|opinions|objections|comments|ideas|volunteers|takers)|thoughts|opinions|objections|ideas|comments|who)\b/i,
)

/** Whether a question is put to whoever can answer it. */
export function isPutToRoom(text: string): boolean {
  return TO_ROOM.test(text)
}

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}"
const FORMS: readonly RegExp[] = [
  /@(?<name>[\p{L}\p{N}][\p{L}\p{N}_.-]*(?: \p{Lu}[\p{L}'’-]+)?)/gu,
  new RegExp(
    `^(?:[Hh]i |[Hh]ey |[Hh]ello |[Dd]ear |[Ss]o |[Aa]nd |[Bb]ut |[Oo][Kk] |[Oo]kay |[Mm]aybe |[Ww]ell |[Aa]dding |[Cc]c |\\+)?(?<name>${NAME})(?:[,:]| -| —)`,
    "gu",
  ),
  new RegExp(`[,.?!(] (?<name>${NAME})\\W*\\?*\\W*$`, "gu"),
  new RegExp(`^(?<name>${NAME})\\?`, "gu"),
  new RegExp(
    `^(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Mm]aybe|[Pp]erhaps),? )?(?<name>${NAME}) (?:can|could|may|might|will|would|should)\\b`,
    "gu",
  ),
  new RegExp(`\\byou \\((?<name>${NAME})\\)`, "gu"),
]

/** Who is called on in a question: "@name", "Name, …", "…, Name?". Whether anybody is called so is for the thread to tell. */
export function calledNames(text: string): readonly string[] {
  const names = FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => match.groups?.["name"] ?? ""))
  return [...new Set(names.filter((name) => name !== ""))]
}
