import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { MessageFacts } from "../../src/engine/facts.ts"
import { changeFeatures } from "../../src/engine/stances/change-features.ts"
import { FOR, spellsSoFar } from "../../src/engine/stances/find-stances.ts"
import { SENTENCE_FEATURES } from "../../src/engine/stances/rank.ts"
import { sentenceFeatures, topicWords } from "../../src/engine/stances/sentence-features.ts"
import { CHANGE_FEATURES } from "../../src/engine/stances/with-changes.ts"
import type { LabelledPerson } from "./gold.ts"
import { isSameSpan, labelledPeople } from "./gold.ts"
import type { TableRow } from "./table.ts"
import { formatTable } from "./table.ts"

/*
 * Makes stances-sentences.tsv and stances-changes.tsv from folders of labelled threads, given as arguments, each with `threads` and `gold`
 * as in ../shared/eval:
 *
 *     npm run weights:tables -- FOLDER ...
 *
 * The tables here were made from 87 threads: first the open threads of ../shared/eval but the eleven that are held
 * aside, then threads of ../shared/data with our own labels, which are kept outside the repository. They hold numbers
 * alone; threads and people have numbers that say nothing else.
 */

const people = await labelledPeople(process.argv.slice(2))
write("stances-changes.tsv", CHANGE_FEATURES, people.flatMap(changeRow))
const sentences = people.flatMap(sentenceRows)
write("stances-sentences.tsv", ["person", ...SENTENCE_FEATURES, "isInLastMessage"], sentences)

function write(file: string, names: readonly string[], rows: readonly TableRow[]): void {
  writeFileSync(join(import.meta.dirname, file), formatTable({ names, rows }))
  console.log(`${file}: ${rows.length} rows of ${new Set(rows.map((row) => row.thread)).size} threads`)
}

/** Every sentence of somebody who takes a side in words; label 1: one of those that state their latest stance. */
function sentenceRows(person: LabelledPerson, number: number): readonly TableRow[] {
  const { thread, participant, positions, accepted, read } = person
  const theirs = participant.messageIds.flatMap((id) => read.factsById.get(id) ?? [])
  if (positions[0] === "informs" || hasTrailer(theirs)) return []
  const rows = theirs.flatMap((facts, index) =>
    facts.stance.candidates.map(({ sentence, judgement, sides }) => {
      const features = sentenceFeatures({ read: facts, sentence, judgement, sides, topic: topicWords(facts) })
      const isAccepted = accepted.some((one) => isSameSpan(one, { mid: facts.message.id, text: sentence.text }))
      const values = SENTENCE_FEATURES.map((name) => features[name])
      return { thread, label: Number(isAccepted), features: [number + 1, ...values, Number(isLast(theirs, index))] }
    }),
  )
  const labels = new Set(rows.map((row) => row.label))
  return labels.size === 2 ? rows : []
}

/** One row for everybody who is for it; label 1: they want something changed in it. */
function changeRow({ thread, participant, positions, read }: LabelledPerson): readonly TableRow[] {
  const [first = "informs"] = positions
  const theirs = participant.messageIds.flatMap((id) => read.factsById.get(id) ?? [])
  const isProposer = read.authors[0]?.id === participant.id
  const last = spellsSoFar(theirs, isProposer).at(-1)
  if (!FOR.has(first) || last === undefined || hasTrailer(theirs)) return []
  const features = changeFeatures({ position: last.position, messages: last.messages, isProposer })
  return [
    {
      thread,
      label: Number(first === "supports-with-changes"),
      features: CHANGE_FEATURES.map((name) => features[name]),
    },
  ]
}

function hasTrailer(theirs: readonly MessageFacts[]): boolean {
  return theirs.some(({ stance }) => stance.trailers.some(({ verdict }) => verdict !== "none"))
}

function isLast(theirs: readonly MessageFacts[], index: number): boolean {
  return index === theirs.length - 1
}
