import type { QuestionKind } from "../../../model/summary.ts"
import type { QuestionForm } from "../asked-question.ts"
import { quick } from "../../patterns/quick-pattern.ts"

const ASKS_WHAT = quick(/\b(?:what|which|who|whom|whose|why|how|where|when)(?:'s|'re| exactly| else)?\b(?! about)/i)
const OPENING_YES_NO = quick(
  /^(?:\W*(?:so|and|but|or|then|well|also|btw|hmm+|ok|if not|if so|otherwise),? ){0,2}(?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|had|am|\w+n't)\b/i,
)

const TAG = quick(
  /[,.] (?:right|correct|no|yes|ok|okay|true|isn't it|doesn't it|wouldn't (?:it|you)|don't you|agreed)\W*$/i,
)

/** Which kind of answer is waited for. */
export function questionKind(
  text: string,
  { form, options }: { readonly form: QuestionForm; readonly options: readonly string[] },
): QuestionKind {
  if (options.length > 1) return "choice"
  if (form === "requests") return "request"
  if (form === "suggests") return text.includes("?") ? "yes-no" : "request"
  if (OPENING_YES_NO.test(text) || TAG.test(text)) return "yes-no"
  return ASKS_WHAT.test(text) || /\bany (?:ideas?|thoughts?|comments?|opinions?|news|progress|updates?)\b/i.test(text)
    ? "open"
    : "yes-no"
}
