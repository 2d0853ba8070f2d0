// One grammar for everything that a person or a file may name as a source. What comes from chat is
// a stranger's: there no form exists that could name a file of this machine, so none needs refusing.

import { AppError } from "../../errors.ts"
import type { SourceRef, ThreadSource } from "./thread-source.ts"

/** Where the words come from: the terminal and the configuration may name files, chat may not. */
export type SourceOrigin = "terminal" | "chat"

export interface SourceGrammar {
  readonly origin: SourceOrigin
  /** Their `schemes` and `forms` are what is known here. */
  readonly sources: readonly Pick<ThreadSource, "schemes" | "forms">[]
}

// Longer than any address that a person pastes.
const MAX_SOURCE_CHARACTERS = 2_048
const SCHEME_ID = /^(?<scheme>[a-z][a-z0-9+-]{1,30}):(?!\/\/)(?<rest>\S+)$/i
const BRACKETED_ID = /^<(?<id>[^\s<>@]{1,500}@[^\s<>@]{1,400})>$/
// What Slack makes of a Message-ID that somebody types, since it looks like an address.
const LINKED_ID = /^<mailto:(?<id>[^\s<>@|]{1,500}@[^\s<>@|]{1,400})(?:\|[^<>]*)?>$/i
// In the terminal a slash makes it a path; in chat there are no paths.
const BARE_ID = /^(?<id>[^\s<>@/.~-][^\s<>@/]{0,500}@[^\s<>@/]{1,400})$/
const BARE_ID_WITH_SLASH = /^(?<id>[^\s<>@/.~-][^\s<>@]{0,500}@[^\s<>@/]{1,400})$/

/** What the words name. Words of no known form are an AppError whose hint lists the forms. */
export function parseSource(words: string, grammar: SourceGrammar): SourceRef {
  const text = words.trim()
  if (text === "" || text.length > MAX_SOURCE_CHARACTERS) throw unknownForm(text, grammar)
  const ref = parseAddress(text, grammar) ?? parseId(text, grammar) ?? parsePath(text, grammar)
  if (ref === undefined) throw unknownForm(text, grammar)
  return ref
}

/** `https://…`, also in the angle brackets that chat platforms put around it. */
function parseAddress(text: string, { origin }: SourceGrammar): SourceRef | undefined {
  const bare = /^<(?<address>[a-z]+:\/\/[^\s<>|]+)(?:\|[^<>]*)?>$/i.exec(text)?.groups?.["address"] ?? text
  if (/^(?:https?|nntps?|imaps?):\/\/\S+$/i.test(bare)) {
    return URL.canParse(bare) ? { kind: "url", url: new URL(bare) } : undefined
  }
  if (origin === "chat" || !/^file:\/\/\//i.test(text) || !URL.canParse(text)) return undefined
  return { kind: "path", path: decodeURIComponent(new URL(text).pathname) }
}

function parseId(text: string, grammar: SourceGrammar): SourceRef | undefined {
  const groups = SCHEME_ID.exec(text)?.groups
  const named = parseSchemeId(groups?.["scheme"]?.toLowerCase(), groups?.["rest"], grammar)
  if (named !== undefined) return named
  const bareId = grammar.origin === "chat" ? BARE_ID_WITH_SLASH : BARE_ID
  const id = (BRACKETED_ID.exec(text) ?? LINKED_ID.exec(text) ?? bareId.exec(text))?.groups?.["id"]
  return id === undefined ? undefined : { kind: "message-id", id }
}

function parseSchemeId(scheme = "", rest = "", { origin, sources }: SourceGrammar): SourceRef | undefined {
  // `mail:` is how summaries name mail threads, `mid:` is RFC 2392.
  if ((scheme === "mail" || scheme === "mid") && rest.includes("@")) return { kind: "message-id", id: rest }
  // What can be named in the terminal alone has no scheme in chat either.
  const known = sources.filter(({ forms }) => origin === "terminal" || forms.some(({ from }) => from === "anywhere"))
  return known.some(({ schemes }) => schemes.includes(scheme)) ? { kind: "id", scheme, rest } : undefined
}

function parsePath(text: string, { origin }: SourceGrammar): SourceRef | undefined {
  if (origin === "chat" || text.includes("\0") || /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return undefined
  return text === "-" ? { kind: "stdin" } : { kind: "path", path: text }
}

function unknownForm(text: string, { origin, sources }: SourceGrammar): AppError {
  const forms = sources.flatMap((source) => source.forms)
  const known = forms.filter(({ from }) => from === "anywhere" || origin === "terminal").map(({ words }) => words)
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return new AppError("source-unknown", `Cannot read "${shown}": not a source that is known here`, {
    hint: `Give ${listed([...new Set(known)])}`,
  })
}

function listed(words: readonly string[]): string {
  if (words.length === 0) return "a source; none is set up here yet"
  return words.length === 1 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`
}
