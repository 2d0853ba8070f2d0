import type { OwnSentence } from "../read-message.ts"
import { quick } from "../patterns/quick-pattern.ts"
import type { GivenTrailer } from "./find-trailers.ts"
import { isBound } from "./trailer-context.ts"

const GIVES = quick(
  /\b(?:feel free to|please|you (?:can|may)|go ahead and|kindly)(?: \w+){0,2} (?:add|use|have|take|include|put|keep|apply|push|merge)(?: \w+){0,3}? my (?<tag>rb|r-?b|rev-by|reviewed-by|ack|acked-by|a-?b|tested-by|t-?b)(?: tag)?\b(?! ?:)/i,
)

/** "Feel free to add my r-b": a tag that is given without its line. */
export function trailersInWords(sentences: readonly OwnSentence[]): readonly GivenTrailer[] {
  return sentences.flatMap(({ text, firstLine }) => {
    const found = text.endsWith("?") ? null : GIVES.exec(text)
    const tag = found?.groups?.["tag"]?.toLowerCase()
    if (found === null || tag === undefined) return []
    const before = text.slice(0, found.index)
    const behind = text.slice(found.index + found[0].length)
    const token = tag.startsWith("r") ? "Reviewed-by" : tag.startsWith("a") ? "Acked-by" : "Tested-by"
    const isConditional = isBound({ before, behind: behind.trim() })
    return [{ token, text, line: firstLine, verdict: "supports", isConditional, scope: undefined } as const]
  })
}
