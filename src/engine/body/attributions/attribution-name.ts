import type { Identity } from "../../../model/message.ts"
import { cutDate } from "./cut-date.ts"
import { nameAfterClock } from "./name-after-clock.ts"
import { readableAddress } from "../../people/addresses/addresses.ts"
import { displayName } from "../../people/display-name.ts"
import { isSentVia } from "../../people/addresses/relays.ts"
import { remembering } from "../../patterns/remember.ts"

/** Whom an attribution names. */
export interface Attributed {
  readonly author: Identity
  readonly date?: string | undefined
}

/** Names the mail's addressee or its sender without naming them. */
export type Pronoun = "you" | "i"

const BRACKETED_ADDRESS =
  /[<[(]\s*(?:mailto:|javascript:;?)?(?<address>[^\s<>()[\]"@]+(?:@|\s?(?:\(at\)|\[at\]| at )\s?)[^\s<>()[\]"]+)\s*(?:\s*<?mailto:[^\s>]*>?)?(?:[>\])]+|$)/giu
// "<ada@example.org <mailto:ada@example.org>>": the address twice over.
const LINKED = /\s?<mailto:[^>]*>/giu
const BARE_ADDRESS =
  /(?<![\w.@<])(?<address>[\w.+-]+ at [\w-]+(?:\.[\w-]+)+|[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+\.[^\s<>()[\]",;:@.]+|[^\s<>()[\]",;:@]+@x{5,})/gu
const MESSAGE_ID =
  /(?:\b(?:in|In)\s+(?:message|article|news|Message|Article|post|Posting|posting)?\s*)?(?:<[^\s<>@]{12,}@[^\s<>]+>|<?news:[^\s>]+>?)[,:]?/gu
const COMMENTS =
  /\(by way of [^)]*\)|\[via [^\]]*\]|\[[^\]]*\]|<[^>]*>|\((?:[A-Z]{2,5}(?=\))|\d[^)]*|[^)]*\d{2}:\d{2}[^)]*)\)?/gu
// "The 04/09/2026 10:11, Ada wrote:": a template of some mailers; before a date it is part of it.
const THE_DAY = /^The (?=\d{1,4}[/.-]\d)/u
const LEADERS = /^[\s*+\-–—_=#>|:,.'"]+/u
const TRAILERS = /[\s,:;|*\-–—_=<[('".]+$/u

/**
 * The author in a text that holds a date, a name and an address in any order; undefined where no name is left.
 * Everybody who answers quotes the same attributions, so the latest are known again.
 */
export const readAttributed: (text: string) => Attributed | Pronoun | undefined = remembering(findAttributed)

function findAttributed(text: string): Attributed | Pronoun | undefined {
  const { address, rest, before } = takeAddress(text)
  const cut = cutDate(rest.replaceAll("，", ", ").replace(LEADERS, "").replace(THE_DAY, ""))
  const name = nameIn(nameAfterClock(before) ?? cut.rest)
  if (name === "you" || name === "i") return name
  if (name === undefined && address === "") return undefined
  // Half of an address is left where it was broken: somebody is named, and nobody can tell who.
  if (name !== undefined && /[<>]/u.test(name)) return { author: { address: "" }, date: cut.date }
  const isLists = isSentVia(cut.rest)
  return {
    author: { name: name ?? spokenAddress(address), address: isLists ? "" : readableAddress(address) },
    ...(cut.date === "" ? {} : { date: cut.date }),
  }
}

const BRACKET = /[<([]/u
const SPOKEN_ADDRESS = /\w at [\w-]+\./u
// What is left in the place of an address.
const TAKEN = " , "

/** Parts a text from the address in it; each pattern is tried only where its signs stand. */
function takeAddress(text: string): { readonly address: string; readonly rest: string; readonly before: string } {
  let address = ""
  let rest = text.includes("mailto:") ? text.replaceAll(LINKED, "") : text
  // Gmane's web form: "<ada <at> example.org>".
  if (rest.includes("<at>")) rest = rest.replaceAll(/\s?<at>\s?/gu, "@")
  const take = (_whole: string, found: string): string => {
    if (isMessageId(found)) return " "
    if (address === "") address = found
    return TAKEN
  }
  if (BRACKET.test(rest)) rest = rest.replace(BRACKETED_ADDRESS, take)
  if (rest.includes("@") || SPOKEN_ADDRESS.test(rest)) rest = rest.replace(BARE_ADDRESS, take)
  if (BRACKET.test(rest)) rest = rest.replaceAll(MESSAGE_ID, " ").replaceAll(COMMENTS, " ")
  else if (rest.includes("news:")) rest = rest.replaceAll(MESSAGE_ID, " ")
  return { address, rest, before: rest.split(TAKEN, 1)[0] ?? rest }
}

/** Pipermail writes "ada at example.org": all the name that its archive knows. */
function spokenAddress(address: string): string | undefined {
  return address.includes("@") || address === "" ? undefined : address
}

/** `<0CE8B6BE3C4@ORSMSX101>`: has the form of an address and is none. */
function isMessageId(address: string): boolean {
  const local = address.split(/@| at /u, 1)[0] ?? ""
  return local.length > 24 || /\d{6}/.test(local) || /^[0-9A-F]{8}/.test(local) || /[$]/.test(local)
}

// A name has a handful of words; more is a sentence.
const MAX_NAME_WORDS = 7
const OPENERS =
  /^(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day,|as|and|but|then|later|so|when|while|quoting|from|by|von|de|par|por|at|on|in|message|article|thus|hat|had|has|also|earlier|previously|le|the artist|reply to|in reply to|replying to|responding to)\s+/iu
const NO_NAME =
  /^(?:the|this|that|it|which|they|he|she|who|what|code|docs?|manual|a|an|there|these|those|we|someone|somebody|people|one|message|article|comment|spec|standard|rfc.*|man page|commit|kernel|documentation|changelog|readme|error|output|patch|here|following|is|are|was|were)$/iu

/** The name in a text without date and address; "you" and "i" are given in lower case. */
// "The 8472" is a person; "The manual" is none.
const STAGE_NAME = /^The [\p{Lu}\d]\S*$/u

function nameIn(rest: string): string | undefined {
  let text = rest.replaceAll(/(?:\s*,\s*){2,}/gu, ", ")
  for (let before = ""; before !== text;) {
    before = text
    text = text.replace(LEADERS, "").replace(OPENERS, "").replace(TRAILERS, "")
  }
  const words = text.split(/\s+/u)
  if (words.length > MAX_NAME_WORDS || !/\p{L}/u.test(text)) return undefined
  const lower = text.toLowerCase()
  if (lower === "you" || lower === "i") return lower
  if (NO_NAME.test(words[0] ?? "") && !STAGE_NAME.test(text)) return undefined
  return displayName(text)
}
