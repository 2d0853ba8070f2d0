import type Database from "better-sqlite3"
import type { SqliteDatabase, SqliteStatement } from "kysely"

// The program knows about a hundred; what has lists of many lengths in it comes and goes.
const MAX_STATEMENTS = 300

/**
 * A database that prepares each statement once. A fresh one for every query costs more than most queries, and its
 * memory is SQLite's: the collector does not see it, and lets it pile up.
 */
export function keepStatements(file: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => {
      statements.clear()
      file.close()
    },
    prepare: (sql) => {
      const statement: SqliteStatement = statements.get(sql) ?? file.prepare(sql)
      statements.delete(sql)
      statements.set(sql, statement)
      const oldest = statements.keys().next().value
      if (statements.size > MAX_STATEMENTS && oldest !== undefined) statements.delete(oldest)
      return statement
    },
  }
}
