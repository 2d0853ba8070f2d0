import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { LOG_LEVELS, SECRETS, SETTINGS } from "../src/config/settings.ts"
import { ERROR_CODES } from "../src/errors.ts"

describe("documents", () => {
  it("docs/errors.md has a heading for every error code, in their order, and no other", () => {
    const headings = [...readFileSync("docs/errors.md", "utf8").matchAll(/^## (?<code>.+)$/gm)]

    expect(headings.map((match) => match.groups?.["code"])).toEqual([...ERROR_CODES])
  })

  it("README's tree names exactly the folders that are there", () => {
    const named = treeOf(readFileSync("README.md", "utf8"))

    expect(named).toEqual(foldersOnDisk())
  })

  it("README's table of settings names every setting and no other", () => {
    const names = [...readFileSync("README.md", "utf8").matchAll(/^\| (?<cell>`[A-Z_`, …]+`) \|/gm)]
      .flatMap((match) => (match.groups?.["cell"] ?? "").split(", "))
      .map((name) => name.replaceAll("`", ""))

    expect(names.toSorted()).toEqual(
      [...Object.keys(SETTINGS.shape), "STANDPOINT_CONFIG", "NO_COLOR", "FORCE_COLOR"].toSorted(),
    )
  })

  it("every secret is a setting, and every log level can be set", () => {
    expect(SECRETS.every((name) => name in SETTINGS.shape)).toBe(true)
    for (const level of LOG_LEVELS) expect(SETTINGS.safeParse({ STANDPOINT_LOG: level }).success).toBe(true)
  })

  it("every adapter has its tests and its README, and is named where the program starts", () => {
    const main = readFileSync("src/main.ts", "utf8")
    const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n")
    for (const name of readdirSync("adapters")) {
      expect(
        tracked.some((path) => path.startsWith(`test/adapters/${name}/`)),
        `test/adapters/${name}`,
      ).toBe(true)
      expect(main, `adapters/${name} in src/main.ts`).toContain(`../adapters/${name}/index.ts`)
    }
  })
})

/** The folders of the tree in README: lines of the block that begins with `src/`, two spaces a level. */
function treeOf(readme: string): readonly string[] {
  const block = /```text\n(?<tree>src\/\n[^`]*)```/.exec(readme)?.groups?.["tree"] ?? ""
  const parents: string[] = []
  const paths: string[] = []
  for (const line of block.split("\n")) {
    const match = /^(?<margin> *)(?<name>[a-z-]+)\/(?: {2,}|$)/.exec(line)
    if (match?.groups === undefined) continue
    const { margin = "", name = "" } = match.groups
    parents.splice(margin.length / 2)
    parents.push(name)
    paths.push(parents.join("/"))
  }
  return paths.toSorted()
}

/** Folders as the tree shows them: all of src's first level, engine's steps, every adapter, test's first level. */
function foldersOnDisk(): readonly string[] {
  const below = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}`)
  return ["src", "adapters", "test", ...["src", "src/engine", "adapters", "test"].flatMap(below)].toSorted()
}
