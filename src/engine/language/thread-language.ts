import type { MessageFacts } from "../facts.ts"
import { languageOf } from "./detect-language.ts"

/** The language that most of a thread's words are in; undefined where too little is said to tell. */
export function threadLanguage(facts: readonly MessageFacts[]): string | undefined {
  const counts: Record<string, number> = {}
  for (const { languages } of facts)
    for (const language in languages) counts[language] = (counts[language] ?? 0) + (languages[language] ?? 0)
  return languageOf(counts)
}
