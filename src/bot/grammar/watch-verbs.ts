import { AppError } from "../../errors.ts"
import type { Topic } from "../../model/change.ts"
import { TOPICS } from "../../model/change.ts"
import type { Until, WatchFilter } from "../../store/watch.ts"
import type { Command } from "./command.ts"
import { expectWords, readSourceWords } from "./reading-verbs.ts"
import type { GrammarContext, Verb } from "./verb.ts"
import { readFuture } from "./when.ts"
import { isAccount, looksLikeSource } from "./words.ts"

/** Verbs that say what is told where. */
export const WATCH_VERBS: readonly Verb[] = [
  {
    names: ["watch", "subscribe"],
    usage: `watch [<link, id or list>] [in #channel] [${TOPICS.join(" ")} all] [from:name subject:word -word]`,
    does: "be told when somebody's stance changes, a question is asked or answered; bots never count",
    parse: parseWatch,
  },
  {
    names: ["unwatch", "unsubscribe"],
    usage: "unwatch [<link or id> | <number in watches>] [in #channel]",
    does: "stop that",
    parse: (words) => {
      const { channel, rest } = takeChannel(words)
      return { kind: "unwatch", source: readSourceWords(rest), channel }
    },
  },
  {
    names: ["watches", "subscriptions", "watch list", "subscribe list"],
    usage: "watches | watches mine",
    does: "what this channel watches, or what you set up anywhere",
    parse: (words) => ({ kind: "watches", isMine: /^(?:mine|my|me)$/i.test(words[0] ?? "") }),
  },
  {
    names: ["mute", "snooze"],
    usage: "mute [<thread>] | snooze [<thread>] until <date, 3h, friday, reply>",
    does: "keep one thread quiet here",
    parse: parseMute,
  },
  {
    names: ["unmute", "unsnooze"],
    usage: "unmute [<thread>]",
    does: "hear of it again",
    parse: (words) => ({ kind: "unmute", source: readSourceWords(words) }),
  },
  {
    names: ["settings", "set"],
    usage: "settings [show card|replies|digest] [digest-at 09:00] [zone Europe/Berlin] [mentions on|off]",
    does: "how this channel, and you, are told",
    parse: (words) => ({
      kind: "settings",
      name: words[0]?.toLowerCase(),
      value: words.length > 1 ? words.slice(1).join(" ") : undefined,
    }),
  },
  {
    names: ["me"],
    usage: "me <address> | me @account <address>",
    does: "tie your account to your mail address, once the platform has verified it or an administrator says so",
    parse: parseMe,
  },
  {
    names: ["allow"],
    usage: "allow <private source> [in #channel]",
    does: "administrators: let a channel show mail from a private mailbox",
    parse: (words) => parseAllow(words, false),
  },
  {
    names: ["disallow", "stop allowing"],
    usage: "disallow <private source> [in #channel]",
    does: "take that back",
    parse: (words) => parseAllow(words, true),
  },
  {
    names: ["nda", "!nda", "confidential", "!confidential", "opt out"],
    usage: "!nda | !nda off",
    does: "in a thread: no summaries of it as long as you object",
    parse: (words) => ({ kind: "veto", isLifted: /^(?:off|no|undo|lift)$/i.test(words[0] ?? "") }),
  },
  {
    names: ["forget"],
    usage: "forget me | forget person <address> | forget thread <id> | forget channel [#channel]",
    does: "remove what is kept",
    parse: parseForget,
  },
]

