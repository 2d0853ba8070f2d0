import type { Installation, InstallationQuery, InstallationStore as BoltInstallationStore } from "@slack/bolt"
import { z } from "zod"
import { AppError } from "../../../src/index.ts"
import type { InstallationStore } from "../../../src/index.ts"
import type { Tokens } from "../place/workspaces.ts"

/** Installations carry this in front of their id, as other platforms may keep theirs beside them. */
const PREFIX = "slack:"

// What the SDK's `authorize` reads of an installation; whatever else it wrote comes back as it was.
const Kept = z.looseObject({
  team: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  enterprise: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  user: z.object({ token: z.string().optional(), scopes: z.array(z.string()).optional(), id: z.string() }),
  bot: z.object({ token: z.string(), scopes: z.array(z.string()), id: z.string(), userId: z.string() }).optional(),
  isEnterpriseInstall: z.boolean().optional(),
})

const AsInstallation = z.custom<Installation>((value) => Kept.safeParse(value).success)

/** The SDK's idea of a store over ours: one installation a workspace, or one for a whole Enterprise Grid. */
export function toBoltInstallations(store: InstallationStore): BoltInstallationStore {
  return {
    storeInstallation: async (installation) => {
      const id = installation.isEnterpriseInstall === true ? installation.enterprise?.id : installation.team?.id
      if (id === undefined) throw new AppError("platform-refused", "Cannot install the bot: Slack names no workspace")
      await store.save(PREFIX + id, JSON.stringify(installation))
    },
    fetchInstallation: async (query) => {
      const data = await store.find(PREFIX + idOf(query))
      if (data === undefined)
        throw new AppError("not-permitted", `Cannot answer in workspace "${idOf(query)}": not installed there`, {
          hint: "Install the bot there from the page /slack/install",
        })
      return toInstallation(data, query)
    },
    deleteInstallation: async (query) => {
      await store.remove(PREFIX + idOf(query))
    },
  }
}

/** Tokens of the installations, for what we do without being asked. */
export function toTokens(store: InstallationStore): Tokens {
  return {
    find: async (team) => {
      const data = team === undefined ? undefined : await store.find(PREFIX + team)
      return data === undefined ? undefined : Kept.parse(JSON.parse(data)).bot?.token
    },
    teams: async () => (await store.ids()).filter((id) => id.startsWith(PREFIX)).map((id) => id.slice(PREFIX.length)),
  }
}

/** The workspace, or the Enterprise Grid where the whole of it installed the bot. */
export function teamOf(context: {
  readonly teamId?: string | undefined
  readonly enterpriseId?: string | undefined
  readonly isEnterpriseInstall?: boolean
}): string | undefined {
  return context.isEnterpriseInstall === true ? context.enterpriseId : context.teamId
}

function idOf(query: InstallationQuery<boolean>): string {
  const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId
  return id ?? ""
}

function toInstallation(data: string, query: InstallationQuery<boolean>): Installation {
  const kept = Kept.parse(JSON.parse(data))
  if (query.isEnterpriseInstall !== (kept.isEnterpriseInstall === true))
    throw new AppError("not-permitted", `Cannot answer in workspace "${idOf(query)}": installed in another way`)
  return AsInstallation.parse(JSON.parse(data))
}
