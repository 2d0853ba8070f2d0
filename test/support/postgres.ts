import { execFileSync, spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"

export interface Postgres {
  /** A new empty database. */
  createDatabase(): Promise<string>
  /** Stops the server at once, as a crash would, and starts it again. */
  restart(): void
  stop(): void
}

const BIN = findBin()

/** Whether a throw-away PostgreSQL can be had here; in CI it must. */
export function hasPostgres(): boolean {
  const isHere = BIN !== undefined && (process.getuid?.() !== 0 || userId() !== undefined)
  if (!isHere && process.env["CI"] === "true") throw new Error("PostgreSQL is needed in CI: apt-get install postgresql")
  if (!isHere) console.log("PostgreSQL is not installed: what needs a served store is left out")
  return isHere
}

/** A PostgreSQL in a private folder, on 127.0.0.1 only, gone when it stops. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-pg-"))
  const data = join(folder, "data")
  const port = await freePort()
  giveToPostgres(folder)
  run("initdb", ["-D", data, "-U", "standpoint", "-A", "trust", "--no-sync", "-E", "UTF8"])
  const start = (): void => {
    run("pg_ctl", [
      "-D",
      data,
      "-w",
      "-l",
      join(folder, "log"),
      "-o",
      `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder}`,
      "start",
    ])
  }
  start()
  let count = 0
  return {
    createDatabase: async () => {
      const client = new pg.Client({ host: "127.0.0.1", port, user: "standpoint", database: "postgres" })
      await client.connect()
      count += 1
      await client.query(`create database test${count}`)
      await client.end()
      return `postgres://standpoint@127.0.0.1:${port}/test${count}`
    },
    restart: () => {
      run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"])
      start()
    },
    stop: () => {
      run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findBin(): string | undefined {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : []
  const folders = [
    ...versions
      .toSorted()
      .toReversed()
      .map((version) => `/usr/lib/postgresql/${version}/bin`),
    "/usr/local/bin",
    "/usr/bin",
  ]
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")))
}

// initdb refuses to run as root; in containers the tests often do.
function run(program: string, args: readonly string[]): void {
  const command = [join(BIN ?? "", program), ...args]
  const asUser =
    process.getuid?.() === 0
      ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", ...command]
      : command
  execFileSync(asUser[0] ?? "", asUser.slice(1), { stdio: ["ignore", "ignore", "pipe"], cwd: "/" })
}

function giveToPostgres(folder: string): void {
  chmodSync(folder, 0o755)
  if (process.getuid?.() === 0) chownSync(folder, userId() ?? 0, userId() ?? 0)
}

function userId(): number | undefined {
  const { stdout, status } = spawnSync("id", ["-u", "postgres"], { encoding: "utf8" })
  return status === 0 ? Number(stdout) : undefined
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (address === null || typeof address === "string") throw new Error("No port given")
  return address.port
}
