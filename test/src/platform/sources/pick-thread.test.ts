import { describe, expect, it } from "vitest"
import { AppError, pickThread } from "../../../../src/index.ts"

const threads = [
  { id: "mail:a@x", subject: "Cache sizes", messageIds: ["a@x", "b@x"] },
  { id: "mail:c@x", subject: "Cache sizes in tests", messageIds: ["c@x"] },
  { id: "mail:d@x", subject: "Timeouts", messageIds: ["d@x"] },
]

describe("pickThread", () => {
  it("takes the first where nothing was said, and says how many more there are", () => {
    expect(pickThread(threads, {})).toEqual({ thread: threads[0], others: 2 })
  })

  it("takes the thread that holds the message that was asked for", () => {
    expect(pickThread(threads, { about: "d@x" })).toEqual({ thread: threads[2], others: 0 })
  })

  it.each([
    ["mail:c@x", 1],
    ["<b@x>", 0],
    ["3", 2],
    ["timeouts", 2],
    ["sizes tests", 1],
    ["cache sizes", 0],
  ])("chooses by %j", (choice, index) => {
    expect(pickThread(threads, { choice }).thread).toBe(threads[index])
  })

  it.each(["4", "0", "cache", "nothing"])("refuses %j with a way out", (choice) => {
    expect(() => pickThread(threads, { choice })).toThrow(AppError)
  })
})
