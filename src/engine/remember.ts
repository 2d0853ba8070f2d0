// Enough for what one mail is compared with; more would keep strangers' words about.
const MAX_REMEMBERED = 256

/**
 * A function of a text alone that knows its latest answers again: what one mail says, the replies quote,
 * and each sentence of a reply is compared with every question above it.
 */
export function remembering<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before.answer
    if (known.size >= MAX_REMEMBERED) known.clear()
    const answer = find(text)
    known.set(text, { answer })
    return answer
  }
}
