import type { Identity } from "../../../src/index.ts"

// Bugzilla sends whatever is written there from one address, and names the writer in its body, or in the place of
// its own name: `"ada at example dot org" <gcc-bugzilla@gcc.gnu.org>`. No mail of it holds more than one comment.

const BUGZILLA = /^(?:[\w-]*-)?bugzilla[\w-]*@/
const SPOKEN = /^"?(?<local>[^\s@<>()"]+) at (?<domain>[^\s@<>()"]+(?: dot [^\s@<>()"]+){0,5})"?$/
const COMMENT = /^-{2,3} ?Comment #\d+ from (?<who>.{1,200}?) (?:\d{4}-\d\d-\d\d.{0,30})?-{2,3}$/m
const REPORTER = /^ +Reporter: (?<who>\S.{0,200})$/m
const NAMED = /^(?<name>[^<>()]*?) ?[<(](?<address>[^<>()]+)[>)]$/

/** Who wrote a mail that a tracker sent: the sender where nothing says that it is somebody else. */
export function writerOf(sender: Identity, body: string): Identity {
  if (!BUGZILLA.test(sender.address)) return sender
  const said = (COMMENT.exec(body) ?? REPORTER.exec(body))?.groups?.["who"]
  return (said === undefined ? undefined : identityIn(said.trim())) ?? identityIn(sender.name ?? "") ?? sender
}

function identityIn(words: string): Identity | undefined {
  const named = NAMED.exec(words)?.groups
  const address = addressIn(named?.["address"] ?? words)
  if (address === undefined) return undefined
  const name = named?.["name"] ?? ""
  return name === "" || name.includes("@") ? { address } : { name, address }
}

function addressIn(words: string): string | undefined {
  const { local, domain } = { ...SPOKEN.exec(words)?.groups }
  if (local !== undefined && domain !== undefined) return `${local}@${domain.replaceAll(" dot ", ".")}`.toLowerCase()
  return /^[^\s@<>()]+@[^\s@<>()]+$/.test(words) ? words.toLowerCase() : undefined
}
