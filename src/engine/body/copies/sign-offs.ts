import type { Identity, Message } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isListAddress } from "../../people/addresses/list-addresses.ts"

interface Level {
  readonly lines: readonly DraftLine[]
  readonly message: Message
  readonly known: ReadonlyMap<number, Identity>
  readonly depth: number
}

const LONE_NAME = /^\s*[-–—]*\s*(?<name>\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}.'’-]*){0,2}\s*\.?\s*$/u
const GREETING = /^\s*(?:hi|hello|hey|dear|hallo|hej|bonjour)[ ,]+(?<name>\p{L}[\p{L}'’-]+)\s*[,!.:-]*\s*$/iu

/** The author of a level by the name that they put under their words, or by whom the level above greets. */
export function authorBySignOff(level: Level): Identity | undefined {
  const people = recipients(level)
  return named(people, signedName(level)) ?? named(people, greetedName(level))
}

/** A name alone on the last line of a quoted run of that depth. */
function signedName({ lines, depth }: Level): string | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]
    if (line === undefined || line.depth !== depth || line.zone !== "quote") continue
    const below = lines[at + 1]
    if (below !== undefined && below.zone === "quote" && below.depth === depth) continue
    const name = LONE_NAME.exec(line.content)?.groups?.["name"]
    if (name !== undefined) return name
  }
  return undefined
}

/** "Hi Ada," one level up: that level answers Ada. */
function greetedName({ lines, depth }: Level): string | undefined {
  for (const line of lines) {
    if (line.depth !== depth - 1 || line.content.length > LONGEST_GREETING || line.zone === "attribution") continue
    const name = GREETING.exec(line.content)?.groups?.["name"]
    if (name !== undefined) return name
  }
  return undefined
}

const LONGEST_GREETING = 40
const MAX_RECIPIENTS = 100

function recipients({ message, known }: Level): readonly Identity[] {
  const addressed = [...message.to.slice(0, MAX_RECIPIENTS), ...message.cc.slice(0, MAX_RECIPIENTS)]
  return [message.author, ...addressed.filter((identity) => !isListAddress(identity)), ...known.values()]
}

/** The one person of that first or last name; nobody where several are called so. */
function named(people: readonly Identity[], name: string | undefined): Identity | undefined {
  if (name === undefined) return undefined
  const wanted = name.toLowerCase()
  const found = people.filter((person) => namesOf(person).includes(wanted))
  const keys = new Set(found.map((person) => namesOf(person).toSorted().join(" ")))
  return keys.size === 1 ? found[0] : undefined
}

function namesOf(person: Identity): readonly string[] {
  return (person.name ?? person.address.split("@", 1)[0] ?? "").toLowerCase().match(/\p{L}+/gu) ?? []
}
