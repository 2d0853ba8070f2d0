import type { SourceRef } from "../../src/index.ts"

/** A group, and where it is named an article of it: a number, or a Message-ID in angle brackets. */
export interface NewsPlace {
  readonly group: string
  readonly article?: string
}

/** `nntp://host/group[/article]` of that host alone, or `nntp:group[/article]`. */
export function placeOf(ref: SourceRef, { host }: { readonly host: string }): NewsPlace | undefined {
  if (ref.kind === "id" && ref.scheme === "nntp") return parsePlace(ref.rest)
  if (ref.kind !== "url" || !/^nntps?:$/.test(ref.url.protocol) || ref.url.host !== host) return undefined
  try {
    return parsePlace(decodeURIComponent(ref.url.pathname.slice(1)))
  } catch {
    return undefined
  }
}

function parsePlace(text: string): NewsPlace | undefined {
  const groups = /^(?<group>[\w.+-]{1,200})(?:\/(?<article>[^\s<>]{1,900}|<[^\s<>]{1,900}>))?$/.exec(text)?.groups
  if (groups === undefined) return undefined
  const { group = "", article } = groups
  if (article === undefined) return { group }
  if (/^\d{1,15}$/.test(article)) return { group, article }
  return article.includes("@") ? { group, article: `<${article.replaceAll(/[<>]/g, "")}>` } : undefined
}
