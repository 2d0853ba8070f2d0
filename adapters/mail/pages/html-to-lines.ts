import { compile } from "html-to-text"

// A page of a list's archive has 60 KB, the longest HTML mail of the corpora 400 KB.
const MAX_HTML_CHARACTERS = 2_000_000

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARACTERS, maxDepth: 60, maxChildNodes: 20_000 },
  formatters: {
    quote: (element, walk, builder, options) => {
      builder.openBlock({ leadingLineBreaks: 1 })
      walk(element.children, builder)
      builder.closeBlock({
        trailingLineBreaks: 1,
        blockTransform: (text) =>
          text
            .split("\n")
            .map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()))
            .join("\n"),
      })
      void options
    },
  },
  selectors: [
    { selector: "blockquote", format: "quote" },
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    { selector: "ul", options: { itemPrefix: "- ", leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 },
    })),
    { selector: "table", format: "block" },
    { selector: "hr", options: { length: 3 } },
  ],
})

/** HTML as lines of text: quoted blocks get `>` marks, links are their words, pictures are nothing. */
export function htmlToLines(html: string): string {
  return convert(html).replaceAll("\r", "").replaceAll("\u00A0", " ")
}
