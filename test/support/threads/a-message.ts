import type { Message } from "../../../src/index.ts"

/** A mail with whatever a test does not speak of filled in. */
export function aMessage(parts: Partial<Message> = {}): Message {
  return {
    id: "one@tern.example",
    medium: "mail",
    author: { name: "Ada Lindqvist", address: "ada@tern.example" },
    to: [],
    cc: [],
    subject: "Re: rooms",
    body: "",
    references: [],
    headers: {},
    reactions: [],
    mentions: [],
    attachments: [],
    ...parts,
  }
}
