import { wordsOf } from "../fake-platform.ts"
import type { ChaosWorld } from "./world.ts"

export interface Verdict {
  /** Acknowledgements that were expected, a place each, and how often each was told. */
  readonly expected: number
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly outOfOrder: readonly string[]
  readonly cardsTwice: readonly string[]
}

/** What each channel was told, in order: the numbers of the acknowledgements. */
export function toldIn({ posts }: Pick<ChaosWorld, "posts">, channel: string): readonly number[] {
  return posts
    .filter((post) => post.channel === channel && post.content.kind === "note")
    .flatMap((post) => [...wordsOf(post.content).matchAll(/Person (?<number>\d+) gave Acked-by/g)])
    .map((match) => Number(match.groups?.["number"]))
}

/** Mail `number` was put into thread `number % channels`, which channel `C<that>` watches. */
export function judge(
  world: Pick<ChaosWorld, "posts">,
  { mails, channels }: { readonly mails: number; readonly channels: number },
): Verdict {
  const lost: string[] = []
  const twice: string[] = []
  const outOfOrder: string[] = []
  const cardsTwice: string[] = []
  for (let index = 0; index < channels; index += 1) {
    const channel = `C${index}`
    const told = toldIn(world, channel)
    const expected = Array.from({ length: mails }, (_, number) => number).filter(
      (number) => number % channels === index,
    )
    lost.push(...expected.filter((number) => !told.includes(number)).map((number) => `${channel}:${number}`))
    twice.push(...told.filter((number, at) => told.indexOf(number) !== at).map((number) => `${channel}:${number}`))
    if (told.some((number, at) => number < (told[at - 1] ?? -1))) outOfOrder.push(channel)
    if (world.posts.filter((post) => post.channel === channel && post.content.kind === "card").length !== 1)
      cardsTwice.push(channel)
  }
  return { expected: mails, lost, twice, outOfOrder, cardsTwice }
}
