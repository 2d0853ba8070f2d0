import { describe, expect, it } from "vitest"
import { allowHosts, isPublicAddress } from "../../../../adapters/public-inbox/http/allowed-hosts.ts"
import { isResolver, parseArchiveUrl } from "../../../../adapters/public-inbox/archive-url.ts"

describe("allowHosts", () => {
  const allowed = allowHosts({ archives: [new URL("https://lore.kernel.org/all/")], hosts: ["10.0.0.5:8080"] })

  it.each([
    ["https://lore.kernel.org/netdev/x@y/", true],
    ["https://LORE.kernel.org/x", true],
    ["http://10.0.0.5:8080/list/", true],
    ["http://10.0.0.5/list/", false],
    ["https://lore.kernel.org:8443/", false],
    ["https://lore.kernel.org.example.org/", false],
    ["https://user:secret@lore.kernel.org/", false],
    ["ftp://lore.kernel.org/", false],
    ["http://127.0.0.1/", false],
  ])("says of %s: %s", (url, isAllowed) => {
    expect(allowed.has(new URL(url))).toBe(isAllowed)
  })

  it.each([
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["169.254.169.254", false],
    ["192.168.0.1", false],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["::1", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["::ffff:127.0.0.1", false],
    ["64:ff9b::7f00:1", false],
    ["no address", false],
    ["8.8.8.8", true],
    ["2606:4700::1111", true],
  ])("takes %s as public: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })

  it("gives an internal name what it points to, as that is what was configured", async () => {
    const answer = await new Promise((resolve) => {
      allowed.lookup("localhost", { all: true }, (error, addresses) => resolve(error ?? addresses))
    })

    expect(JSON.stringify(answer)).toMatch(/127\.0\.0\.1|::1/)
  })
})

describe("parseArchiveUrl", () => {
  it.each([
    ["https://lore.kernel.org/all/a@b/", "https://lore.kernel.org/all/", "a@b"],
    ["https://lore.kernel.org/all/a@b", "https://lore.kernel.org/all/", "a@b"],
    ["https://lore.kernel.org/all/a@b/T/#mabc", "https://lore.kernel.org/all/", "a@b"],
    ["https://lore.kernel.org/all/a@b/t/?x=1", "https://lore.kernel.org/all/", "a@b"],
    ["https://lore.kernel.org/all/x%2Fa@b/t.mbox.gz", "https://lore.kernel.org/all/", "x/a@b"],
    ["https://lore.kernel.org/r/a@b", "https://lore.kernel.org/r/", "a@b"],
    ["https://example.org/sub/list/m/a@b/", "https://example.org/sub/list/", "a@b"],
    ["https://lore.kernel.org/all/no-at-sign-in-it/T/", "https://lore.kernel.org/all/", "no-at-sign-in-it"],
  ])("reads %s", (url, inbox, messageId) => {
    expect(parseArchiveUrl(new URL(url))).toEqual({ kind: "thread", inbox: new URL(inbox), messageId })
  })

  it.each([
    "https://lore.kernel.org/netdev/",
    "https://lore.kernel.org/netdev",
    "https://lore.kernel.org/netdev/new.atom",
    "https://lore.kernel.org/netdev/?q=x",
  ])("reads %s as a list", (url) => {
    expect(parseArchiveUrl(new URL(url))).toEqual({ kind: "list", inbox: new URL("https://lore.kernel.org/netdev/") })
  })

  it("knows the services that only resolve Message-IDs", () => {
    expect(isResolver(new URL("https://lkml.kernel.org/r/a@b"))).toBe(true)
    expect(isResolver(new URL("https://msgid.link/a@b"))).toBe(true)
    expect(isResolver(new URL("https://example.org/r/a@b"))).toBe(false)
  })
})
