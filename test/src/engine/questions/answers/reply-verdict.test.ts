import { describe, expect, it } from "vitest"
import { replyVerdict } from "../../../../../src/engine/questions/answers/reply-verdict.ts"
import { acceptsAnswer, isPing, retractionIn } from "../../../../../src/engine/questions/links/retractions.ts"

describe("replyVerdict", () => {
  it.each([
    [["Yes."], "answers"],
    [["Good question, no idea."], "defers"],
    [["I don't know, but the manual says seven."], "answers"],
    [["Which board is it?"], "asks-back"],
    [["Shouldn't it be seven?"], "answers"],
    [["Hi Ada,", "Thanks!"], "nothing"],
    [["+1"], "answers"],
  ])("judges %j", (sentences, verdict) => {
    expect(replyVerdict(sentences, "How many are there?")).toBe(verdict)
  })
})

describe("retractionIn", () => {
  it.each([
    ["Never mind, that cannot work.", "withdraws"],
    ["nm found it", "withdraws"],
    ["Forget it.", "withdraws"],
    ["Nevermind the large boards, the small ones swap too.", undefined],
    ["If that was measured, never mind.", undefined],
    ["It lies in /home/ci/.nvm/versions here.", undefined],
  ])("tells what %j does to the asker's question", (text, does) => {
    expect(retractionIn(text, () => "")).toBe(does)
  })

  it("takes a told answer for one", () => {
    expect(retractionIn("Never mind, I think the answer is no.", () => "")).toBe("answers-self")
  })
})

describe("acceptsAnswer and isPing", () => {
  it("tells thanks for an answer from thanks in advance", () => {
    expect(acceptsAnswer("that worked! thanks")).toBe(true)
    expect(acceptsAnswer("Thanks in advance")).toBe(false)
  })

  it("knows a reminder", () => {
    expect(isPing("Gentle ping.")).toBe(true)
    expect(isPing("The ping takes 3 ms.")).toBe(false)
  })
})
