import { describe, expect, it } from "vitest"
import { isHalf, shownText } from "../../../../src/engine/verbatim/shown-text.ts"

describe("shownText", () => {
  it.each([
    ["- okay, the lamp stays.", "okay, the lamp stays."],
    ["2) Who has the key?", "Who has the key?"],
    ["(b) Paint it.", "Paint it."],
    ["<rant> the lamp is too warm.", "the lamp is too warm."],
    ["If this is no lamp, what is?)", "If this is no lamp, what is?"],
    ["(The lamp was dear.", "The lamp was dear."],
    ["(The lamp was dear :))", "(The lamp was dear :))"],
    ["The lamp (the old one) is warm :)", "The lamp (the old one) is warm :)"],
    ["either a) the lamp or b) the sun", "either a) the lamp or b) the sun"],
    ["+1 from me", "+1 from me"],
    ["- 1", "- 1"],
    ["<lamp@tern.example> has it.", "<lamp@tern.example> has it."],
  ])("shows %j as %j", (text, shown) => {
    expect(shownText(text)).toBe(shown)
  })
})

describe("isHalf", () => {
  it.each([
    ['Bo was right to say, "close it.', true],
    ["The lamp is warm (see the note", true],
    ["It is warm (the lamp). And so on).", true],
    ["“The lamp is warm.", true],
    ["seen the lamp?'", true],
    ["Bo asked 'have you seen the lamp?'", false],
    ['A 19" lamp is warm.', false],
    ['Bo said "close it".', false],
    ["(The lamp was dear :))", false],
    ["either a) the lamp or b) the sun", false],
    ["If this is no lamp, what is?)", false],
  ])("tells of %j: %j", (text, isIt) => {
    expect(isHalf(text)).toBe(isIt)
  })
})
