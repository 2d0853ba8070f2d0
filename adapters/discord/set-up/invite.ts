import { Routes } from "discord.js"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { applicationPayload } from "../source/message-payload.ts"
import { INTENTS, PERMISSIONS, SCOPES } from "./needs.ts"
import type { Need, NeededIntent } from "./needs.ts"

/** The link that brings the bot into a server, with every right that it asks for and why. */
export interface Invite {
  readonly url: string
  readonly scopes: readonly Need[]
  readonly permissions: readonly Need[]
  readonly intents: readonly NeededIntent[]
  /** Where the privileged intent is switched on. */
  readonly settingsUrl: string
}

export function toInvite(application: string): Invite {
  const permissions = PERMISSIONS.reduce((sum, permission) => sum | permission.bit, 0n)
  const query = new URLSearchParams({
    client_id: application,
    scope: SCOPES.map((scope) => scope.name).join(" "),
    permissions: String(permissions),
  })
  return {
    url: `https://discord.com/oauth2/authorize?${query.toString()}`,
    scopes: SCOPES,
    permissions: PERMISSIONS,
    intents: INTENTS,
    settingsUrl: `https://discord.com/developers/applications/${application}/bot`,
  }
}

/** The same for the application that a token belongs to. */
export async function readInvite(rest: DiscordRest): Promise<Invite> {
  const { id } = await call(rest, ["get", Routes.currentApplication()], applicationPayload, {
    to: "read the application's id",
  })
  return toInvite(id)
}

/** An invite in words, for a terminal. */
export function describeInvite(invite: Invite): string {
  const list = (needs: readonly Need[]): string => needs.map((need) => `  ${need.name}: ${need.why}`).join("\n")
  const byHand = invite.intents.filter((intent) => intent.isPrivileged).map((intent) => intent.name)
  return [
    "Open this link to invite the bot:",
    `  ${invite.url}`,
    "",
    `Before that, switch on ${byHand.join(", ")} under "Privileged Gateway Intents":`,
    `  ${invite.settingsUrl}`,
    "",
    "Permissions it asks for, the fewest that work:",
    list(invite.permissions),
    "Intents:",
    list(invite.intents),
    "Scopes:",
    list(invite.scopes),
    "",
  ].join("\n")
}
