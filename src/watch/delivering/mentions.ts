import type { Change } from "../../model/change.ts"
import type { Place } from "../../platform/ask.ts"
import { personKey } from "../../platform/place-key.ts"
import type { Store } from "../../store/store.ts"

/**
 * Accounts that a change makes it the turn of, that are tied to the address, and that asked to be told.
 * Nobody is told of what they did themselves.
 */
export async function findMentions(changes: readonly Change[], place: Place, store: Store): Promise<readonly string[]> {
  const addresses = changes.flatMap((change) => {
    if (change.kind !== "question-opened" && change.kind !== "question-reopened") return []
    return change.asked.map((person) => person.id).filter((id) => id !== change.by?.id)
  })
  const tied = await store.identities.ofAddresses([...new Set(addresses)])
  const accounts = new Set<string>()
  for (const identity of tied) {
    const userId = accountIn(identity.personKey, place)
    if (userId !== undefined && (await store.people.wantsMentions(identity.personKey))) accounts.add(userId)
  }
  return [...accounts]
}

/** The account behind a person's key, where it is one of the same workspace. */
function accountIn(key: string, { platform, team }: Place): string | undefined {
  const userId = decodeURIComponent(key.split("/").at(-1) ?? "")
  return key === personKey({ platform, team, userId }) ? userId : undefined
}
