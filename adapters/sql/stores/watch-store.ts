import type { Mute, PlaceSettings, Watch, WatchStore } from "../../../src/index.ts"
import { placeKey } from "../../../src/index.ts"
import type { Connection } from "../connection.ts"
import { countRows } from "../rows/counts.ts"
import { fromJson, present, toJson } from "../rows/json.ts"
import type { PlaceRow, WatchRow } from "../tables.ts"

export function createWatchStore({ db }: Connection): WatchStore {
  return {
    async add(watch) {
      await db.insertInto("watches").values(toWatchRow(watch)).execute()
    },
    async remove(id) {
      const result = await db.deleteFrom("watches").where("id", "=", id).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
    async stop(key, reason, source) {
      let query = db
        .updateTable("watches")
        .set({ stopped: reason ?? null })
        .where("place_key", "=", key)
      if (source !== undefined) query = query.where("source", "=", source)
      await query.execute()
    },
    async ofPlace(key) {
      const rows = await db
        .selectFrom("watches")
        .selectAll()
        .where("place_key", "=", key)
        .orderBy("created_at")
        .orderBy("id")
        .execute()
      return rows.map(toWatch)
    },
    async ofPerson(person) {
      const rows = await db
        .selectFrom("watches")
        .selectAll()
        .where("created_by", "=", person)
        .orderBy("created_at")
        .orderBy("id")
        .execute()
      return rows.map(toWatch)
    },
    async ofSources(sources) {
      if (sources.length === 0) return []
      const rows = await db
        .selectFrom("watches")
        .selectAll()
        .where("source", "in", sources)
        .orderBy("created_at")
        .orderBy("id")
        .execute()
      return rows.map(toWatch)
    },
    async all() {
      const rows = await db.selectFrom("watches").selectAll().orderBy("created_at").orderBy("id").execute()
      return rows.map(toWatch)
    },
    count: () => countRows(db, "watches"),
    ...settingsMethods(db),
    ...muteMethods(db),
    ...allowanceMethods(db),
  }
}

function settingsMethods(db: Connection["db"]): Pick<WatchStore, "settings" | "saveSettings"> {
  return {
    async settings(key) {
      const row = await db.selectFrom("places").selectAll().where("place_key", "=", key).executeTakeFirst()
      return row === undefined ? undefined : toSettings(row)
    },
    async saveSettings(settings) {
      const row = toPlaceRow(settings)
      await db
        .insertInto("places")
        .values(row)
        .onConflict((conflict) => conflict.column("place_key").doUpdateSet(row))
        .execute()
    },
  }
}

function muteMethods(db: Connection["db"]): Pick<WatchStore, "mutes" | "saveMute" | "removeMute"> {
  return {
    async mutes(threadId) {
      const rows = await db.selectFrom("mutes").selectAll().where("thread_id", "=", threadId).execute()
      return rows.map((row): Mute => ({ placeKey: row.place_key, threadId, until: fromJson(row.until) }))
    },
    async saveMute({ placeKey: key, threadId, until }) {
      const row = { place_key: key, thread_id: threadId, until: toJson(until) }
      await db
        .insertInto("mutes")
        .values(row)
        .onConflict((conflict) => conflict.columns(["place_key", "thread_id"]).doUpdateSet(row))
        .execute()
    },
    async removeMute(key, threadId) {
      const result = await db
        .deleteFrom("mutes")
        .where("place_key", "=", key)
        .where("thread_id", "=", threadId)
        .executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function allowanceMethods(db: Connection["db"]): Pick<WatchStore, "allowances" | "saveAllowance" | "removeAllowance"> {
  return {
    async allowances(source) {
      const rows = await db
        .selectFrom("allowances")
        .selectAll()
        .where("source", "=", source)
        .orderBy("place_key")
        .execute()
      return rows.map((row) => ({ source, placeKey: row.place_key, by: row.by, at: row.at }))
    },
    async saveAllowance({ source, placeKey: key, by, at }) {
      const row = { source, place_key: key, by, at }
      await db
        .insertInto("allowances")
        .values(row)
        .onConflict((conflict) => conflict.columns(["source", "place_key"]).doUpdateSet(row))
        .execute()
    },
    async removeAllowance(source, key) {
      const result = await db
        .deleteFrom("allowances")
        .where("source", "=", source)
        .where("place_key", "=", key)
        .executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function toWatchRow(watch: Watch): WatchRow {
  return {
    id: watch.id,
    place_key: placeKey(watch.place),
    place: toJson(watch.place),
    source: watch.source,
    scope: watch.scope,
    topics: toJson(watch.topics),
    filter: toJson(watch.filter),
    created_by: watch.createdBy,
    created_at: watch.createdAt,
    stopped: watch.stopped ?? null,
    reader: watch.reader ?? null,
  }
}

function toWatch(row: WatchRow): Watch {
  return {
    id: row.id,
    place: fromJson(row.place),
    source: row.source,
    scope: row.scope === "feed" ? "feed" : "thread",
    topics: fromJson(row.topics),
    filter: fromJson(row.filter),
    createdBy: row.created_by,
    createdAt: row.created_at,
    stopped: present(row.stopped),
    reader: present(row.reader),
  }
}

function toPlaceRow(settings: PlaceSettings): PlaceRow {
  return {
    place_key: placeKey(settings.place),
    place: toJson(settings.place),
    show: settings.show,
    digest_at: settings.digestAt,
    zone: settings.zone,
    digest_due_at: settings.digestDueAt ?? null,
  }
}

function toSettings(row: PlaceRow): PlaceSettings {
  return {
    place: fromJson(row.place),
    show: row.show === "digest" ? "digest" : row.show === "card" ? "card" : "replies",
    digestAt: row.digest_at,
    zone: row.zone,
    digestDueAt: present(row.digest_due_at),
  }
}
