import { AppError } from "../errors.ts"

/** The narrowest column in which names, labels and references still fit beside each other. */
const MIN_WIDTH = 40
const MAX_WIDTH = 1_000

export function parseWidth(text: string): number {
  const width = Number(text)
  if (/^\d{1,4}$/.test(text) && width >= MIN_WIDTH && width <= MAX_WIDTH) return width
  const form = `a whole number from ${MIN_WIDTH} to ${MAX_WIDTH}`
  throw new AppError("usage", `Expected --width to be ${form} but found "${text}"`, {
    hint: "For example: --width 100",
  })
}

/** A parser for an option that takes one of a few words. */
export function parseOneOf<T extends string>(option: string, words: readonly T[]): (text: string) => T {
  return (text) => {
    const word = words.find((candidate) => candidate === text)
    if (word !== undefined) return word
    const list = `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`
    const hint = `For example: ${option} ${words[0]}`
    throw new AppError("usage", `Expected ${option} to be ${list} but found "${text}"`, { hint })
  }
}

export function parseUrl(text: string): string {
  if (/^https?:\/\/\S+$/.test(text) && URL.canParse(text)) return text
  const hint = "For example: --http https://bot.example.org"
  throw new AppError("usage", `Expected --http to be an address of the web but found "${text}"`, { hint })
}

export function parseCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new AppError("usage", `Expected --limit to be a whole number from 1 on but found "${text}"`, {
    hint: "For example: --limit 20",
  })
}
