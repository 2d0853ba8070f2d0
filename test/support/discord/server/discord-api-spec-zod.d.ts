// The package's zod build carries no types of its own; these are the schemas that the tests hold traffic to.
declare module "discord-api-spec/zod" {
  import type { ZodType } from "zod"

  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodType
  export const ApplicationCommandResponseSchema: ZodType
  export const ApplicationCommandUpdateRequestSchema: ZodType
  export const CreateMessageInteractionCallbackRequestSchema: ZodType
  export const CreatePrivateChannelRequestSchema: ZodType
  export const CreateTextThreadWithMessageRequestSchema: ZodType
  export const GatewayBotResponseSchema: ZodType
  export const GuildChannelResponseSchema: ZodType
  export const GuildMemberResponseSchema: ZodType
  export const GuildResponseSchema: ZodType
  export const IncomingWebhookInteractionRequestSchema: ZodType
  export const IncomingWebhookUpdateRequestPartialSchema: ZodType
  export const MessageCreateRequestSchema: ZodType
  export const MessageEditRequestPartialSchema: ZodType
  export const MessageResponseSchema: ZodType
  export const ModalInteractionCallbackRequestSchema: ZodType
  export const PrivateApplicationResponseSchema: ZodType
  export const PrivateChannelResponseSchema: ZodType
  export const ThreadMemberResponseSchema: ZodType
  export const ThreadResponseSchema: ZodType
  export const UpdateMessageInteractionCallbackRequestSchema: ZodType
  export const UserPIIResponseSchema: ZodType
  export const UserResponseSchema: ZodType
}
