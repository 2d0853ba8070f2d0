import type { ThreadId } from "../model/thread.ts"

/** An account tied to a mail address, and on whose word. */
export interface TiedIdentity {
  readonly personKey: string
  readonly address: string
  readonly proof: "platform" | "administrator"
  readonly by: string
  readonly at: string
}

export interface IdentityStore {
  tie(identity: TiedIdentity): Promise<void>
  untie(personKey: string): Promise<void>
  ofPerson(personKey: string): Promise<readonly TiedIdentity[]>
  ofAddresses(addresses: readonly string[]): Promise<readonly TiedIdentity[]>
}

/** A participant's no: to summaries of one thread, or to their words in any. */
export interface Veto {
  /** A thread's id, or `*` for every thread. */
  readonly threadId: ThreadId | "*"
  /** `personKey`, or for `*` a mail address. */
  readonly by: string
  readonly at: string
}

export interface PeopleStore {
  wantsMentions(personKey: string): Promise<boolean>
  saveMentions(personKey: string, wants: boolean): Promise<void>
  /** The revision of each thread that this person has seen. */
  looks(personKey: string): Promise<ReadonlyMap<ThreadId, number>>
  saveLooks(personKey: string, looks: ReadonlyMap<ThreadId, number>): Promise<void>
  /** What the numbers in the last list shown to this person stood for. */
  listing(personKey: string): Promise<readonly string[]>
  saveListing(personKey: string, items: readonly string[]): Promise<void>
  vetoes(threadId: ThreadId | "*"): Promise<readonly Veto[]>
  addVeto(veto: Veto): Promise<void>
  removeVeto(threadId: ThreadId | "*", by: string): Promise<boolean>
  /** Everything kept about an account or an address, but for vetoes. */
  forget(who: { readonly personKeys: readonly string[]; readonly addresses: readonly string[] }): Promise<number>
}

/** An app's place in a workspace: its tokens, as the platform's SDK wants them back. */
export interface InstallationStore {
  save(id: string, data: string): Promise<void>
  find(id: string): Promise<string | undefined>
  remove(id: string): Promise<boolean>
  ids(): Promise<readonly string[]>
}
