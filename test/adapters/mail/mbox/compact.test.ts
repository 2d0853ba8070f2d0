import { expect, it } from "vitest"
import { createColumn, createTexts } from "../../../../adapters/mail/mbox/compact.ts"

it("keeps each text once, with its number, through any growth", () => {
  const texts = createTexts()
  const words = Array.from({ length: 5_000 }, (_, index) => `word ${index} ${"x".repeat(index % 70)}`)

  const first = words.map((word) => texts.add(word))
  const again = words.map((word) => texts.add(word))

  expect(first).toEqual(words.map((_, index) => index))
  expect(again).toEqual(first)
  expect(first.map((number) => texts.get(number))).toEqual(words)
  expect([texts.add(""), texts.add(""), texts.get(5_000), texts.size]).toEqual([5_000, 5_000, "", 5_001])
})

it("keeps numbers through any growth", () => {
  const column = createColumn()
  for (let number = 0; number < 3_000; number++) column.push(number / 2)
  column.set(7, -1)

  expect([column.length, column.get(7), column.get(2_999)]).toEqual([3_000, -1, 1_499.5])
})
