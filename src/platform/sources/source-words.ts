import { parseSource } from "./source-grammar.ts"
import type { SourceRef, ThreadSource } from "./thread-source.ts"

/** A reference as words of the source grammar that give the same reference back, from a store as from a button. */
export function toSourceWords(ref: SourceRef): string {
  switch (ref.kind) {
    case "path":
      return ref.path.startsWith("/")
        ? `file://${encodeURI(ref.path).replaceAll(/[?#]/g, encodeURIComponent)}`
        : ref.path
    case "stdin":
      return "-"
    case "url":
      return ref.url.href
    case "id":
      return `${ref.scheme}:${ref.rest}`
    case "message-id":
      return `<${ref.id}>`
  }
}

/** Words that toSourceWords made: a path is possible here, for only the terminal can have named one. */
export function fromSourceWords(words: string, sources: readonly ThreadSource[]): SourceRef {
  return parseSource(words, { origin: "terminal", sources })
}
