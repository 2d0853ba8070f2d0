import { describe, expect, it } from "vitest"
import { choiceOptions } from "../../../../src/engine/questions/choice-options.ts"

describe("choiceOptions", () => {
  it.each([
    ["Should we use tabs or spaces?", ["tabs", "spaces"]],
    ["Shall we replace lock(x) with something like trylock(x) and leave the rest?", ["lock(x)", "trylock(x)"]],
    ["I wonder whether to revert it or to fix it.", ["to revert it", "to fix it"]],
    ["Is it red, green or blue?", ["red", "green", "blue"]],
    ["Do we (a) wait or (b) go on?", ["wait", "go on"]],
    ["Would it be better to use pages rather than blocks?", ["pages", "blocks"]],
  ])("finds what %j leaves to choose between", (text, options) => {
    expect(choiceOptions(text)).toEqual(options)
  })

  it.each([
    "Is it safe or not?",
    "Does it work or am I missing something?",
    "Do you have logs or anything similar?",
    "Why does it fail?",
    "Is that one or two lines or so?",
  ])("finds no choice in %j", (text) => {
    expect(choiceOptions(text)).toEqual([])
  })
})