function parseWatch(words: readonly string[]): Command {
  const { channel, rest } = takeChannel(words)
  const topics = new Set<Topic>()
  const filter: { from: string[]; subject: string[]; without: string[] } = { from: [], subject: [], without: [] }
  const named: string[] = []
  for (const word of rest) {
    const lower = word.toLowerCase()
    const part = /^(?<name>from|author|subject):(?<value>.+)$/.exec(lower)?.groups
    const topic = TOPICS.find((candidate) => candidate === lower || candidate === `${lower}s`)
    if (lower === "all") for (const each of TOPICS) topics.add(each)
    else if (topic !== undefined) topics.add(topic)
    else if (part !== undefined) filter[part["name"] === "subject" ? "subject" : "from"].push(part["value"] ?? "")
    else if (/^-[^-]/.test(lower)) filter.without.push(lower.slice(1))
    else named.push(word)
  }
  return {
    kind: "watch",
    source: oneSource("watch", named),
    channel,
    topics: topics.size === 0 ? TOPICS : TOPICS.filter((topic) => topics.has(topic)),
    filter: checkFilter(filter),
  }
}

function checkFilter(filter: WatchFilter): WatchFilter {
  return { ...filter, without: filter.without.filter((word) => word !== "bot" && word !== "bots") }
}

function oneSource(verb: string, words: readonly string[]): string | undefined {
  const source = readSourceWords(words)
  if (words.length <= 1 || source === undefined || words.every((word) => !looksLikeSource(word))) return source
  throw new AppError("usage", `Expected one source after ${verb} but found "${words.join(" ").slice(0, 80)}"`, {
    hint: `Topics are ${TOPICS.join(", ")}; filters are from:name, subject:word and -word`,
  })
}

function parseMute(words: readonly string[], { now, timeZone }: GrammarContext): Command {
  const at = words.findIndex((word) => /^(?:until|for)$/i.test(word))
  const source = readSourceWords(at === -1 ? words : words.slice(0, at))
  const until = at === -1 ? "unmuted" : readUntil(words.slice(at + 1), now, timeZone)
  return { kind: "mute", source, until }
}

function readUntil(words: readonly string[], now: Date, timeZone: string): Until {
  if (/^(?:reply|a reply|the next reply)$/i.test(words.join(" "))) return "reply"
  const at = readFuture(words, now, timeZone)
  if (at !== undefined) return { at }
  throw new AppError("usage", `Expected a time to come, or reply, but found "${words.join(" ").slice(0, 40)}"`, {
    hint: "For example: snooze until friday, snooze until 2026-12-01, snooze for 3h, snooze until reply",
  })
}

function parseMe(words: readonly string[]): Command {
  const account = words.find(isAccount)
  const address = words.find((word) => /^[^@\s<>]+@[^@\s<>]+$/.test(word))?.toLowerCase()
  if (words.length > 0 && address === undefined)
    throw new AppError("usage", `Expected a mail address but found "${words.join(" ").slice(0, 80)}"`, {
      hint: "For example: me ada@example.org",
    })
  return { kind: "me", account, address }
}

function parseAllow(words: readonly string[], isTakenBack: boolean): Command {
  const { channel, rest } = takeChannel(words)
  const usage = "allow <private source> [in #channel]"
  return { kind: "allow", isTakenBack, channel, source: expectWords(rest, usage, "allow imap:inbox in #team") }
}

function parseForget(words: readonly string[]): Command {
  const what = words[0]?.toLowerCase()
  if (what === "me") return { kind: "forget", what: "person", target: "me" }
  if (what === "person" || what === "thread")
    return {
      kind: "forget",
      what,
      target: expectWords(words.slice(1), `forget ${what} <…>`, "forget person ada@example.org"),
    }
  if (what === "channel") return { kind: "forget", what, target: words.slice(1).join(" ") }
  throw new AppError("usage", `Expected person, thread or channel after forget but found "${what ?? ""}"`, {
    hint: "For example: forget me, forget person ada@example.org, forget channel",
  })
}

function takeChannel(words: readonly string[]): { readonly channel?: string; readonly rest: readonly string[] } {
  const at = words.findIndex((word, index) => word.toLowerCase() === "in" && index < words.length - 1)
  const named = words[at + 1]
  if (at === -1 || named === undefined) return { rest: words }
  return { channel: named, rest: [...words.slice(0, at), ...words.slice(at + 2)] }
}
