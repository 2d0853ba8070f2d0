import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { createFileSource } from "../../adapters/mail/index.ts"
import { buildThreads, summarise } from "../../src/index.ts"
import type { Summary } from "../../src/index.ts"

const FOLDER = join(import.meta.dirname, "stances")

const expectedStance = z.strictObject({
  position: z.string().optional(),
  /** A position that it must not be. */
  not: z.string().optional(),
  statement: z.string().optional(),
  basis: z.string().optional(),
  on: z.string().optional(),
  earlier: z.array(z.string()).optional(),
  /** Nothing is shown that takes a side. */
  none: z.boolean().optional(),
  notExplicit: z.boolean().optional(),
  /** Nothing is shown at all. */
  absent: z.boolean().optional(),
})
type ExpectedStance = z.infer<typeof expectedStance>

const expectedSummary = z.strictObject({
  stances: z.record(z.string(), expectedStance),
  trailers: z.array(z.tuple([z.string(), z.string()])).optional(),
  decisions: z.array(z.string()).optional(),
  commitments: z.array(z.string()).optional(),
  done: z.array(z.string()).optional(),
  state: z.string().optional(),
  notState: z.string().optional(),
  stateText: z.string().optional(),
  deadline: z.string().optional(),
  complete: z.boolean().optional(),
  language: z.string().optional(),
})

describe("stances corpus", () => {
  for (const name of readdirSync(FOLDER).sort()) {
    const check = existsSync(join(FOLDER, name, "known-broken.md")) ? it.fails : it

    check(`${name} is judged as written down`, async () => {
      const expected = expectedSummary.parse(JSON.parse(readFileSync(join(FOLDER, name, "expected.json"), "utf8")))

      const summary = await summaryOf(join(FOLDER, name))

      for (const [person, stance] of Object.entries(expected.stances)) checkStance(summary, person, stance)
      checkRest(summary, expected)
    })

    it(`${name} says why it is there`, () => {
      expect(readFileSync(join(FOLDER, name, "why.md"), "utf8")).toMatch(/\S.*\n\nThe text is our own/s)
    })
  }
})

async function summaryOf(folder: string): Promise<Summary> {
  const file = ["thread.mbox", "thread.json"].map((end) => join(folder, end)).find((path) => existsSync(path)) ?? ""
  const reading = await createFileSource().read({ kind: "path", path: file })
  const thread = reading && buildThreads(reading)[0]
  if (thread === undefined) throw new Error(`No thread in ${file}`)
  return summarise(thread)
}

function checkStance(summary: Summary, name: string, expected: ExpectedStance): void {
  const person = summary.participants.find((one) => one.name === name)
  expect(person, name).toBeDefined()
  const stance = person?.stance
  const position = stance?.position ?? "informs"
  if (expected.none === true) expect(["informs"], name).toContain(position)
  if (expected.absent === true) expect(stance, name).toBeUndefined()
  if (expected.position !== undefined) expect(position, name).toBe(expected.position)
  if (expected.not !== undefined) expect(position, name).not.toBe(expected.not)
  if (expected.statement !== undefined) expect(stance?.statement.text, name).toBe(expected.statement)
  if (expected.basis !== undefined) expect(stance?.basis, name).toBe(expected.basis)
  if (expected.on !== undefined) expect(stance?.on, name).toBe(expected.on)
  if (expected.notExplicit === true) expect(stance?.basis, name).not.toBe("explicit")
  if (expected.earlier !== undefined)
    expect(
      person?.earlierStances.map((earlier) => earlier.position),
      name,
    ).toEqual(expected.earlier)
}

function checkRest(summary: Summary, expected: z.infer<typeof expectedSummary>): void {
  const nameOf = (id: string): string => summary.participants.find((person) => person.id === id)?.name ?? id
  const texts = (claims: readonly { readonly statement: { readonly text: string } }[]): readonly string[] =>
    claims.map((claim) => claim.statement.text)
  if (expected.trailers !== undefined)
    expect(summary.trailers.map((trailer) => [trailer.token, nameOf(trailer.by)])).toEqual(expected.trailers)
  if (expected.decisions !== undefined) expect(texts(summary.decisions)).toEqual(expected.decisions)
  if (expected.commitments !== undefined) expect(texts(summary.commitments)).toEqual(expected.commitments)
  if (expected.done !== undefined)
    expect(texts(summary.commitments.filter((entry) => entry.done !== undefined))).toEqual(expected.done)
  if (expected.state !== undefined) expect(summary.state.kind).toBe(expected.state)
  if (expected.notState !== undefined) expect(summary.state.kind).not.toBe(expected.notState)
  if (expected.stateText !== undefined) expect(summary.state.text).toBe(expected.stateText)
  if (expected.deadline !== undefined) expect(summary.state.deadline).toBe(expected.deadline)
  if (expected.complete !== undefined) expect(summary.coverage.complete).toBe(expected.complete)
  if (expected.language !== undefined) expect(summary.thread.language).toBe(expected.language)
}
