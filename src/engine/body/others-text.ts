import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import { markPatchAuthors } from "./patch-authors.ts"

/**
 * Tells the sender's words from others' that they carry along without a mark and without an attribution as mail programs
 * write it. It comes last, and what it finds names nobody's mail: a commit's author wrote no mail that this one answers.
 */
export function markOthersText(lines: readonly DraftLine[], { body, author }: Message): void {
  if (body.includes("From")) markPatchAuthors(lines, author)
}
