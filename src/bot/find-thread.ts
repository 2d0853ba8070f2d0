import { summarise } from "../engine/summarise.ts"
import { AppError } from "../errors.ts"
import type { Summary } from "../model/summary.ts"
import type { Thread, ThreadId } from "../model/thread.ts"
import { applyCorrections } from "../watch/telling/apply-corrections.ts"
import { withoutPeople } from "../watch/looking/read-thread.ts"
import type { Asking } from "./asking.ts"
import { askerKey } from "./asking.ts"
import { checkMayName, checkMayRead } from "./rights.ts"

export interface NamedThread {
  readonly threadId: ThreadId
  readonly source: string
  readonly thread: Thread
  readonly summary: Summary
}

/** Reads the thread that was named, or that it was said in, as people have set it right, if the asker may read it. */
export async function findThread(source: string | undefined, asking: Asking): Promise<NamedThread> {
  const named = await readListed(source, asking)
  await checkMayName(named, asking)
  const found = await asking.readThread({ text: named }, asking.ask)
  const shown = { threadId: found.thread.id, source: found.source }
  await checkMayRead(shown, asking)
  return { ...shown, thread: found.thread, summary: await summariseFor(found.thread, asking) }
}

/** A summary with people's corrections in it, and without the words of those who asked to be left out. */
export async function summariseFor(thread: Thread, { store }: Pick<Asking, "store">): Promise<Summary> {
  const optedOut = new Set((await store.people.vetoes("*")).map((veto) => veto.by))
  return applyCorrections(summarise(withoutPeople(thread, optedOut)), await store.corrections.ofThread(thread.id))
}

/** `2`, `<2>` and `#2` stand for what the last list shown to the asker had under that number. */
export async function readListed(text: string | undefined, asking: Asking): Promise<string | undefined> {
  const number = /^[<#]?(?<number>\d{1,3})>?$/.exec(text ?? "")?.groups?.["number"]
  if (number === undefined) return text
  const listing = await asking.store.people.listing(askerKey(asking))
  const item = listing[Number(number) - 1]
  if (item !== undefined) return item
  throw new AppError("usage", `Cannot find number ${number}: the last list had ${listing.length}`, {
    hint: "Say watches, open or waiting me to see the numbers again",
  })
}
