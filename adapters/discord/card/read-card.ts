import { z } from "zod"
import { THREAD_LINE } from "./draw-card.ts"
import type { Marker } from "./draw-card.ts"

const component = z.object({ id: z.number().optional(), content: z.string().optional() })
const container = z.object({ id: z.number().optional(), components: z.array(z.unknown()) })

/** The words that name the thread of a card of ours, read back from the card itself. */
export function sourceOf(components: readonly unknown[]): string | undefined {
  const line = partsOf(components).find((part) => part.id === THREAD_LINE)
  return /`(?<source>[^`]+)`\s*$/.exec(line?.content ?? "")?.groups?.["source"]
}

/** Whether these are the components of the post with this marker. */
export function hasMarker(components: readonly unknown[], marker: Marker): boolean {
  const outer = container.safeParse(components.at(-1))
  return (
    outer.success && outer.data.id === marker.first && partsOf(components).some((part) => part.id === marker.second)
  )
}

function partsOf(components: readonly unknown[]): readonly z.infer<typeof component>[] {
  return components
    .flatMap((outer) => {
      const parsed = container.safeParse(outer)
      return parsed.success ? parsed.data.components : []
    })
    .flatMap((part) => {
      const parsed = component.safeParse(part)
      return parsed.success ? [parsed.data] : []
    })
}
