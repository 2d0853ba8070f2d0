import { XMLParser } from "fast-xml-parser"
import { z } from "zod"
import type { FeedItem } from "../../src/index.ts"
import { messageIdIn } from "./archive-url.ts"

const Link = z.object({ "@href": z.string() })
const Entry = z.object({
  author: z.object({ name: z.coerce.string().optional(), email: z.string().optional() }).optional(),
  title: z.coerce.string().optional(),
  updated: z.string().optional(),
  link: z.union([Link, z.array(Link)]),
  "in-reply-to": Link.optional(),
})
const Atom = z.object({ feed: z.object({ entry: z.union([z.array(z.unknown()), z.unknown()]).optional() }) })

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  // Bodies are not read here, and are the one part that holds strangers' markup.
  stopNodes: ["*.content"],
})

/** The entries of a public-inbox Atom feed, newest first; what has no Message-ID in its link is left out. */
export function readAtom(xml: string): readonly Omit<FeedItem, "thread">[] {
  const feed = Atom.safeParse(parser.parse(xml)).data?.feed.entry
  const entries = feed === undefined ? [] : Array.isArray(feed) ? feed : [feed]
  return entries.flatMap((value) => {
    const entry = Entry.safeParse(value).data
    const id = entry === undefined ? undefined : idOf(Array.isArray(entry.link) ? entry.link[0] : entry.link)
    return entry === undefined || id === undefined ? [] : [toItem(id, entry)]
  })
}

function toItem(id: string, entry: z.infer<typeof Entry>): Omit<FeedItem, "thread"> {
  const parent = idOf(entry["in-reply-to"])
  return {
    id,
    inReplyTo: parent,
    references: parent === undefined ? [] : [parent],
    author: { name: entry.author?.name, address: (entry.author?.email ?? "").toLowerCase() },
    subject: entry.title ?? "",
    sentAt: entry.updated,
  }
}

function idOf(link: z.infer<typeof Link> | undefined): string | undefined {
  const href = link?.["@href"]
  return href !== undefined && URL.canParse(href) ? messageIdIn(new URL(href)) : undefined
}
