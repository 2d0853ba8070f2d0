import { describe, expect, it } from "vitest"
import { asksNothing } from "../../../../../src/engine/questions/asked/no-questions.ts"
import { askingShape } from "../../../../../src/engine/questions/asked/question-forms.ts"

const IN_MAIL = { isChat: false, isLossy: false, isGappy: false, isOnPatch: () => false }
const IN_CHAT = { isChat: true, isLossy: false, isGappy: false, isOnPatch: () => false }

describe("askingShape", () => {
  it.each([
    ["Does it start?", "asks"],
    ["I wonder if it starts.", "wonders"],
    ["Could you send the log?", "requests"],
    ["Please explain the second step.", "requests"],
    ["How about a second queue?", "suggests"],
    ["Any chance to see the log", "wonders"],
    ["I am not sure why this is needed.", "wonders"],
  ])("tells how %j asks", (text, form) => {
    expect(askingShape(text, IN_MAIL)?.form).toBe(form)
  })

  it("takes an inverted sentence for a question more readily in a chat", () => {
    const text = "does it start on your side"

    expect(askingShape(text, IN_CHAT)?.weight).toBeGreaterThan(askingShape(text, IN_MAIL)?.weight ?? 0)
  })

  it.each(["It starts.", "The log is long.", "We met on Monday."])("finds nothing asked in %j", (text) => {
    expect(askingShape(text, IN_MAIL)).toBeUndefined()
  })
})

describe("asksNothing", () => {
  it.each([
    "How are you?",
    "Please find attached the log.",
    '"Why does it print twice?"',
    "x = y ? 1 : 2;",
    "? main_loop+0x8c/0x126 ?",
    "From: Ada?",
  ])("passes over %j", (text) => {
    expect(asksNothing(text)).toBe(true)
  })

  it("keeps a question that names a function", () => {
    expect(asksNothing("Does flush() take the lock?")).toBe(false)
  })
})
