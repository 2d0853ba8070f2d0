export { createFileSource } from "./file-source.ts"
export { toMessage } from "./to-message.ts"
