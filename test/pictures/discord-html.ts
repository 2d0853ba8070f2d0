import type { Drawn } from "../../adapters/discord/card/draw-card.ts"

interface Node {
  readonly type: number
  readonly content?: string
  readonly components?: readonly Node[]
  readonly accent_color?: number
  readonly label?: string
  readonly style?: number
  readonly disabled?: boolean
  readonly placeholder?: string
}

/** A drawn message as Discord's dark theme shows it: near enough to judge a card by. */
export function toHtml({ components }: Drawn, now: Date): string {
  const body = components.map((component) => toElement(component as unknown as Node, now)).join("")
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><div id="picture">
<div class="avatar">S</div><div class="message"><div class="who">Standpoint <span class="app">APP</span> <span class="when">Today at ${now.toISOString().slice(11, 16)}</span></div>
<div class="only">👁 Only you can see this</div>${body}</div></div>`
}

function toElement(node: Node, now: Date): string {
  const children = (): string => (node.components ?? []).map((child) => toElement(child, now)).join("")
  switch (node.type) {
    case 1:
      return `<div class="row">${children()}</div>`
    case 2:
      return `<span class="button style${node.style ?? 2}">${escapeHtml(node.label ?? "")}</span>`
    case 3:
      return `<span class="menu">${escapeHtml(node.placeholder ?? "")}<span>⌄</span></span>`
    case 10:
      return toBlocks(node.content ?? "", now)
    case 14:
      return "<hr>"
    case 17:
      return `<div class="container" style="border-left-color:#${(node.accent_color ?? 0).toString(16).padStart(6, "0")}">${children()}</div>`
    default:
      return children()
  }
}

function toBlocks(markdown: string, now: Date): string {
  return markdown
    .split("\n")
    .map((line) => {
      const [, mark = "", text = ""] = /^(## |### |-# | {2}- |- )?(.*)$/s.exec(line) ?? []
      const name = { "## ": "h2", "### ": "h3", "-# ": "small", "  - ": "li deep", "- ": "li" }[mark] ?? "p"
      return `<div class="${name}">${toInline(text, now)}</div>`
    })
    .join("")
}

const INLINE =
  /\\(?<escaped>[^A-Za-z0-9\s])|`(?<code>[^`]+)`|\*\*(?<bold>(?:\\.|[^*\\])+)\*\*|~~(?<struck>(?:\\.|[^~\\])+)~~|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>[^)\s]+)\)|<t:(?<time>\d+):(?<form>\w)>|<@(?<user>\d+)>/g

function toInline(text: string, now: Date): string {
  let html = ""
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    const { escaped, code, bold, struck, label, time, form, user } = match.groups ?? {}
    html += escapeHtml(text.slice(at, match.index))
    if (escaped !== undefined) html += escapeHtml(escaped)
    if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`
    if (bold !== undefined) html += `<b>${toInline(bold, now)}</b>`
    if (struck !== undefined) html += `<s>${toInline(struck, now)}</s>`
    if (label !== undefined) html += `<a>${toInline(label, now)}</a>`
    if (time !== undefined) html += `<span class="time">${toTime(Number(time), form ?? "f", now)}</span>`
    if (user !== undefined) html += `<span class="mention">@somebody</span>`
    at = match.index + match[0].length
  }
  return html + escapeHtml(text.slice(at))
}

function toTime(seconds: number, form: string, now: Date): string {
  const date = new Date(seconds * 1000)
  if (form !== "R") return date.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })
  const hours = Math.round((date.getTime() - now.getTime()) / 3_600_000)
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" })
  return Math.abs(hours) < 24 ? format.format(hours, "hour") : format.format(Math.round(hours / 24), "day")
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}

const STYLE = `
body{margin:0;background:#313338}
#picture{display:flex;gap:16px;padding:16px;width:720px;background:#313338;color:#dbdee1;font:15px/1.4 "Noto Sans","DejaVu Sans",sans-serif}
.avatar{flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;display:grid;place-items:center;font-weight:700}
.who{color:#f2f3f5;font-weight:600}.app{background:#5865f2;border-radius:3px;font-size:10px;padding:1px 4px;vertical-align:2px}
.when,.only{color:#949ba4;font-size:12px;font-weight:400}.only{margin:2px 0 4px}
.message{flex:1;min-width:0}
.container{border:1px solid #3f4147;border-left:4px solid;border-radius:8px;background:#2b2d31;padding:12px 16px}
.h2{font-size:20px;font-weight:700;color:#f2f3f5}.h3{font-size:16px;font-weight:700;color:#f2f3f5;margin-bottom:2px}
.small{font-size:12px;color:#949ba4}.li{padding-left:18px;position:relative}.li::before{content:"•";position:absolute;left:4px}
.li.deep{padding-left:36px}.li.deep::before{content:"◦";left:22px}
hr{border:0;border-top:1px solid #3f4147;margin:10px 0}
code{background:#1e1f22;border-radius:3px;padding:1px 4px;font:13px "DejaVu Sans Mono",monospace}
a{color:#00a8fc}s{opacity:.75}.time{background:#3c3f45;border-radius:3px;padding:0 3px}.mention{color:#c9cdfb;background:#3c4270;border-radius:3px}
.row{display:flex;gap:8px;margin-top:10px;flex-wrap:wrap}
.button{border-radius:4px;padding:6px 14px;font-size:14px;color:#fff;background:#4e5058}.style1{background:#5865f2}
.menu{flex:1;display:flex;justify-content:space-between;border:1px solid #1e1f22;background:#1e1f22;border-radius:4px;padding:7px 12px;color:#949ba4}
`
