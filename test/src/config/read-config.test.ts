import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { Config } from "../../../src/config/config.ts"
import { readConfig } from "../../../src/config/read-config.ts"
import { AppError } from "../../../src/errors.ts"
import { aFile, aFolder } from "../../support/a-file.ts"

type Settings = Readonly<Record<string, string>>

function read(env: Settings, yaml?: string): Config {
  const folder = aFolder()
  if (yaml !== undefined) writeFileSync(join(folder, "standpoint.yaml"), yaml)
  return readConfig({ env, folder, platform: "linux" })
}

function problemsOf(env: Settings, yaml?: string): string {
  try {
    read(env, yaml)
  } catch (error) {
    if (error instanceof AppError && error.code === "config-invalid") return `${error.message}\n${error.hint}`
    throw error
  }
  return ""
}

describe("readConfig", () => {
  it("gives every default where nothing is set", () => {
    expect(read({ XDG_DATA_HOME: "/data" })).toMatchObject({
      store: { folder: "/data/standpoint" },
      http: { host: "127.0.0.1", port: 8080 },
      sources: { archives: ["https://lore.kernel.org/all"] },
      slack: { apiUrl: "https://slack.com/api/" },
      discord: { shards: 1, apiUrl: "https://discord.com/api" },
      watch: { quietSeconds: 300, latestSeconds: 1800, pollSeconds: 60 },
      logLevel: "info",
    })
  })

  it("takes the file's settings, and lets the environment win over them", () => {
    const yaml =
      "STANDPOINT_PORT: 9000\nSTANDPOINT_HOST: 0.0.0.0\nSTANDPOINT_ARCHIVES:\n  - https://a.example/l\n  - https://b.example/l\n"

    const { http, sources } = read({ STANDPOINT_PORT: "9001" }, yaml)

    expect(http).toMatchObject({ port: 9001, host: "0.0.0.0" })
    expect(sources.archives).toEqual(["https://a.example/l", "https://b.example/l"])
  })

  it("reads a secret from the file that NAME_FILE names", () => {
    expect(read({ DISCORD_TOKEN_FILE: aFile("token", "a-token\n") }).discord.token).toBe("a-token")
  })

  it("takes an empty variable for none", () => {
    expect(read({ DISCORD_TOKEN: "", STANDPOINT_PORT: "" })).toMatchObject({ http: { port: 8080 } })
    expect(read({ DISCORD_TOKEN: "" }).discord.token).toBeUndefined()
  })

  it("cannot be changed by whoever gets it", () => {
    const config = read({})

    expect(() => Object.assign(config.http, { port: 1 })).toThrow(TypeError)
  })

  it("tells every problem at once, each once", () => {
    const problems = problemsOf({
      STANDPOINT_PORT: "99999",
      STANDPOINT_ARCHIVES: "ftp://x",
      STANDPOINT_QUIET_SECONDS: "4000",
      SLACK_APP_TOKEN: "xapp-1",
    })

    expect(problems.match(/Expected \w+/g)).toEqual([
      "Expected STANDPOINT_PORT",
      "Expected STANDPOINT_ARCHIVES",
      "Expected STANDPOINT_LATEST_SECONDS",
      "Expected SLACK_BOT_TOKEN",
    ])
    expect(problems).toContain('Expected STANDPOINT_PORT to be a whole number from 0 to 65535 but found "99999"')
  })

  it("never says a secret that it refuses", () => {
    const problems = problemsOf({ SLACK_BOT_TOKEN: "xapp-secret-words", DATABASE_URL: "mysql://u:pass-words@h/d" })

    expect(problems).toContain("SLACK_BOT_TOKEN")
    expect(problems).not.toMatch(/secret-words|pass-words/)
  })

  it.each([
    ["a misspelled setting", {}, "STANDPOINT_PROT: 1\n", /known setting .* found "STANDPOINT_PROT"/],
    ["a list instead of a table", {}, "- a\n- b\n", /NAME: value/],
    ["broken YAML", {}, "a: [1\n", /Cannot read settings/],
    ["a file that is named and not there", { STANDPOINT_CONFIG: "/nowhere.yaml" }, undefined, /Cannot read settings/],
    ["a secret's file that is not there", { DISCORD_TOKEN_FILE: "/nowhere" }, undefined, /Cannot read DISCORD_TOKEN/],
    ["a secret given twice", { DISCORD_TOKEN: "a", DISCORD_TOKEN_FILE: "/nowhere" }, undefined, /found both/],
    ["half an OAuth set-up", { SLACK_CLIENT_ID: "1" }, undefined, /SLACK_CLIENT_SECRET/],
    ["words for shards", { DISCORD_SHARDS: "many" }, undefined, /a whole number or auto but found "many"/],
  ])("refuses %s", (_name, env, yaml, problem) => {
    expect(problemsOf(env, yaml)).toMatch(problem)
  })
})
