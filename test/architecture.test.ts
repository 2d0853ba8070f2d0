import { readdirSync, readFileSync } from "node:fs"
import { basename, dirname, join, normalize } from "node:path"
import { describe, expect, it } from "vitest"

/** Who may import whom. A layer may always import itself; the table is the architecture. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/errors.ts": [],
  "src/engine": ["src/model"],
  "src/render": ["src/model"],
  "src/platform": ["src/model", "src/errors.ts"],
  "src/store": ["src/model", "src/platform", "src/errors.ts"],
  "src/watch": ["src/model", "src/engine", "src/render", "src/platform", "src/store", "src/errors.ts"],
  "src/bot": ["src/model", "src/engine", "src/render", "src/platform", "src/store", "src/errors.ts", "src/watch"],
  "src/config": ["src/errors.ts"],
  "src/cli": [
    "src/model",
    "src/engine",
    "src/render",
    "src/platform",
    "src/store",
    "src/errors.ts",
    "src/watch",
    "src/bot",
    "src/config",
  ],
  "src/web": [
    "src/model",
    "src/engine",
    "src/render",
    "src/platform",
    "src/store",
    "src/errors.ts",
    "src/watch",
    "src/bot",
    "src/config",
  ],
  "src/index.ts": [
    "src/model",
    "src/engine",
    "src/render",
    "src/platform",
    "src/store",
    "src/watch",
    "src/bot",
    "src/errors.ts",
  ],
  "src/main.ts": ["src", "adapters"],
  "adapters/mail": ["src/index.ts"],
  "adapters/slack": ["src/index.ts", "adapters/mail/index.ts"],
  "adapters/discord": ["src/index.ts"],
  "adapters/public-inbox": ["src/index.ts", "adapters/mail/index.ts"],
  "adapters/imap": ["src/index.ts", "adapters/mail/index.ts"],
  "adapters/nntp": ["src/index.ts", "adapters/mail/index.ts"],
  "adapters/sql": ["src/index.ts"],
  "adapters/llm": ["src/index.ts"],
}

/** Packages that a layer may use; `node:` stands for Node's own modules. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  "src/render": ["string-width", "chalk"],
  "src/watch": ["luxon"],
  "src/bot": ["zod", "luxon"],
  "src/config": ["node:", "zod", "yaml"],
  "src/cli": ["node:", "zod", "commander", "chalk", "cli-progress", "string-width", "pino", "prom-client"],
  "src/web": ["node:", "hono", "@hono/node-server"],
  "src/main.ts": ["node:"],
  "adapters/mail": ["node:", "mailparser", "asn1js", "html-to-text", "fflate", "chokidar", "zod", "luxon"],
  "adapters/slack": ["node:", "@slack/bolt", "@slack/web-api", "@slack/types", "zod", "fflate"],
  "adapters/discord": ["node:", "discord.js", "zod"],
  "adapters/public-inbox": ["node:", "undici", "zod", "ipaddr.js", "fast-xml-parser"],
  "adapters/imap": ["node:", "imapflow", "zod"],
  "adapters/nntp": ["node:", "zod"],
  "adapters/sql": ["node:", "kysely", "better-sqlite3", "pg", "zod"],
  "adapters/llm": ["node:", "zod"],
}

/** A folder of more files hides a second idea, and so does a longer file. */
const MAX_FILES = 10
const MAX_LINES = 300

describe("architecture", () => {
  const files = ["src", "adapters"].flatMap(filesBelow).filter((file) => file.endsWith(".ts"))

  it("finds files to look at", () => {
    expect(files.length).toBeGreaterThan(5)
  })

  it.each(files)("%s belongs to a layer and imports only what it may", (file) => {
    const layer = layerOf(file)

    expect(layer, `name the folder of ${file} in MAY_IMPORT`).toBeDefined()
    for (const target of importsOf(file)) expect(mayImport(layer ?? "", target), `${file} imports ${target}`).toBe(true)
  })

  it.each(["src", "adapters", "test"])("has in %s folders that can be looked over", (root) => {
    // Files of data count as well. A README describes its folder and is no part of it.
    const counted = filesBelow(root).filter((file) => basename(file) !== "README.md")
    const filesByFolder = Object.groupBy(counted, (file) => dirname(file))
    const tooLarge = Object.entries(filesByFolder).filter(([, inside]) => (inside ?? []).length > MAX_FILES)
    expect(tooLarge.map(([folder]) => folder)).toEqual([])
  })

  it.each(["src", "adapters", "test"])("has in %s files that can be read at a sitting", (root) => {
    const tooLong = filesBelow(root).filter((file) => file.endsWith(".ts") && linesOf(file) > MAX_LINES)
    expect(tooLong).toEqual([])
  })
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function linesOf(file: string): number {
  return readFileSync(file, "utf8").trimEnd().split("\n").length
}

function layerOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((layer) => file === layer || file.startsWith(`${layer}/`))
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, "utf8")
  const matches = source.matchAll(
    /^\s*(?:import|export)\b[^"';]*?\bfrom\s+"(?<from>[^"]+)"|\bimport\(\s*"(?<dynamic>[^"]+)"|^\s*import\s+"(?<bare>[^"]+)"/gm,
  )
  return [...matches].map((match) => {
    const target = match.groups?.["from"] ?? match.groups?.["dynamic"] ?? match.groups?.["bare"] ?? ""
    return target.startsWith(".") ? normalize(join(dirname(file), target)) : target
  })
}

function mayImport(layer: string, target: string): boolean {
  const isOwn = target.startsWith("src/") || target.startsWith("adapters/")
  if (!isOwn)
    return (MAY_USE[layer] ?? []).some(
      (name) => target === name || target.startsWith(name.endsWith(":") ? name : `${name}/`),
    )
  if (target === layer || target.startsWith(`${layer}/`)) return true
  return (MAY_IMPORT[layer] ?? []).some((allowed) => target === allowed || target.startsWith(`${allowed}/`))
}
