import { describe, expect, it } from "vitest"
import { choiceOptions } from "../../../../../src/engine/questions/choices/choice-options.ts"

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
    ["Would a rope do, or do we need a chain?", ["Would a rope do", "do we need a chain"]],
    ["Should this be one board or two?", ["one board", "two"]],
    ["Would it be better to use pages rather than blocks?", ["pages", "blocks"]],
    ["Is it glued, or should I nail it?", ["Is it glued", "should I nail it"]],
    ["Is it loose, or is it meant to turn?", ["loose", "meant to turn"]],
    ["Should we paint the door or the frame?", ["the door", "the frame"]],
    ["Should the list be sent weekly or monthly?", ["weekly", "monthly"]],
    ["Is it built for boats that usually float or usually sink?", ["usually float", "usually sink"]],
    [
      "If it rains, which one counts, the day when it began, or the day you saw it?",
      ["the day when it began", "the day you saw it"],
    ],
    ['Should it say "stop or wait" or "wait"?', ["stop or wait", "wait"]],
    ["Should the light be on or off?", ["on", "off"]],
    ["Do we want a rope or a chain here?", ["a rope", "a chain"]],
    ["Do you need it before the fair or in June?", ["before the fair", "in June"]],
    ["Should it return -1 or -2?", ["-1", "-2"]],
    ["Is it red or green or blue?", ["red", "green", "blue"]],
    ["Should we take a rope, a chain, or both?", ["a rope", "a chain"]],
    ["Would a rope or a chain be better?", ["a rope", "a chain"]],
    ["A rope or a chain, what do you prefer?", ["A rope", "a chain"]],
    ["Should this be on the gate or the door?", ["the gate", "the door"]],
    ["Would you rather have it in oak or ash?", ["oak", "ash"]],
    ["Are we talking about the gate or about the door?", ["about the gate", "about the door"]],
    ["Should I paint it, or will you do it?", ["Should I paint it", "will you do it"]],
    ["Any preference between oak and ash?", ["oak", "ash"]],
    ["Now or later?", ["Now", "later"]],
    ["Can we shut it now, or should we wait?", ["Can we shut it now", "should we wait"]],
    ["I wonder if a rope or a chain would be better.", ["a rope", "a chain"]],
    ["Is it not clear whether the old gate should be closer to 10 or 12 feet?", ["10", "12 feet"]],
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
    "I am not sure if the pump or the new valve work as they should.",
    "Can we use the same key so that we have one lock instead of two?",
    "Is this my imagination or does the lamp flicker?",
    "Any chance that this is or was a rule of the house?",
    "Is there a way to open it or could you send me the key?",
    "Is it because of the frost or any other reason?",
    "Shouldn't there be a lid (perhaps a tin or a cloth would do) on that?",
    "If somebody bought the barn or built a new one, who would paint it?",
    "What happens if you drop the glass or throw it?",
    "Do those say 'no ball or dog games' at the gate?",
    "Can this be used with nails or screws?",
    "Do you have version 5 or later?",
    "I'm curious if anybody tried this with nails or screws.",
    "Most of them are not painted, or are even bare (the shed, the hut)?",
  ])("finds no choice in %j", (text) => {
    expect(choiceOptions(text)).toEqual([])
  })
})
