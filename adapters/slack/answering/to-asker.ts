import type { Asker } from "../../../src/index.ts"
import { isOutsider, nameOfPerson } from "../place/directory.ts"
import type { Directory, Person } from "../place/directory.ts"
import type { Asked } from "../events.ts"

/**
 * Who asks, with what Slack itself vouches for.
 *
 * Slack tells apps nothing of channel managers outside its Enterprise plans: whoever created a channel, and the
 * workspace's administrators, count as such.
 */
export async function toAsker(directory: Directory, asked: Asked, team: string | undefined): Promise<Asker> {
  const [person, channel, self] = await Promise.all([
    directory.person(asked.userId),
    asked.isDirect ? undefined : directory.channel(asked.channel),
    directory.self(),
  ])
  // What an account is in another organization, and what that organization says of it, counts for nothing here.
  const isOwn = person !== undefined && !isOutsider(person, self)
  const isAdmin = isOwn && (person.is_admin === true || person.is_owner === true)
  const isCreator = channel?.creator === asked.userId
  return {
    platform: "slack",
    team,
    userId: asked.userId,
    name: nameOfPerson(person) ?? asked.userId,
    verifiedAddress: isOwn ? verifiedAddressOf(person) : undefined,
    may: { manageChannel: asked.isDirect || isAdmin || isCreator, administer: isAdmin },
    timeZone: person?.tz ?? undefined,
  }
}

function verifiedAddressOf({ is_email_confirmed: isConfirmed, profile }: Person): string | undefined {
  return isConfirmed === true ? profile?.email?.toLowerCase() : undefined
}
