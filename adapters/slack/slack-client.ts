import type { types } from "@slack/bolt"

export type Block = types.KnownBlock
export type View = types.View

/** What we post; never with unfurls. */
export interface Outgoing {
  readonly channel: string
  /** The notification line and the screen reader's first words: a real sentence. */
  readonly text: string
  readonly blocks?: Block[]
  readonly thread_ts?: string
  readonly unfurl_links: false
  readonly unfurl_media: false
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, string> }
}

export interface Page {
  readonly channel: string
  readonly limit: number
  readonly cursor?: string
}

/**
 * The slit through which the SDK is seen: the calls that we make, and no others. What comes back is foreign and is
 * read through a schema beside the code that uses it; the SDK's own client fits.
 */
export interface SlackClient {
  readonly auth: { test(): Promise<unknown> }
  readonly chat: {
    postMessage(message: Outgoing): Promise<unknown>
    postEphemeral(message: Outgoing & { readonly user: string }): Promise<unknown>
    update(message: Outgoing & { readonly ts: string; readonly blocks: Block[] }): Promise<unknown>
  }
  readonly conversations: {
    replies(page: Page & { readonly ts: string; readonly include_all_metadata?: boolean }): Promise<unknown>
    history(page: Page & { readonly oldest?: string; readonly include_all_metadata?: boolean }): Promise<unknown>
    info(which: { readonly channel: string }): Promise<unknown>
    members(page: Page): Promise<unknown>
    open(whom: { readonly users: string }): Promise<unknown>
  }
  readonly users: {
    info(which: { readonly user: string }): Promise<unknown>
    list(page: { readonly limit: number; readonly cursor?: string; readonly team_id?: string }): Promise<unknown>
  }
  /** The Messages tab of an app with `agent_view`. */
  readonly assistant: {
    readonly threads: {
      setStatus(status: {
        readonly channel_id: string
        readonly thread_ts: string
        readonly status: string
      }): Promise<unknown>
      setTitle(title: {
        readonly channel_id: string
        readonly thread_ts: string
        readonly title: string
      }): Promise<unknown>
      setSuggestedPrompts(prompts: {
        readonly channel_id: string
        readonly title: string
        readonly prompts: { readonly title: string; readonly message: string }[]
      }): Promise<unknown>
    }
  }
  readonly views: {
    open(view: { readonly trigger_id: string; readonly view: View }): Promise<unknown>
    update(view: { readonly view_id: string; readonly view: View }): Promise<unknown>
    publish(view: { readonly user_id: string; readonly view: View }): Promise<unknown>
  }
}

/** One workspace's clients, apart because they wait differently. */
export interface SlackClients {
  /** Reads threads, and waits as long as Slack asks: its queue stands still meanwhile. */
  readonly reading: SlackClient
  /** Answers people, and waits a little. */
  readonly answering: SlackClient
  /** Posts for the outbox, and waits not at all: a rate limit is an answer there. */
  readonly posting: SlackClient
}
