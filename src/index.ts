export { AppError, ERROR_CODES } from "./errors.ts"
export type { ErrorCode } from "./errors.ts"
export type { Identity, Message, MessageId, Reaction } from "./model/message.ts"
export type { Reading, Skipped, SourceKind, Thread, ThreadId } from "./model/thread.ts"
export type { BodyLine, Sentence, Zone } from "./model/body.ts"
export type { Summary } from "./model/summary.ts"
export type { Outline, OutlineLine, OutlineSection, Span } from "./model/outline.ts"
export type { Progress, ReadOptions, SourceForm, SourceRef, ThreadSource } from "./platform/sources/thread-source.ts"
export type { SourceGrammar, SourceOrigin } from "./platform/sources/source-grammar.ts"
export { parseSource } from "./platform/sources/source-grammar.ts"
export type { SourceContext } from "./platform/sources/read-source.ts"
export { nameOf, readReference, readSource } from "./platform/sources/read-source.ts"
export { toSourceWords } from "./platform/sources/source-words.ts"
export type { CatalogueEntry, CatalogueSource, ThreadCatalogue } from "./platform/sources/thread-catalogue.ts"
export { hasCatalogue } from "./platform/sources/thread-catalogue.ts"
export type { Choosable, Wish } from "./platform/sources/pick-thread.ts"
export { choosable, pickThread } from "./platform/sources/pick-thread.ts"
export { readBody } from "./engine/body/read-body.ts"
export { ownSentences } from "./engine/body/sentences/sentences.ts"
export { buildThreads } from "./engine/threading/build-threads.ts"
export { summarise } from "./engine/summarise.ts"
export { createAnalysis } from "./engine/analysis.ts"
export type { Analysis, AnalysisSource } from "./engine/analysis.ts"
export type { Ask, Asker, Card, CardAction, Note, Place, PlatformName, Reply } from "./platform/ask.ts"
export type { Activity, Platform, PlaceFacts, Post, PostId } from "./platform/platform.ts"
export type { Feed, FeedItem, FeedNews } from "./platform/feed.ts"
export type { Logger, LogFields } from "./platform/logger.ts"
export type { Finding } from "./platform/finding.ts"
export { toOutline } from "./render/to-outline.ts"
export type { Bot, BotParts } from "./bot/bot.ts"
export { createBot } from "./bot/bot.ts"
export type { Command } from "./bot/grammar/command.ts"
export type { GrammarContext } from "./bot/grammar/verb.ts"
export { parseCommand } from "./bot/grammar/grammar.ts"
export { createCoolDown } from "./bot/cool-down.ts"
export type { FoundThread, ReadThread, ThreadRequest } from "./bot/thread-reader.ts"
export { createThreadReader } from "./bot/thread-reader.ts"
export type { Change, ChangeKind, Person, Topic } from "./model/change.ts"
export { TOPICS } from "./model/change.ts"
export { personKey, placeKey } from "./platform/place-key.ts"
export type { Correction, CorrectionContent, CorrectionStore } from "./store/correction.ts"
export type { FollowedSource, Look, SourceStore, ThreadNews } from "./store/followed-source.ts"
export { newsDueAt } from "./store/followed-source.ts"
export type {
  DigestItem,
  FollowedThread,
  LoggedChanges,
  MessagePrint,
  ThreadCommit,
  ThreadStore,
} from "./store/followed-thread.ts"
export type { Claim, Renewal } from "./store/lease.ts"
export type {
  Backlog,
  CardPost,
  Delivery,
  OutboxContent,
  OutboxDraft,
  OutboxEntry,
  OutboxStore,
} from "./store/outbox.ts"
export type { IdentityStore, InstallationStore, PeopleStore, TiedIdentity, Veto } from "./store/people.ts"
export type { Store, StoreCapabilities } from "./store/store.ts"
export type { Allowance, Mute, PlaceSettings, Until, Watch, WatchFilter, WatchStore } from "./store/watch.ts"
export { createMemoryStore } from "./store/memory/memory-store.ts"
export { createSuggest } from "./bot/grammar/suggest.ts"
export type { Suggest, SuggestRequest, Suggestion } from "./platform/suggest.ts"
export { objectorsIn, readVeto } from "./platform/veto.ts"
export type { Clock } from "./watch/clock.ts"
export type { WatchMeters } from "./watch/meters.ts"
export { NO_METERS } from "./watch/meters.ts"
export type { WatcherParts, WatchSettings } from "./watch/watcher-parts.ts"
export { DEFAULT_WATCH_SETTINGS } from "./watch/watcher-parts.ts"
export type { Watcher } from "./watch/watcher.ts"
export { createWatcher } from "./watch/watcher.ts"
