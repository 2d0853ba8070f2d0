import type { People, Person } from "../../people/people.ts"

type ByShortName = ReadonlyMap<string, Person | "several">

/** Surnames and initials are looked up for every open question at every run: they are told once per set of people. */
const shortNames = new WeakMap<People, ByShortName>()

/** Who wrote in the thread and goes by a name, surname or initials that no other of its authors has. */
export function authorNamed(name: string, people: People): Person | undefined {
  if (name === "") return undefined
  const known = people.named(name)
  if (known !== undefined) return people.authors.includes(known) ? known : undefined
  const found = shortNamesOf(people).get(INITIALS.test(name) ? name : name.replace(/-(?:san|ji)$/, "").toLowerCase())
  return found === "several" ? undefined : found
}

const INITIALS = /^\p{Lu}{2,4}$/u

function shortNamesOf(people: People): ByShortName {
  const known = shortNames.get(people)
  if (known !== undefined) return known
  const found = new Map<string, Person | "several">()
  for (const person of people.authors) {
    const words = person.name.toLowerCase().split(/[\s.]+/)
    const initials = words.map((word) => word[0] ?? "").join("")
    for (const name of new Set([words.at(-1) ?? "", initials.toUpperCase()]))
      found.set(name, found.has(name) ? "several" : person)
  }
  shortNames.set(people, found)
  return found
}
