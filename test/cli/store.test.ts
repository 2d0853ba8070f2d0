import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { aFile, aFolder } from "../support/a-file.ts"
import { standpoint } from "./support.ts"

describe("standpoint store", () => {
  it("makes a sound store where there is none, and counts what it holds", async () => {
    const { code, stdout, stderr } = await standpoint(["store", "check"])

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).toMatch(/^Schema version \d+\n[^]*watches +0[^]*No problem was found\n$/)
  })

  it("moves everything through a file into an empty store", async () => {
    const file = join(aFolder(), "store.jsonl")

    const out = await standpoint(["store", "export", file])
    const back = await standpoint(["store", "import", file])

    expect([out.code, out.stdout, out.stderr]).toEqual([0, "", ""])
    expect([back.code, back.stdout]).toEqual([0, "0 rows were taken over\n"])
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ standpoint: "store" })
  })

  it("writes over no file", async () => {
    const file = aFile("there.jsonl", "mine")

    const { code, stderr } = await standpoint(["store", "export", file])

    expect(code).toBe(2)
    expect(stderr).toMatch(/^Cannot write ".*": there is a file of that name\n {2}\S/)
    expect(readFileSync(file, "utf8")).toBe("mine")
  })

  it.each([
    ["a file that is not there", () => "/nowhere/store.jsonl"],
    ["a file that is no export", () => aFile("other.jsonl", "{}\n")],
    ["a file of nothing", () => aFile("empty.jsonl", "")],
  ])("refuses %s with a way out", async (_name, path) => {
    const { code, stdout, stderr } = await standpoint(["store", "import", path()])

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toMatch(/^[A-Z].*\n {2}\S/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe("standpoint doctor", () => {
  it("says what is set up and what is not, without a platform that is fine", async () => {
    const { code, stdout, stderr } = await standpoint(["doctor"])

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).toMatch(/ok +Node[^]*ok +Settings[^]*ok +Store[^]*look +Slack: not set up\n {6}\S[^]*look +Discord/)
  })

  it("tells every wrong setting, with exit code 2", async () => {
    const folder = aFolder()
    writeFileSync(join(folder, "standpoint.yaml"), "STANDPOINT_PORT: many\nSTANDPOINT_LOG: loud\n")

    const { code, stdout } = await standpoint(["doctor"], { cwd: folder })

    expect(code).toBe(2)
    expect(stdout).toMatch(/no +Settings[^]*STANDPOINT_PORT[^]*STANDPOINT_LOG/)
  })
})
