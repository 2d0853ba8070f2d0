import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { RankedGroup } from "./ranking.ts"
import { fitRanking, scoreBy } from "./ranking.ts"
import { fitLogistic } from "./logistic.ts"
import type { TableRow } from "./table.ts"
import { leaveOneThreadOut, readTable, rounded } from "./table.ts"

/*
 * Makes src/engine/stances/weights.ts from the tables beside this file, and prints how well weights do on threads
 * that they were not fitted to:
 *
 *     npm run weights
 */

const SENTENCES = join(import.meta.dirname, "stances-sentences.tsv")
export const WEIGHTS_FILE = join(import.meta.dirname, "../../src/engine/stances/weights.ts")

const CHANGES = join(import.meta.dirname, "stances-changes.tsv")

/** Of those tried, the ones that do best on threads left out. */
const SENTENCE_PENALTY = 8
const CHANGE_PENALTY = 10

interface Person {
  readonly thread: number
  readonly group: RankedGroup
}

/** The first column says whose a sentence is. */
function peopleIn(rows: readonly TableRow[]): readonly Person[] {
  return [...Map.groupBy(rows, ({ features }) => features[0] ?? 0).values()].map((theirs) => ({
    thread: theirs[0]?.thread ?? 0,
    group: theirs.map(({ label, features }) => ({ label, features: features.slice(1) })),
  }))
}

/** The text of weights.ts. */
export function weightsModule(): string {
  return `/**
 * Made by \`npm run weights\` from test/weights/stances-sentences.tsv and stances-changes.tsv; not written by hand.
 */

/** How much each feature says that a sentence is the one that states where its author stands. */
export const SENTENCE_WEIGHTS = ${recordOf(sentenceWeights())}

/** How much each feature says that somebody who is for a thing wants it changed. */
export const CHANGE_WEIGHTS = ${recordOf(changeWeights())}
`
}

function recordOf(weights: readonly (readonly [name: string, weight: number])[]): string {
  return `{\n${weights.map(([name, weight]) => `  ${name}: ${rounded(weight)},`).join("\n")}\n} as const`
}

function sentenceWeights(): readonly (readonly [string, number])[] {
  const { names, rows } = readTable(SENTENCES)
  const weights = fitRanking(
    peopleIn(rows).map(({ group }) => group),
    SENTENCE_PENALTY,
  )
  return names.slice(1).map((name, at) => [name, weights[at] ?? 0])
}

function changeWeights(): readonly (readonly [string, number])[] {
  const { names, rows } = readTable(CHANGES)
  const weights = changeRow(rows)
  return ["constant", ...names].map((name, at) => [name, weights[at] ?? 0])
}

/** What speaks for changes, less what speaks against them. */
function changeRow(rows: readonly TableRow[]): readonly number[] {
  const [plain = [], changed = []] = fitLogistic(rows, { classes: 2, penalty: CHANGE_PENALTY })
  return changed.map((weight, at) => weight - (plain[at] ?? 0))
}

/** How many people who are for a thing are told rightly whether they want it changed; and by what their words sound like. */
export function changesLeftOut(): { readonly right: number; readonly bySound: number; readonly people: number } {
  const table = readTable(CHANGES)
  const judged = leaveOneThreadOut(table, (others, left) => {
    const weights = changeRow(others)
    return left.map(({ features }) => [scoreBy(weights, [1, ...features])])
  })
  const sound = table.names.indexOf("soundsSo")
  const right = table.rows.filter(({ label }, at) => Number((judged[at]?.[0] ?? 0) > 0) === label).length
  const bySound = table.rows.filter(({ label, features }) => features[sound] === label).length
  return { right, bySound, people: table.rows.length }
}

/** How many people's best sentence is right, by weights fitted to all other threads; and by the loudest of the latest. */
export function sentencesLeftOut(): { readonly right: number; readonly byLoudest: number; readonly people: number } {
  const { names, rows } = readTable(SENTENCES)
  const people = peopleIn(rows)
  const loudest = names.slice(1).map((name) => Number(name === "takesSide") + 0.3 * Number(name === "isInLastMessage"))
  const byLoudest = people.filter(({ group }) => isFirstRight(group, loudest)).length
  let right = 0
  for (const thread of new Set(people.map((person) => person.thread))) {
    const weights = fitRanking(
      people.filter((person) => person.thread !== thread).map(({ group }) => group),
      SENTENCE_PENALTY,
    )
    right += people.filter((person) => person.thread === thread && isFirstRight(person.group, weights)).length
  }
  return { right, byLoudest, people: people.length }
}

function isFirstRight(group: RankedGroup, weights: readonly number[]): boolean {
  const scores = group.map(({ features }) => scoreBy(weights, features))
  return group[scores.indexOf(Math.max(...scores))]?.label === 1
}

if (process.argv[1] === import.meta.filename) {
  const text = weightsModule()
  const isSame = text === readFileSync(WEIGHTS_FILE, "utf8")
  if (!isSame) writeFileSync(WEIGHTS_FILE, text)
  console.log(`${WEIGHTS_FILE} ${isSame ? "is as it was" : "written"}`)
  const changes = changesLeftOut()
  console.log(
    `wants changes, one thread left out: ${changes.right} of ${changes.people} right; by sound alone ${changes.bySound}`,
  )
  const { right, byLoudest, people } = sentencesLeftOut()
  console.log(`sentence shown, one thread left out: ${right} of ${people} right; the loudest ${byLoudest}`)
}
