import type { Message } from "../../src/index.ts"

/** A mail with nothing special but what a test names. */
export function aMessage(parts: Partial<Message> & { readonly id: string }): Message {
  return {
    medium: "mail",
    author: { name: "Ada Byron", address: "ada@example.org" },
    to: [],
    cc: [],
    subject: "[PATCH] lock: take it once",
    body: "",
    sentAt: "2026-11-24T10:00:00Z",
    references: [],
    headers: {},
    reactions: [],
    mentions: [],
    attachments: [],
    ...parts,
  }
}
