import type { ChildProcess } from "node:child_process"
import { execFileSync, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { deliver as deliverMail, makeMaildir } from "./a-maildir.ts"

const PROGRAMS = ["public-inbox-init", "public-inbox-httpd", "public-inbox-nntpd", "public-inbox-imapd", "dovecot"]
export const LEFT_OUT =
  "Left out: the suites that run against real mail servers (public-inbox HTTP, NNTP and IMAP, dovecot), because their Debian packages are not installed and could not be installed here. As root on Debian: apt-get install --no-install-recommends public-inbox dovecot-imapd libsearch-xapian-perl"

/** Whether the real servers can be started on this machine. */
export function hasMailServers(): boolean {
  try {
    for (const program of PROGRAMS) execFileSync("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`])
    return process.getuid?.() === 0
  } catch {
    return false
  }
}

/** A suite that needs the real servers: left out with a word where there are none, except where CI says that there must be. */
export function describeWithMailServers(name: string, suite: () => void): void {
  const isThere = hasMailServers()
  describe.runIf(isThere)(name, suite)
  if (!isThere && process.env["CI"] === "true") {
    it(`${name}: the real mail servers are installed`, () => expect(isThere, LEFT_OUT).toBe(true))
  }
}

export interface PublicInboxServers {
  readonly inboxUrl: string
  readonly newsgroup: string
  readonly httpPort: number
  readonly nntpPort: number
  readonly imapPort: number
  /** Mail arrives: the servers show it when this resolves. */
  add(mails: readonly Mail[]): void
  restartNntp(): Promise<void>
  restartImap(): Promise<void>
  stop(): Promise<void>
}

/** A mail in text, or in the bytes that it came in. */
export type Mail = string | Uint8Array

const ADD_MAIL = `
use strict; use PublicInbox::Config; use PublicInbox::InboxWritable; use PublicInbox::Eml;
my $importer = PublicInbox::InboxWritable->new(PublicInbox::Config->new->lookup_name("test"))->importer(0);
my $all = do { local $/; <STDIN> };
for my $raw (split(/\\0/, $all)) { $importer->add(PublicInbox::Eml->new(\\$raw)) }
$importer->done;
`

/** Debian's public-inbox with one list, its HTTP, NNTP and IMAP daemons on free ports of 127.0.0.1. */
export async function startPublicInbox(mails: readonly Mail[]): Promise<PublicInboxServers> {
  const home = mkdtempSync(join(tmpdir(), "standpoint-pi-"))
  const env = { PATH: `${process.env["PATH"]}:/usr/sbin`, HOME: home, PI_CONFIG: join(home, "config") }
  const newsgroup = "org.example.lists.test"
  const [httpPort, nntpPort, imapPort] = [await freePort(), await freePort(), await freePort()]
  const inboxUrl = `http://127.0.0.1:${httpPort}/test/`
  execFileSync(
    "public-inbox-init",
    ["-V2", "--ng", newsgroup, "test", join(home, "test"), inboxUrl, "test@lists.example.org"],
    { env, stdio: ["ignore", "ignore", "ignore"], timeout: 60_000 },
  )
  const script = join(home, "add.pl")
  writeFileSync(script, ADD_MAIL)
  const add = (more: readonly Mail[]): void => {
    execFileSync("perl", [script], {
      env,
      input: Buffer.concat(more.flatMap((mail) => [Buffer.from(mail), Buffer.from([0])]).slice(0, -1)),
      stdio: ["pipe", "ignore", "pipe"],
      timeout: 60_000,
    })
  }
  if (mails.length > 0) add(mails)
  const start = async (daemon: string, port: number): Promise<ChildProcess> => {
    const child = spawn(daemon, ["-W0", "-l", `127.0.0.1:${port}`], { env, stdio: "ignore", cwd: home })
    await untilListening(port)
    return child
  }
  const http = await start("public-inbox-httpd", httpPort)
  let nntp = await start("public-inbox-nntpd", nntpPort)
  let imap = await start("public-inbox-imapd", imapPort)
  return {
    inboxUrl,
    newsgroup,
    httpPort,
    nntpPort,
    imapPort,
    add,
    restartNntp: async () => {
      await ended(nntp, "SIGKILL")
      nntp = await start("public-inbox-nntpd", nntpPort)
    },
    restartImap: async () => {
      await ended(imap, "SIGKILL")
      imap = await start("public-inbox-imapd", imapPort)
    },
    stop: async () => {
      await Promise.all([http, nntp, imap].map(async (child) => ended(child, "SIGTERM")))
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export interface Dovecot {
  readonly port: number
  readonly user: string
  readonly password: string
  /** The Maildir of INBOX. */
  readonly maildir: string
  /** Delivers as a mail server does: written to tmp/, renamed into new/. */
  deliver(mail: string): void
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Debian's dovecot with one user whose INBOX is a Maildir, on a free port of 127.0.0.1. */
export async function startDovecot(mails: readonly string[]): Promise<Dovecot> {
  const home = mkdtempSync(join(tmpdir(), "standpoint-dovecot-"))
  const port = await freePort()
  const maildir = join(home, "mail")
  makeMaildir(maildir, [])
  const [user, password] = ["ada", "secret"]
  writeFileSync(join(home, "users"), `${user}:{PLAIN}${password}:65534:65534::${home}::\n`)
  writeFileSync(join(home, "dovecot.conf"), dovecotConfiguration({ home, port, maildir }))
  let count = 0
  const deliver = (mail: string): void => {
    const name = `${1_700_000_000 + count}.M${count}P1.example.org`
    count++
    deliverMail(maildir, name, mail)
    execFileSync("chown", ["-R", "65534:65534", maildir])
  }
  for (const mail of mails) deliver(mail)
  execFileSync("chown", ["-R", "65534:65534", home])
  execFileSync("chmod", ["755", home])
  const start = async (): Promise<ChildProcess> => {
    const child = spawn("/usr/sbin/dovecot", ["-F", "-c", join(home, "dovecot.conf")], { stdio: "ignore" })
    await untilListening(port)
    return child
  }
  let server = await start()
  return {
    port,
    user,
    password,
    maildir,
    deliver,
    restart: async () => {
      await ended(server, "SIGTERM")
      server = await start()
    },
    stop: async () => {
      await ended(server, "SIGTERM")
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function dovecotConfiguration({ home, port, maildir }: { home: string; port: number; maildir: string }): string {
  return `
base_dir = ${home}/run
state_dir = ${home}/run
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
mail_location = maildir:${maildir}
first_valid_uid = 1
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once("exit", resolve))
  child.kill(signal)
  await exit
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address !== null ? address.port : 0
}

async function untilListening(port: number): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy()
        resolve(true)
      })
      socket.on("error", () => resolve(false))
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing listens on port ${port}`)
}
