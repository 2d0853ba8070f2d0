import type { People, Person } from "../people/people.ts"

/** Who wrote in the thread and goes by a name, surname or initials that no other of its authors has. */
export function authorNamed(name: string, people: People): Person | undefined {
  const known = people.named(name)
  if (known !== undefined) return people.authors.includes(known) ? known : undefined
  const bare = name.replace(/-(?:san|ji)$/, "").toLowerCase()
  if (bare === "") return undefined
  const found = people.authors.filter((person) => {
    const words = person.name.toLowerCase().split(/[\s.]+/)
    return words.at(-1) === bare || (INITIALS.test(name) && words.map((word) => word[0]).join("") === bare)
  })
  return found.length === 1 ? found[0] : undefined
}

const INITIALS = /^\p{Lu}{2,4}$/u
