import { describe, expect, it } from "vitest"
import { favouredIn } from "../../../../../src/engine/questions/favours/favours-in.ts"
import { optionNames } from "../../../../../src/engine/questions/favours/option-names.ts"

const COLOURS = ["red paint", "green paint", "a dark varnish"]
const PAIR = ["keep the shed", "pull it down"]

function favoured(text: string, options: readonly string[], isLabelled = false): string | undefined {
  const names = optionNames([...options], isLabelled)
  const found = favouredIn([{ text, said: text, isAnswer: true }], names)
  return found === undefined ? undefined : options[found.option]
}

describe("favouredIn", () => {
  it.each([
    ["Green.", "green paint"],
    ["I'd go with the varnish, it lasts.", "a dark varnish"],
    ["Red, because green fades.", "red paint"],
    ["The second one is fine.", "green paint"],
    ["Let's take red rather than green.", "red paint"],
    ["The book says varnish.", "a dark varnish"],
    ["Why not green?", "green paint"],
  ])("takes %j for a word for one of three", (text, option) => {
    expect(favoured(text, COLOURS)).toBe(option)
  })

  it.each([
    ["Please don't pull it down.", "keep the shed"],
    ["I see no reason to keep it.", "pull it down"],
    ["-1 on pulling it down", "keep the shed"],
    ["Keeping it is overkill.", "pull it down"],
    ["I wouldn't mind keeping it.", "keep the shed"],
  ])("takes %j for a word for one of two", (text, option) => {
    expect(favoured(text, PAIR)).toBe(option)
  })

  it.each([
    "Either is fine.",
    "No red, please.",
    "Green will need a second coat.",
    "Did you try green?",
    "My neighbour wanted red.",
    "If you take green, mind the grass.",
    "I could live with red or green.",
  ])("takes %j for no word at all", (text) => {
    expect(favoured(text, COLOURS)).toBeUndefined()
  })

  it.each([
    ["B, definitely.", "green paint"],
    ["(c) please", "a dark varnish"],
    ["A is simpler.", "red paint"],
  ])("knows the letters of a list in %j", (text, option) => {
    expect(favoured(text, COLOURS, true)).toBe(option)
  })

  it("takes a figure of a name for no name", () => {
    expect(favoured("It rings after 1 bell, 2, bells, etc.", ["1000", "2^16"])).toBeUndefined()
    expect(favoured("I'd take 2^16.", ["1000", "2^16"])).toBe("2^16")
  })
})
