import type { BodyLine } from "../../model/body.ts"
import type { MessageFacts } from "../facts.ts"
import type { OwnLines } from "../body/lines/own-lines.ts"
import { keptOwnLines } from "../body/draft-body.ts"
import { foldSpace } from "../body/sentences/fold-space.ts"
import { findRuns } from "../body/copies/found-copies.ts"
import { isProse } from "../body/code/listings.ts"
import { runsOf } from "../body/lines/word-runs.ts"

/**
 * Whether a mail quotes sentences that stand in no mail before it: somebody said them elsewhere, and what they said is
 * not known. Their marks tell that they are a quote; lines that were copied from an ancestor are none of these.
 */
export function quotesUnseen(facts: readonly MessageFacts[], index: number): boolean {
  const entry = facts[index]
  if (entry === undefined) return false
  const { message, lines } = entry
  if (message.medium !== "mail" || message.isRebuilt === true) return false
  const blocks = untiedBlocks(lines)
  if (blocks.length === 0) return false
  const owners = facts.slice(Math.max(0, index - MOST_BEFORE), index).map((before) => keptOwnLines(before.message))
  return blocks.some((block) => block.every((line) => !isFound(line.content, owners)))
}

// Each block is looked for in each of the mails before; nobody quotes from further back.
const MOST_BLOCKS = 3
const MOST_BEFORE = 400

/** Runs of quoted lines that were tied to nobody's mail, with prose in them. */
function untiedBlocks(lines: readonly BodyLine[]): readonly (readonly BodyLine[])[] {
  const blocks: BodyLine[][] = []
  let block: BodyLine[] = []
  for (let at = 0; at <= lines.length && blocks.length < MOST_BLOCKS; at++) {
    const line = lines[at]
    if (line?.zone === "quote" && line.depth === 1) {
      block.push(line)
      continue
    }
    if (isUntied(block)) blocks.push(block)
    block = []
  }
  return blocks
}

function isUntied(block: readonly BodyLine[]): boolean {
  if (block.length === 0 || block.some(({ origin, text }) => origin !== undefined || !text.startsWith(">")))
    return false
  const text = block.map(({ content }) => content.trim()).join(" ")
  return block.some(({ content }) => isProse(content)) && SENTENCE.test(text) && !NOTICE.test(text)
}

const SENTENCE = /\p{L}{2,}[.?!]["')]*$/u
/** What list servers and companies put there is nobody's mail. */
const NOTICE = /_{10}|mailing list|unsubscribe|do not click|confidential|https?:\/\/|<[\w.+-]+@|^\s*--\s/iu

function isFound(content: string, owners: readonly OwnLines[]): boolean {
  const runs = runsOf(foldSpace(content))
  return runs !== undefined && findRuns(runs, owners) !== undefined
}
