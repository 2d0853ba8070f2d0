import type { Place } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { Suggest, Suggestion, SuggestRequest } from "../../platform/suggest.ts"
import type { FollowedThread } from "../../store/followed-thread.ts"
import type { Store } from "../../store/store.ts"

/**
 * What the place watches, as suggestions: its threads, the people in them, its sources.
 *
 * Nothing is offered that the place is not told anyway: whoever may ask there may read it there.
 */
export function createSuggest({ watches, threads }: Pick<Store, "watches" | "threads">): Suggest {
  return async (request) => {
    const found = await Promise.all(placesOf(request.place).map((place) => watches.ofPlace(placeKey(place))))
    const sources = [...new Set(found.flat().map((watch) => watch.source))]
    const followed = await threads.ofSources(sources)
    return distinct(toSuggestions(request, sources, followed)).filter((suggestion) => fits(suggestion, request.typed))
  }
}

// What a channel watches is known in its threads, too.
function placesOf({ thread, ...channel }: Place): readonly Place[] {
  return thread === undefined ? [channel] : [{ ...channel, thread }, channel]
}

function toSuggestions(
  { kind }: SuggestRequest,
  sources: readonly string[],
  followed: readonly FollowedThread[],
): readonly Suggestion[] {
  switch (kind) {
    case "thread":
      return followed.map(toThread)
    case "source":
      return [...followed.map(toThread), ...sources.map((source) => ({ label: source, value: source }))]
    case "person":
      return [
        { label: "me", value: "me" },
        ...followed.flatMap((thread) =>
          (thread.summary?.participants ?? [])
            .filter((participant) => !participant.isBot)
            .map(({ name }) => ({ label: name, value: name })),
        ),
      ]
  }
}

function toThread({ source, summary }: FollowedThread): Suggestion {
  const subject = summary?.thread.subject ?? ""
  return { label: subject === "" ? source : subject, value: source }
}

function distinct(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const values = suggestions.map(({ value }) => value)
  return suggestions.filter(({ value }, index) => values.indexOf(value) === index)
}

function fits({ label, value }: Suggestion, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return label.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted)
}
