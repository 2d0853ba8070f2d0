import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { Ajv } from "ajv"
import type { ValidateFunction } from "ajv"
import { createGenerator } from "ts-json-schema-generator"

type Json = unknown
type Definitions = Record<string, Record<string, Json>>

// Slack's own types carry its limits as prose: "Maximum length … 3000 characters", "a maximum of 25 elements".
const LENGTH = /maximum length\D{0,40}?(?<max>[\d,]+)\s*characters/i
const ITEMS = /maximum (?:number of (?:items|options|elements)? ?is|of) (?<max>\d+)|up to (?<upTo>\d+)/i

const TYPES = createRequire(import.meta.url).resolve("@slack/types/package.json")
const KEPT = join(
  "node_modules/.cache/standpoint",
  `slack-blocks-${createHash("sha256")
    .update(readFileSync(TYPES))
    .update(readFileSync(new URL(import.meta.url)))
    .digest("hex")
    .slice(0, 16)}.json`,
)

let compiled: { readonly ajv: Ajv; readonly nameByType: ReadonlyMap<string, string> } | undefined

/** What is wrong with blocks that somebody sends to Slack, by Slack's published types and the limits beside them. */
export function findBlockFaults(blocks: Json, surface: "message" | "modal" | "home" = "message"): readonly string[] {
  if (!Array.isArray(blocks)) return ["blocks is no array"]
  const most = surface === "message" ? 50 : 100
  const faults = blocks.flatMap((block: Json, index) => findFaultsOf(block).map((fault) => `block ${index}: ${fault}`))
  if (blocks.length > most) faults.push(`${blocks.length} blocks, ${most} are the most`)
  const ids = blocks.flatMap((block: Json) => (isRecord(block) && "block_id" in block ? [block["block_id"]] : []))
  if (new Set(ids).size !== ids.length) faults.push("a block_id is used twice")
  const total = textLengthOf(blocks)
  if (surface === "message" && total > 13_000) faults.push(`${total} characters in all blocks`)
  return faults
}

/** The characters of all texts of some blocks: Slack bounds them and does not say how far. */
export function textLengthOf(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each: Json) => sum + textLengthOf(each), 0)
  if (!isRecord(value)) return 0
  const own = typeof value["text"] === "string" ? value["text"].length : 0
  return Object.values(value).reduce<number>((sum, each) => sum + textLengthOf(each), own)
}

/** What is wrong with a modal or a Home tab. */
export function findViewFaults(view: Json): readonly string[] {
  if (!isRecord(view)) return ["the view is no object"]
  const surface = view["type"] === "home" ? "home" : "modal"
  const faults = [...findBlockFaults(view["blocks"], surface)]
  for (const part of ["title", "submit", "close"]) {
    const text = isRecord(view[part]) ? view[part]["text"] : undefined
    if (typeof text === "string" && text.length > 24) faults.push(`${part} has more than 24 characters`)
  }
  if (surface === "modal" && view["title"] === undefined) faults.push("a modal without a title")
  const metadata = view["private_metadata"]
  if (typeof metadata === "string" && metadata.length > 3_000) faults.push("private_metadata is too long")
  const blocks = Array.isArray(view["blocks"]) ? view["blocks"] : []
  const hasInput = blocks.some((block: Json) => isRecord(block) && block["type"] === "input")
  if (hasInput && view["submit"] === undefined) faults.push("inputs without a submit")
  return faults
}

