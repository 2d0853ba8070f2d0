import type { LookupAddress, LookupOptions } from "node:dns"
import { lookup } from "node:dns"
import ipaddr from "ipaddr.js"
import { AppError } from "../../../src/index.ts"

export interface AllowedHosts {
  /** As a person would name them, for hints. */
  readonly names: readonly string[]
  has(url: URL): boolean
  /** A lookup for sockets that refuses answers which point into a private network. */
  readonly lookup: Lookup
}

export type Lookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
) => void

export interface HostRules {
  readonly archives: readonly URL[]
  /** `host` or `host:port`, allowed beside those of the archives. */
  readonly hosts: readonly string[]
  /** Asks for the addresses of a name; the system's own resolver unless another is handed in. */
  readonly resolve?: Resolve | undefined
}

export type Resolve = (hostname: string, options: LookupOptions & { all: true }, callback: Resolved) => void
type Resolved = (error: Error | null, addresses: LookupAddress[]) => void

/** Names that are meant for inside a network: whoever configures one wants what it points to. */
const INTERNAL_NAME = /^(?:localhost|[^.]+|.+\.(?:local|localhost|internal|intranet|lan|corp|home\.arpa|test))$/i

/**
 * The hosts that may be read, and nothing else. A private address can be named literally or by an
 * internal name in the configuration; a public name that points to one (a rebound DNS answer) is refused.
 */
export function allowHosts({ archives, hosts, resolve = lookup }: HostRules): AllowedHosts {
  const allowed = new Set([...archives.map((url) => url.host), ...hosts.map((host) => host.toLowerCase())])
  return {
    names: [...allowed],
    has: (url) => /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && allowed.has(url.host),
    lookup: (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error !== null) {
          callback(error, [])
          return
        }
        const usable = INTERNAL_NAME.test(hostname)
          ? addresses
          : addresses.filter(({ address }) => isPublicAddress(address))
        const first = usable[0]
        if (first === undefined) callback(new PrivateAddressError(hostname), [])
        else if (options.all === true) callback(null, usable)
        else callback(null, first.address, first.family)
      })
    },
  }
}

/** Thrown inside a socket's lookup; it reaches the caller as the cause of a failed connection. */
export class PrivateAddressError extends AppError {
  readonly hostname: string

  constructor(hostname: string) {
    super("source-not-allowed", `Cannot read from "${hostname}": its name points into a private network`, {
      hint: "If that is meant, name the archive by its address or an internal name, for example http://10.0.0.5/list",
    })
    this.hostname = hostname
  }
}

/** Neither private, loopback, link-local nor reserved; addresses wrapped in IPv6 are looked at inside. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast"
}
