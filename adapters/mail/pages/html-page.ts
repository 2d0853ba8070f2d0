import { htmlToLines } from "./html-to-lines.ts"
import type { Page } from "./page.ts"
import { readPage } from "./page.ts"

/** The HTML pages that list archives make, each known by the marks that its program leaves. */
export function readHtmlPage(html: string): Page | undefined {
  return readHypermail(html) ?? readMhonarc(html) ?? readPipermail(html) ?? readPage(htmlToLines(html))
}

/** hypermail: `<!-- name="Ada" -->`, the body between `<!-- body="start" -->` and `<!-- body="end" -->`. */
function readHypermail(html: string): Page | undefined {
  const body = between(html, /<!--\s*body="start"\s*-->/i, /<!--\s*body="end"\s*-->/i)
  const from = comment(html, /<!--\s*name="(?<value>[^"]{0,300})"\s*-->/i)
  if (body === undefined || from === undefined) return undefined
  const address = comment(html, /<!--\s*email="(?<value>[^"]{0,300})"\s*-->/i)
  const sent = comment(html, /<!--\s*sent="(?<value>[^"]{0,100})"\s*-->/i)
  const received = comment(html, /<!--\s*received="(?<value>[^"]{0,100})"\s*-->/i)
  const fields = compact({ from: address === undefined ? from : `${from} <${address}>`, date: sent ?? received })
  return { title: comment(html, /<!--\s*subject="(?<value>[^"]{0,500})"\s*-->/i) ?? "", fields, body: toBody(body) }
}

/** MHonArc: `<!--X-Subject: … -->`; the sender is hidden by rot13. */
function readMhonarc(html: string): Page | undefined {
  const body = between(html, /<!--X-Body-of-Message-->/i, /<!--X-Body-of-Message-End-->/i)
  if (body === undefined) return undefined
  const hidden = comment(html, /<!--X-From-R13:\s(?<value>[^]{0,500}?)\s*-->/i)
  // In an address its "@" is written as N, which comes back as A.
  const from =
    hidden === undefined
      ? comment(html, /<!--X-From:\s(?<value>[^]{0,500}?)\s*-->/i)
      : rot13(hidden).replace(/(?<before><[^<>@A]+)A(?=[^<>@A]+>)/, "$<before>@")
  const fields = compact({ from, date: comment(html, /<!--X-Date:\s(?<value>[^]{0,100}?)\s*-->/i) })
  if (fields["from"] === undefined) return undefined
  return { title: comment(html, /<!--X-Subject:\s(?<value>[^]{0,500}?)\s*-->/i) ?? "", fields, body: toBody(body) }
}

/** pipermail (Mailman 2): `<H1>Subject</H1> <B>Ada</B> <A …>ada at example.org</A><BR> <I>date</I> … <PRE>body</PRE>`. */
function readPipermail(html: string): Page | undefined {
  const body = between(html, /<!--beginarticle-->/i, /<!--endarticle-->/i)
  if (body === undefined) return undefined
  const name = comment(html, /<B>(?<value>[^<]{1,300})<\/B>/i)
  const address = comment(html, /<A\s[^>]{0,1000}>(?<value>[^<]{1,300} at [^<]{1,300})<\/A>/i)
  const title = comment(html, /<H1>(?<value>[^<]{0,500})<\/H1>/i) ?? ""
  if (name === undefined) return undefined
  const from = address === undefined ? name : `${name} <${address.replace(/\s+at\s+/, "@")}>`
  return { title, fields: compact({ from, date: comment(html, /<I>(?<value>[^<]{1,100})<\/I>/i) }), body: toBody(body) }
}

function between(html: string, start: RegExp, end: RegExp): string | undefined {
  const from = start.exec(html)
  if (from === null) return undefined
  const rest = html.slice(from.index + from[0].length)
  const to = end.exec(rest)
  return to === null ? rest : rest.slice(0, to.index)
}

function comment(html: string, pattern: RegExp): string | undefined {
  const value = pattern.exec(html)?.groups?.["value"]?.trim()
  return value === undefined || value === "" ? undefined : htmlToLines(value.replaceAll("<", "&lt;")).trim()
}

function toBody(html: string): string {
  return htmlToLines(html).replace(/^\n+/, "")
}

function compact(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function rot13(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97
    return String.fromCodePoint((((letter.codePointAt(0) ?? base) - base + 13) % 26) + base)
  })
}
