import { z } from "zod"

/** Only what we read of Discord's message, user and channel objects; everything else passes unseen. */
const userPayload = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
})
export type UserPayload = z.infer<typeof userPayload>
export const userList = z.array(userPayload)

const attachmentPayload = z.object({ filename: z.string() })

const pollPayload = z.object({
  question: z.object({ text: z.string().nullish() }),
  answers: z.array(z.object({ answer_id: z.number(), poll_media: z.object({ text: z.string().nullish() }) })),
  results: z.object({ answer_counts: z.array(z.object({ id: z.number(), count: z.number() })) }).nullish(),
})

export const messagePayload = z.object({
  id: z.string(),
  channel_id: z.string(),
  type: z.number(),
  author: userPayload,
  content: z.string(),
  timestamp: z.string(),
  attachments: z.array(attachmentPayload),
  mentions: z.array(userPayload),
  embeds: z.array(z.unknown()),
  components: z.array(z.unknown()).optional(),
  sticker_items: z.array(z.object({ name: z.string() })).optional(),
  reactions: z
    .array(z.object({ emoji: z.object({ id: z.string().nullish(), name: z.string().nullish() }), count: z.number() }))
    .optional(),
  poll: pollPayload.nullish(),
  message_reference: z
    .object({ type: z.number().optional(), message_id: z.string().nullish(), channel_id: z.string().nullish() })
    .nullish(),
  message_snapshots: z
    .array(z.object({ message: z.object({ content: z.string(), attachments: z.array(attachmentPayload) }) }))
    .optional(),
  thread: z.object({ id: z.string() }).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
})
export type MessagePayload = z.infer<typeof messagePayload>

export const channelPayload = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.string().optional(),
  name: z.string().nullish(),
  parent_id: z.string().nullish(),
  owner_id: z.string().nullish(),
  /** Of a direct message. */
  recipients: z.array(userPayload).optional(),
  last_message_id: z.string().nullish(),
  message_count: z.number().nullish(),
  thread_metadata: z.object({ archived: z.boolean(), locked: z.boolean() }).nullish(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() }))
    .optional(),
})
export type ChannelPayload = z.infer<typeof channelPayload>

export const applicationPayload = z.object({ id: z.string(), name: z.string(), flags: z.number().optional() })
