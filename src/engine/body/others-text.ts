import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./lines/line-table.ts"
import { markAttachedTexts } from "./pasted/attached-texts.ts"
import { markChatLogs } from "./printed/chat-logs.ts"
import { markCommitLogs } from "./printed/commit-logs.ts"
import { markIntroducedBlocks } from "./pasted/introduced-blocks.ts"
import { markMottos } from "./endings/mottos.ts"
import { markNumberedQuestions } from "./pasted/numbered-questions.ts"
import { markPastedListings, markPolls } from "./printed/pasted-listings.ts"
import { markDocuments } from "./pasted/pasted-documents.ts"
import { markPosted } from "./pasted/posted-documents.ts"
import { markPrinted } from "./printed/printed-text.ts"
import { markPatchAuthors } from "./pasted/patch-authors.ts"
import { markQuotedParagraphs } from "./pasted/quoted-paragraphs.ts"
import { markRewordings } from "./pasted/rewordings.ts"
import { markSessions } from "./printed/sessions.ts"
import { markWrappingNotices } from "./endings/wrapping-notices.ts"

/**
 * Tells the sender's words from others' that they carry along without a mark and without an attribution as mail programs
 * write it. It comes last, and what it finds names nobody's mail: a commit's author wrote no mail that this one answers.
 */
export function markOthersText(lines: readonly DraftLine[], { body, author }: Message): void {
  if (body.includes("[-- Attachment #")) markAttachedTexts(lines)
  if (body.includes("DMARC")) markWrappingNotices(lines)
  if (body.includes("From")) markPatchAuthors(lines, author)
  markCommitLogs(lines)
  markPastedListings(lines)
  if (COUNT.test(body)) markPolls(lines)
  markSessions(lines)
  markPrinted(lines)
  markDocuments(lines)
  if (UNDERLINE.test(body)) markPosted(lines)
  markChatLogs(lines)
  markIntroducedBlocks(lines)
  if (OPENING.test(body)) markQuotedParagraphs(lines)
  if (LATER_ITEM.test(body)) markNumberedQuestions(lines)
  markRewordings(lines)
  markMottos(lines, author)
}

const COUNT = /\d ?%|\d votes?\b/u
const LATER_ITEM = /^\s{0,8}\(?(?:[2-9]|[1-9]\d)[).] {1,3}\S/mu
const UNDERLINE = /^[=\-~+^*"#]{4}/mu
const OPENING = /^\s{0,8}["'“‘„«]/mu
