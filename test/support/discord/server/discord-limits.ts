import type { ZodType } from "zod"

interface Node {
  readonly type?: number
  readonly content?: string
  readonly custom_id?: string
  readonly id?: number
  readonly components?: readonly Node[]
  readonly accessory?: Node
  readonly component?: Node
}

export interface Body {
  readonly content?: string | null
  readonly embeds?: readonly Record<string, unknown>[] | null
  readonly components?: readonly Node[] | null
  readonly flags?: number | null
}

export interface Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
}

const V2 = 1 << 15
const TEXT = 10
const ROW = 1

/** What Discord's schema demands of a request, and the limits that it leaves out. Undefined where all is well. */
export function refusalOf(body: Body, schema: ZodType, { isV2 = false }: { isV2?: boolean } = {}): Refusal | undefined {
  const parsed = schema.safeParse(body)
  if (!parsed.success) return bad(JSON.stringify(parsed.error.issues))
  const nodes = allNodes(body.components ?? [])
  const wrong = isV2 || ((body.flags ?? 0) & V2) !== 0 ? wrongInV2(body, nodes) : wrongInV1(body)
  return wrong ?? wrongIds(nodes)
}

function wrongInV2(body: Body, nodes: readonly Node[]): Refusal | undefined {
  if ((body.content ?? "") !== "" || (body.embeds ?? []).length > 0)
    return bad("content and embeds cannot be used with MessageFlags.IS_COMPONENTS_V2")
  if (nodes.length > 40) return bad(`${nodes.length} components: 40 is the limit`)
  const length = nodes.filter((node) => node.type === TEXT).reduce((sum, node) => sum + (node.content ?? "").length, 0)
  if (length > 4_000) return bad(`${length} characters in text displays: 4000 is the limit`)
  return nodes.length === 0 ? empty() : undefined
}

function wrongInV1(body: Body): Refusal | undefined {
  const components = body.components ?? []
  if ((body.content ?? "").length > 2_000) return bad("content: 2000 characters is the limit")
  const length = (body.embeds ?? []).reduce((sum, embed) => sum + textOf(embed), 0)
  if (length > 6_000) return bad(`${length} characters in embeds: 6000 is the limit`)
  if (components.some((node) => node.type !== ROW)) return bad("only action rows without IS_COMPONENTS_V2")
  if (components.length > 5) return bad("5 action rows are the limit")
  const isEmpty = (body.content ?? "") === "" && (body.embeds ?? []).length === 0 && components.length === 0
  return isEmpty ? empty() : undefined
}

function wrongIds(nodes: readonly Node[]): Refusal | undefined {
  const customIds = nodes.flatMap((node) => (node.custom_id === undefined ? [] : [node.custom_id]))
  if (customIds.some((id) => id.length < 1 || id.length > 100)) return bad("custom_id: 1 to 100 characters")
  if (new Set(customIds).size !== customIds.length) return bad("custom_id: used twice in one message")
  const ids = nodes.flatMap((node) => (node.id === undefined || node.id === 0 ? [] : [node.id]))
  return new Set(ids).size === ids.length ? undefined : bad("component id: used twice in one message")
}

export function allNodes(components: readonly Node[]): readonly Node[] {
  const found: Node[] = []
  const waiting = [...components]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    found.push(node)
    waiting.push(...(node.components ?? []), ...(node.accessory === undefined ? [] : [node.accessory]))
    if (node.component !== undefined) waiting.push(node.component)
  }
  return found
}

function textOf(embed: Readonly<Record<string, unknown>>): number {
  return Object.values(embed).reduce<number>((sum, value) => {
    if (typeof value === "string") return sum + value.length
    if (Array.isArray(value)) return sum + value.reduce<number>((more, item) => more + textOf(item as never), 0)
    return typeof value === "object" && value !== null ? sum + textOf(value as never) : sum
  }, 0)
}

/** Text inputs, buttons and the like come back from Discord with every field that it fills in by itself. */
export function asStored(components: readonly Node[]): readonly Node[] {
  let next = 1
  const taken = new Set(allNodes(components).map((node) => node.id))
  const idFor = (): number => {
    while (taken.has(next)) next++
    return next++
  }
  const store = (node: Node): Node => ({
    ...(node.type === 17 ? { accent_color: null, spoiler: false } : {}),
    ...(node.type === 14 ? { divider: true, spacing: 1 } : {}),
    ...(node.type === 3 ? { min_values: 1, max_values: 1, disabled: false } : {}),
    ...node,
    id: node.id ?? idFor(),
    ...(node.components === undefined ? {} : { components: node.components.map(store) }),
  })
  return components.map(store)
}

function bad(message: string): Refusal {
  return { status: 400, code: 50_035, message: `Invalid Form Body: ${message}` }
}

function empty(): Refusal {
  return { status: 400, code: 50_006, message: "Cannot send an empty message" }
}
