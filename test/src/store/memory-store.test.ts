import { createMemoryStore } from "../../../src/index.ts"
import { describeStore } from "../../contract/store.ts"

describeStore("memory", { open: async () => createMemoryStore() })