function findFaultsOf(block: Json): readonly string[] {
  const { ajv, nameByType } = compile()
  if (!isRecord(block)) return ["no object"]
  const name = nameByType.get(String(block["type"]))
  if (name === undefined) return [`unknown type ${String(block["type"])}`]
  const validate: ValidateFunction | undefined = ajv.getSchema(`slack#/definitions/${name}`)
  const faults =
    validate?.(block) === true
      ? []
      : (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`)
  if (block["type"] === "section" && block["text"] === undefined && block["fields"] === undefined)
    faults.push("a section needs text or fields")
  const elements = Array.isArray(block["elements"]) ? block["elements"] : []
  const ids = elements.flatMap((element: Json) =>
    isRecord(element) && "action_id" in element ? [element["action_id"]] : [],
  )
  if (new Set(ids).size !== ids.length) faults.push("an action_id is used twice")
  return [...faults, ...emptyTexts(block)]
}

function emptyTexts(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(emptyTexts)
  if (!isRecord(value)) return []
  const isText = value["type"] === "mrkdwn" || value["type"] === "plain_text"
  const own = isText && value["text"] === "" ? ["a text is empty"] : []
  return [...own, ...Object.values(value).flatMap(emptyTexts)]
}

/** The blocks that the bot sends. */
const DRAWN = ["header", "section", "context", "actions", "divider", "input"] as const

/** Reads the schemas, once: seconds that no test's three seconds should hold. */
export function compile(): NonNullable<typeof compiled> {
  if (compiled !== undefined) return compiled
  const definitions = readKept() ?? makeDefinitions()
  const nameByType = new Map<string, string>()
  for (const [name, definition] of Object.entries(definitions)) {
    const variants = [definition, ...((definition["anyOf"] ?? []) as Definitions[string][])]
    for (const variant of variants) {
      const properties = variant["properties"]
      const type = isRecord(properties) && isRecord(properties["type"]) ? properties["type"]["const"] : undefined
      if (typeof type === "string" && name.endsWith("Block")) nameByType.set(type, name)
    }
  }
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addSchema({ $id: "slack", definitions })
  // Made now: later it would hold up a connection that pings every second.
  for (const type of DRAWN) ajv.getSchema(`slack#/definitions/${nameByType.get(type) ?? ""}`)
  compiled = { ajv, nameByType }
  return compiled
}

/** What an earlier run made of the same types by the same rules: making it takes ten seconds, reading it none. */
function readKept(): Definitions | undefined {
  try {
    return JSON.parse(readFileSync(KEPT, "utf8")) as Definitions
  } catch {
    return undefined
  }
}

function makeDefinitions(): Definitions {
  const schema = createGenerator({
    path: join(dirname(TYPES), "dist/index.d.ts"),
    type: "KnownBlock",
    skipTypeCheck: true,
  }).createSchema("KnownBlock")
  const definitions = schema.definitions as unknown as Definitions
  for (const definition of Object.values(definitions)) addLimits(definition)
  mkdirSync(dirname(KEPT), { recursive: true })
  // Written beside and renamed: several workers may be at it.
  const draft = `${KEPT}.${process.pid}`
  writeFileSync(draft, JSON.stringify(definitions))
  renameSync(draft, KEPT)
  return definitions
}

function addLimits(definition: Record<string, Json>): void {
  for (const variant of [definition, ...((definition["anyOf"] ?? []) as Record<string, Json>[])]) {
    const properties = variant["properties"]
    if (!isRecord(properties)) continue
    for (const [name, property] of Object.entries(properties)) {
      if (!isRecord(property) || typeof property["description"] !== "string") continue
      const length = Number(LENGTH.exec(property["description"])?.groups?.["max"]?.replace(",", ""))
      const groups = ITEMS.exec(property["description"])?.groups
      const items = Number(groups?.["max"] ?? groups?.["upTo"])
      const isArray = property["type"] === "array"
      if (isArray && items > 0) property["maxItems"] = items
      else if (!isArray && length > 0) properties[name] = withLength(property, length)
    }
  }
}

/** A text of a block is a string, or an object whose `text` is bounded. */
function withLength(property: Record<string, Json>, maxLength: number): Json {
  if (property["type"] === "string") return { ...property, maxLength }
  return { allOf: [property, { properties: { text: { type: "string", maxLength } } }] }
}

export function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
