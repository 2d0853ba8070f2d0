// Nobody types more than this by hand; a paste of a whole mail is cut before the patterns see it.
const MAX_ASK_CHARACTERS = 2_000

/**
 * The words of a request. "…" holds words together; Slack's wrapping of links, addresses, channels and accounts
 * (`<https://x|label>`, `<mailto:a@b|a@b>`) is taken off, a Message-ID in angle brackets keeps them.
 */
export function splitWords(text: string): readonly string[] {
  const matches = text
    .slice(0, MAX_ASK_CHARACTERS)
    .matchAll(/["“„](?<quoted>[^"”“]*)["”“]|(?<wrapped><[^<>\s][^<>]*>)|(?<plain>[^\s"“”„]+)/g)
  return [...matches]
    .map((match) => match.groups?.["quoted"] ?? unwrap(match.groups?.["wrapped"] ?? match.groups?.["plain"] ?? ""))
    .filter((word) => word !== "")
}

function unwrap(word: string): string {
  const inner = /^<(?<target>[^<>|]+)(?:\|[^<>]*)?>$/.exec(word)?.groups?.["target"]
  if (inner === undefined) return word
  if (/^https?:\/\//.test(inner)) return inner.replaceAll("&amp;", "&")
  if (inner.startsWith("mailto:")) return inner.slice("mailto:".length)
  return /^[@#!]/.test(inner) ? `<${inner}>` : word
}

/** Whether a word names a chat account: `@ada`, `<@U123>`, `<@!123>`. */
export function isAccount(word: string): boolean {
  return /^@\S+$|^<@!?[A-Za-z0-9]+>$/.test(word)
}

/** The platform's own id in `<@U123>`, `<#C123>`; the word without its `@` or `#` otherwise. */
export function bareName(word: string): string {
  return /^<[@#]!?(?<id>[A-Za-z0-9]+)>$/.exec(word)?.groups?.["id"] ?? word.replace(/^[@#]/, "")
}

/** Whether a word looks like something a thread can be read from: a link, a Message-ID, `scheme:rest`. */
export function looksLikeSource(word: string): boolean {
  return /^https?:\/\/\S+$|^<[^<>@\s]+@[^<>@\s]+>$|^[a-z][a-z-]*:\S+$|^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/i.test(word)
}
