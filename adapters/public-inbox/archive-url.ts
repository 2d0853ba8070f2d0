/** What an address of a public-inbox archive names. `inbox` ends with a slash. */
export type ArchiveAddress =
  | { readonly kind: "thread"; readonly inbox: URL; readonly messageId: string }
  | { readonly kind: "list"; readonly inbox: URL }

/** `…/r/<id>` finds the list by itself and redirects; these services do nothing else. */
const RESOLVERS: ReadonlySet<string> = new Set(["lkml.kernel.org", "msgid.link", "patch.msgid.link", "lkml.org"])
/** What may stand before or after a Message-ID: views of one message or thread. */
const VIEWS: ReadonlySet<string> = new Set([
  "T",
  "t",
  "raw",
  "R",
  "s",
  "d",
  "t.mbox.gz",
  "t.mbox",
  "t.atom",
  "T.mbox.gz",
])
const OLD_VIEWS: ReadonlySet<string> = new Set(["m", "f", "p", "t", "T", "R"])

/** Hosts whose addresses hold nothing but a Message-ID; it is asked of the archive that is configured first. */
export function isResolver(url: URL): boolean {
  return RESOLVERS.has(url.hostname.toLowerCase()) && messageIdIn(url) !== undefined
}

/**
 * Reads any address that people copy from an archive: of a message, a thread in both views, a feed,
 * an mbox, raw text, a redirect, with fragment or query, and old forms (`/m/<id>/`).
 */
export function parseArchiveUrl(url: URL): ArchiveAddress | undefined {
  const segments = url.pathname.split("/").filter((segment) => segment !== "")
  const at = indexOfId(segments)
  if (at === -1) {
    return segments.length >= 1 && !segments.some((segment) => VIEWS.has(segment) && segment.includes("."))
      ? {
          kind: "list",
          inbox: inboxOf(
            url,
            segments.filter((segment) => !isListPage(segment)),
          ),
        }
      : undefined
  }
  const before = segments.slice(0, at)
  const last = before.at(-1)
  const inbox = inboxOf(
    url,
    last !== undefined && before.length > 1 && OLD_VIEWS.has(last) ? before.slice(0, -1) : before,
  )
  const messageId = decode(segments[at] ?? "")
  return messageId === undefined ? undefined : { kind: "thread", inbox, messageId }
}

/** The Message-ID that an address names, wherever it leads. */
export function messageIdIn(url: URL): string | undefined {
  const address = parseArchiveUrl(url)
  return address?.kind === "thread" ? address.messageId : undefined
}

/** The page of one message, as the archive itself links it. */
export function messageUrl(inbox: URL, messageId: string): URL {
  return new URL(`${escapeId(messageId)}/`, inbox)
}

/** The whole thread as mboxrd, in one request. */
export function threadUrl(inbox: URL, messageId: string): URL {
  return new URL(`${escapeId(messageId)}/t.mbox.gz`, inbox)
}

/** An inbox's address with the slash at its end that relative addresses need. */
export function toInbox(address: string | URL): URL {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/\/*$/, "/")
  url.search = ""
  url.hash = ""
  return url
}

// public-inbox leaves these as they are; a slash in an id must become %2F.
function escapeId(messageId: string): string {
  return encodeURIComponent(messageId).replaceAll(/%(?:40|24|26|2B|2C|3B|3D|3A)/gi, (escaped) =>
    decodeURIComponent(escaped),
  )
}

function indexOfId(segments: readonly string[]): number {
  const withAt = segments.findIndex((segment) => /@|%40/i.test(segment))
  if (withAt !== -1) return withAt
  // Ids without "@" exist; only a view after them tells them from a list's name.
  const view = segments.findIndex((segment, index) => index >= 2 && VIEWS.has(segment))
  return view === -1 ? -1 : view - 1
}

function isListPage(segment: string): boolean {
  return segment.includes(".") || segment === "_" || segment === "text"
}

function inboxOf(url: URL, segments: readonly string[]): URL {
  return toInbox(new URL(`/${segments.map((segment) => `${segment}/`).join("")}`, url.origin))
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).replaceAll(/[<>\s]/g, "")
  } catch {
    return undefined
  }
}
