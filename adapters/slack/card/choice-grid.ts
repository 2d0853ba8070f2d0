import type { OutlineLine } from "../../../src/index.ts"
import type { Block } from "../slack-client.ts"
import { lineToMrkdwn, spansToMrkdwn } from "./mrkdwn.ts"

// Slack's limits of a section's fields.
const MAX_FIELDS = 10
const MAX_FIELD_LENGTH = 2_000

/** Options beside each other, under each the people for it; undefined where the lines do not make such a grid. */
export function choiceGrid(lines: readonly OutlineLine[], excerptLength: number): readonly Block[] | undefined {
  const blocks: Block[] = []
  for (const [head, ...under] of byHead(lines)) {
    if (head === undefined) return undefined
    const favours = under.filter((line) => optionOf(line) !== undefined)
    const options = [...new Set(favours.map(optionOf))]
    const fields = options.map((option) =>
      [
        `\`${(option ?? "").replaceAll("`", "'")}\``,
        ...favours.filter((line) => optionOf(line) === option).map((line) => `•  ${favour(line, excerptLength)}`),
      ].join("\n"),
    )
    if (options.length < 2 || options.length > MAX_FIELDS) return undefined
    if (fields.some((field) => field.length > MAX_FIELD_LENGTH)) return undefined
    blocks.push(section(spansToMrkdwn(head.spans, excerptLength)))
    blocks.push({ type: "section", fields: fields.map((text) => ({ type: "mrkdwn", text, verbatim: true })) })
    const others = under.filter((line) => optionOf(line) === undefined)
    if (others.length > 0) blocks.push(section(others.map((line) => lineToMrkdwn(line, excerptLength)).join("\n")))
  }
  return blocks
}

function section(text: string): Block {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } }
}

function byHead(lines: readonly OutlineLine[]): readonly (readonly OutlineLine[])[] {
  const groups: OutlineLine[][] = []
  for (const line of lines) {
    if (line.indent === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

function optionOf({ spans }: OutlineLine): string | undefined {
  return spans[0]?.kind === "label" ? spans[0].text : undefined
}

function favour({ spans }: OutlineLine, excerptLength: number): string {
  return spansToMrkdwn(spans.slice(1), excerptLength).trim()
}
