import { describe, expect, it } from "vitest"
import { choiceOptions } from "../../../../src/engine/questions/choice-options.ts"

describe("choiceOptions", () => {
  it.each([
    ["Should we use tabs or spaces?", ["tabs", "spaces"]],
    ["Shall we replace lock(x) with something like trylock(x) and leave the rest?", ["lock(x)", "trylock(x)"]],
    ["I wonder whether to revert it or to fix it.", ["to revert it", "to fix it"]],
    ["Is it red, green or blue?", ["red", "green", "blue"]],
    ["Do we (a) wait or (b) go on?", ["wait", "go on"]],
    ["Should we keep the fence or paint it?", ["keep the fence", "paint it"]],
    ["What should it say, stop or wait?", ["stop", "wait"]],
    ["If it rains, do we stay or leave?", ["stay", "leave"]],
    ["Would a rope do, or do we need a chain?", ["a rope do", "a chain"]],
    ["Should this be one board or two?", ["one board", "two"]],
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
    "Can you bring a saw or a hammer?",
    "Are there nails or screws left?",
    "How do I cut or bend it?",
    "It takes a minute or two, right?",
  ])("finds no choice in %j", (text) => {
    expect(choiceOptions(text)).toEqual([])
  })
})
