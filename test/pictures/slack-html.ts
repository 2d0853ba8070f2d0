import type { Drawn } from "../../adapters/slack/blocks.ts"

type Text = { readonly type: string; readonly text: string }
interface Node {
  readonly type: string
  readonly text?: Text
  readonly fields?: readonly Text[]
  readonly elements?: readonly (Text | { readonly type: "button"; readonly text: Text; readonly style?: string })[]
}

type Element = NonNullable<Node["elements"]>[number]

/** A drawn message as Slack shows it: near enough to judge a card by. */
export function toHtml(
  { blocks }: Drawn,
  { now, isPrivate }: { readonly now: Date; readonly isPrivate: boolean },
): string {
  const only = isPrivate ? '<div class="only">👁 Only visible to you</div>' : ""
  const body = blocks.map((block) => toElement(block as unknown as Node, now)).join("")
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><div id="picture"><div class="avatar">S</div>
<div class="message">${only}<div class="who">Standpoint <span class="app">APP</span> <span class="when">${now.toISOString().slice(11, 16)}</span></div>${body}</div></div>`
}

function toElement(node: Node, now: Date): string {
  const text = node.text === undefined ? "" : toInline(node.text.text, now)
  switch (node.type) {
    case "header":
      return `<h2>${text}</h2>`
    case "section": {
      const fields = (node.fields ?? []).map((field) => `<div>${toInline(field.text, now)}</div>`).join("")
      return `<div class="section">${text}${fields === "" ? "" : `<div class="fields">${fields}</div>`}</div>`
    }
    case "context":
      return `<div class="context">${(node.elements ?? []).map((one) => toInline(labelOf(one), now)).join(" ")}</div>`
    case "actions":
      return `<div class="actions">${(node.elements ?? []).map(toButton).join("")}</div>`
    default:
      return ""
  }
}

function toButton(element: Element): string {
  return `<span class="button ${"style" in element ? (element.style ?? "") : ""}">${labelOf(element)}</span>`
}

function labelOf({ text }: Element): string {
  return typeof text === "string" ? text : text.text
}

/** Slack's mrkdwn. What people wrote arrives with its three characters escaped, which HTML shows as they are. */
function toInline(mrkdwn: string, now: Date): string {
  return mrkdwn
    .replaceAll(/<!date\^(?<at>\d+)\^(?<format>[^|]+)\|[^>]*>/g, (_, at: string, format: string) =>
      toTime(Number(at), format, now),
    )
    .replaceAll(/<(?<url>https?:[^|>]+)\|(?<text>[^>]*)>/g, '<a href="$<url>">$<text></a>')
    .replaceAll(/`(?<code>[^`\u200B][^`]*)`/g, "<code>$<code></code>")
    .replaceAll(/(?<before>^|[\s(])\*(?<bold>[^*\u200B][^*]*)\*/g, "$<before><b>$<bold></b>")
    .replaceAll(/~(?<gone>[^~\u200B][^~]*)~/g, "<s>$<gone></s>")
}

function toTime(seconds: number, format: string, now: Date): string {
  const date = new Date(seconds * 1_000)
  if (format.includes("{ago}")) {
    const hours = Math.round((now.getTime() - date.getTime()) / 3_600_000)
    return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`
  }
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })
  return `${day}, ${date.toISOString().slice(11, 16)}`
}

const STYLE = `
body { margin: 0; background: #fff }
#picture { display: flex; gap: 10px; width: 720px; padding: 16px 20px; font: 15px/1.46 Lato, "DejaVu Sans", sans-serif; color: #1d1c1d }
.avatar { flex: none; width: 36px; height: 36px; border-radius: 6px; background: #1f2937; color: #fff; font-weight: 700; display: grid; place-items: center }
.message { flex: 1; min-width: 0; overflow-wrap: anywhere }
.only, .when { color: #616061; font-size: 12px }
.who { font-weight: 700 } .when { font-weight: 400 }
.app { font-size: 10px; background: #ececed; color: #616061; padding: 1px 4px; border-radius: 3px }
h2 { font-size: 18px; margin: 8px 0 }
.section, .context { white-space: pre-wrap }
.section { margin: 8px 0 } .section b { font-weight: 700 }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 20px }
.context { color: #616061; font-size: 13px; margin: 8px 0 }
a { color: #1264a3; text-decoration: none }
code { font: 12px "DejaVu Sans Mono", monospace; color: #c01343; background: #f7f7f8; border: 1px solid #dddddf; border-radius: 3px; padding: 1px 3px }
s { color: #616061 }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 4px }
.button { border: 1px solid #bbbabb; border-radius: 4px; padding: 5px 12px; font-weight: 700; font-size: 14px }
.button.primary { background: #007a5a; border-color: #007a5a; color: #fff }`
