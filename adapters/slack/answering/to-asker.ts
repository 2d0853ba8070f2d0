import type { Asker } from "../../../src/index.ts"
import { nameOfPerson } from "../place/directory.ts"
import type { Directory, Person } from "../place/directory.ts"
import type { Asked } from "../events.ts"

/**
 * Who asks, with what Slack itself vouches for.
 *
 * Slack tells apps nothing of channel managers outside its Enterprise plans: whoever created a channel, and the
 * workspace's administrators, count as such.
 */
export async function toAsker(directory: Directory, asked: Asked, team: string | undefined): Promise<Asker> {
  const [person, channel] = await Promise.all([
    directory.person(asked.userId),
    asked.isDirect ? undefined : directory.channel(asked.channel),
  ])
  const isAdmin = person?.is_admin === true || person?.is_owner === true
  const isCreator = channel?.creator === asked.userId
  return {
    platform: "slack",
    team,
    userId: asked.userId,
    name: nameOfPerson(person) ?? asked.userId,
    verifiedAddress: verifiedAddressOf(person),
    may: { manageChannel: asked.isDirect || isAdmin || isCreator, administer: isAdmin },
    timeZone: person?.tz ?? undefined,
  }
}

function verifiedAddressOf(person: Person | undefined): string | undefined {
  if (person?.is_email_confirmed !== true || person.is_stranger === true) return undefined
  return person.profile?.email?.toLowerCase()
}
