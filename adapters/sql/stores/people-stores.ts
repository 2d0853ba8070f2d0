import type { IdentityStore, InstallationStore, PeopleStore, TiedIdentity } from "../../../src/index.ts"
import type { Connection } from "../connection.ts"
import { fromJson, toJson } from "../rows/json.ts"
import type { Tables } from "../tables.ts"
import { isThreadId } from "../rows/thread-id.ts"

export function createIdentityStore({ db }: Connection): IdentityStore {
  return {
    async tie({ personKey, address, proof, by, at }) {
      const row = { person_key: personKey, address, proof, by, at }
      await db
        .insertInto("identities")
        .values(row)
        .onConflict((conflict) => conflict.columns(["person_key", "address"]).doUpdateSet(row))
        .execute()
    },
    async untie(personKey) {
      await db.deleteFrom("identities").where("person_key", "=", personKey).execute()
    },
    async ofPerson(personKey) {
      const rows = await db
        .selectFrom("identities")
        .selectAll()
        .where("person_key", "=", personKey)
        .orderBy("address")
        .execute()
      return rows.map(toIdentity)
    },
    async ofAddresses(addresses) {
      if (addresses.length === 0) return []
      const rows = await db
        .selectFrom("identities")
        .selectAll()
        .where("address", "in", addresses)
        .orderBy("person_key")
        .execute()
      return rows.map(toIdentity)
    },
  }
}

export function createPeopleStore(connection: Connection): PeopleStore {
  const { db } = connection
  return {
    async wantsMentions(personKey) {
      const row = await db
        .selectFrom("people")
        .select("mentions")
        .where("person_key", "=", personKey)
        .executeTakeFirst()
      return row?.mentions === 1
    },
    async saveMentions(personKey, wants) {
      const mentions = wants ? 1 : 0
      await db
        .insertInto("people")
        .values({ person_key: personKey, mentions, listing: toJson([]) })
        .onConflict((conflict) => conflict.column("person_key").doUpdateSet({ mentions }))
        .execute()
    },
    async listing(personKey) {
      const row = await db.selectFrom("people").select("listing").where("person_key", "=", personKey).executeTakeFirst()
      return row === undefined ? [] : fromJson(row.listing)
    },
    async saveListing(personKey, items) {
      const listing = toJson(items)
      await db
        .insertInto("people")
        .values({ person_key: personKey, mentions: 0, listing })
        .onConflict((conflict) => conflict.column("person_key").doUpdateSet({ listing }))
        .execute()
    },
    ...lookMethods(db),
    ...vetoMethods(db),
    forget: (who) =>
      db.transaction().execute(async (tx) => {
        let removed = 0n
        const keys = [...who.personKeys]
        const addresses = [...who.addresses]
        if (keys.length > 0) {
          for (const table of ["identities", "people", "looks"] as const)
            removed += (await tx.deleteFrom(table).where("person_key", "in", keys).executeTakeFirst()).numDeletedRows
          removed += (await tx.deleteFrom("corrections").where("by", "in", keys).executeTakeFirst()).numDeletedRows
        }
        if (addresses.length > 0)
          removed += (await tx.deleteFrom("identities").where("address", "in", addresses).executeTakeFirst())
            .numDeletedRows
        return Number(removed)
      }),
  }
}

function lookMethods(db: Connection["db"]): Pick<PeopleStore, "looks" | "saveLooks"> {
  return {
    async looks(personKey) {
      const rows = await db.selectFrom("looks").selectAll().where("person_key", "=", personKey).execute()
      return new Map(rows.flatMap((row) => (isThreadId(row.thread_id) ? [[row.thread_id, row.revision]] : [])))
    },
    async saveLooks(personKey, looks) {
      await db.transaction().execute(async (tx) => {
        for (const [threadId, revision] of looks)
          await tx
            .insertInto("looks")
            .values({ person_key: personKey, thread_id: threadId, revision })
            .onConflict((conflict) => conflict.columns(["person_key", "thread_id"]).doUpdateSet({ revision }))
            .execute()
      })
    },
  }
}

function vetoMethods(db: Connection["db"]): Pick<PeopleStore, "vetoes" | "addVeto" | "removeVeto"> {
  return {
    async vetoes(threadId) {
      const rows = await db.selectFrom("vetoes").selectAll().where("thread_id", "=", threadId).orderBy("by").execute()
      return rows.map((row) => ({ threadId, by: row.by, at: row.at }))
    },
    async addVeto({ threadId, by, at }) {
      await db
        .insertInto("vetoes")
        .values({ thread_id: threadId, by, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async removeVeto(threadId, by) {
      const result = await db
        .deleteFrom("vetoes")
        .where("thread_id", "=", threadId)
        .where("by", "=", by)
        .executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

export function createInstallationStore({ db }: Connection): InstallationStore {
  return {
    async save(id, data) {
      await db
        .insertInto("installations")
        .values({ id, data })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ data }))
        .execute()
    },
    async find(id) {
      return (await db.selectFrom("installations").select("data").where("id", "=", id).executeTakeFirst())?.data
    },
    async remove(id) {
      return (await db.deleteFrom("installations").where("id", "=", id).executeTakeFirst()).numDeletedRows > 0n
    },
    async ids() {
      return (await db.selectFrom("installations").select("id").orderBy("id").execute()).map((row) => row.id)
    },
  }
}

function toIdentity(row: Tables["identities"]): TiedIdentity {
  return {
    personKey: row.person_key,
    address: row.address,
    proof: row.proof === "platform" ? "platform" : "administrator",
    by: row.by,
    at: row.at,
  }
}
