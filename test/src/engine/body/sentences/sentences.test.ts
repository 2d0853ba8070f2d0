import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { replyContexts } from "../../../../../src/engine/body/sentences/reply-context.ts"
import { ownSentences, readBody } from "../../../../../src/index.ts"
import { aMessage } from "../../../../support/threads/a-message.ts"

function sentencesOf(body: string): readonly string[] {
  return ownSentences(readBody(aMessage({ body }))).map((sentence) => sentence.text)
}

describe("ownSentences", () => {
  it("joins lines that a mail program broke, and says where each sentence stands", () => {
    const body = "We could paint the door before the\nwinter. Or is the wood too wet\nfor that? Ask Bo."

    expect(ownSentences(readBody(aMessage({ body })))).toEqual([
      { text: "We could paint the door before the winter.", firstLine: 0, lastLine: 1, paragraph: 0 },
      { text: "Or is the wood too wet for that?", firstLine: 1, lastLine: 2, paragraph: 0 },
      { text: "Ask Bo.", firstLine: 2, lastLine: 2, paragraph: 0 },
    ])
  })

  it.each([
    ["See https://tern.example/a.b?id=3. It is old.", ["See https://tern.example/a.b?id=3.", "It is old."]],
    ["Version 5.4 works, v2. Next week more.", ["Version 5.4 works, v2.", "Next week more."]],
    ["Use e.g. the blue one, i.e. Bo's.", ["Use e.g. the blue one, i.e. Bo's."]],
    ["Did you see `a. b`? I did.", ["Did you see `a. b`?", "I did."]],
    ["See the /* Read only? */ line. It is old.", ["See the /* Read only? */ line.", "It is old."]],
    ["It fails (right?) and stops.", ["It fails (right?) and stops."]],
    ["Hmm... not sure. Ask J. Holm.", ["Hmm... not sure.", "Ask J. Holm."]],
    ["it works now. you can close it", ["it works now.", "you can close it"]],
    ["What?! No!", ["What?!", "No!"]],
    ["门开着。谁有钥匙？我有。", ["门开着。", "谁有钥匙？", "我有。"]],
    ["Run foo.c first. main() calls it.", ["Run foo.c first.", "main() calls it."]],
    ["That is why e.g. d_path() is slow.", ["That is why e.g. d_path() is slow."]],
    ["I like the red lx. too and the blue one.", ["I like the red lx. too and the blue one."]],
    ["Is it log(p)? rather than exp(p)? Yes.", ["Is it log(p)? rather than exp(p)?", "Yes."]],
    ['A door that says "Come in!" is best.', ['A door that says "Come in!" is best.']],
    ['Why ask "which door?" when one is open? Go.', ['Why ask "which door?" when one is open?', "Go."]],
    ["We could use ? as a sign. Or not ?", ["We could use ? as a sign.", "Or not ?"]],
    ["Why is it a ?warm? room? It is not.", ["Why is it a ?warm? room?", "It is not."]],
    ["I don?t know Bo ? Ada does. Why ?", ["I don?t know Bo ? Ada does.", "Why ?"]],
    [
      "The word ???? (lamp) is on the door of ??? there. Why?? I left.",
      ["The word ???? (lamp) is on the door of ??? there.", "Why??", "I left."],
    ],
    ["Does it open ? i tried", ["Does it open ?", "i tried"]],
    ["What is in rooms.* is ours. Fine.", ["What is in rooms.* is ours.", "Fine."]],
    ["Run ls . and look. Then cd .. again.", ["Run ls . and look.", "Then cd .. again."]],
    ["We need lamps, desks, etc. They cost little.", ["We need lamps, desks, etc.", "They cost little."]],
    ["It is cold. :( This is why (today) I left.", ["It is cold. :(", "This is why (today) I left."]],
    ["It is cold! ;-) Fine.", ["It is cold! ;-)", "Fine."]],
    ["No. It is too dark. Bo knows.", ["No. It is too dark.", "Bo knows."]],
    ["So my vote is no. We should wait.", ["So my vote is no.", "We should wait."]],
    ["See no. 4, nos. 5-7, fig. B2 and vol. IV. Fine.", ["See no. 4, nos. 5-7, fig. B2 and vol. IV.", "Fine."]],
    ["I may be wrong :) If so, tell me", ["I may be wrong :)", "If so, tell me"]],
    ["I may be wrong ;-) gvb>", ["I may be wrong ;-)", "gvb>"]],
    ["I like :) the lamp (really ;-) Bo does too).", ["I like :) the lamp (really ;-) Bo does too)."]],
    [
      "i tried both (see the log). when it hangs it is dead.",
      ["i tried both (see the log).", "when it hangs it is dead."],
    ],
    ['he said "wait". that was it.', ['he said "wait".', "that was it."]],
    ['The file "a.b". c is the same (e.g.). and so on.', ['The file "a.b". c is the same (e.g.). and so on.']],
  ])("splits %j", (body, expected) => {
    expect(sentencesOf(body)).toEqual(expected)
  })

  it("never goes over a list item, a blank line or a quote", () => {
    const body = "Three things\n- the door\n- the lamp\n\nand the rest\n> quoted\nof it all"

    expect(sentencesOf(body)).toEqual(["Three things", "- the door", "- the lamp", "and the rest", "of it all"])
  })

  it.each([
    [
      "a line that is full, though a blank line stands below each",
      "Did you maybe think of asking the good people of the reading room\n\nto lend you the second lamp? They have three of them in the cellar,\n\nand nobody uses any.",
      [
        "Did you maybe think of asking the good people of the reading room to lend you the second lamp?",
        "They have three of them in the cellar, and nobody uses any.",
      ],
    ],
    ["a command", "Is just calling a\n\n#make rooms\n\nenough here?", ["Is just calling a #make rooms enough here?"]],
    [
      "a word said aloud",
      "the paper of the lamp\nDOES say so. It is\nNOT lit.",
      ["the paper of the lamp DOES say so.", "It is NOT lit."],
    ],
    [
      "the tail of a line that was broken twice",
      "A lamp may be what you wish for here, but if there is no lamp for us,\nthan\nI would say no to it.",
      ["A lamp may be what you wish for here, but if there is no lamp for us, than I would say no to it."],
    ],
  ])("goes over %s", (_, body, expected) => {
    expect(sentencesOf(body)).toEqual(expected)
  })

  it.each([
    [
      "a link",
      "The lamps look good at https://tern.example/a-long-way/to-them/\nMore lamps follow.",
      ["The lamps look good at https://tern.example/a-long-way/to-them/", "More lamps follow."],
    ],
    ["a lead-in", "Please use:\nlamp -S 3", ["Please use:", "lamp -S 3"]],
    [
      "an entry",
      "Things:\n\ntenor: fine\nbass: too loud :)\nalto is away",
      ["Things:", "tenor: fine", "bass: too loud :)", "alto is away"],
    ],
    [
      "a form that nobody filled in",
      "Please vote.\n[ ] +1 Keep the lamp\n[ ] -1 Sell it\n\nI like it.",
      ["Please vote.", "I like it."],
    ],
  ])("ends at %s", (_, body, expected) => {
    expect(sentencesOf(body)).toEqual(expected)
  })

  describe("in a mail of format=flowed", () => {
    function flowedSentences(body: string, delsp: string): readonly string[] {
      const headers = { "content-type": `text/plain; charset=utf-8; format=flowed${delsp}` }
      return ownSentences(readBody(aMessage({ body, headers }))).map((sentence) => sentence.text)
    }

    it("joins what a program broke, however short the line and whatever comes next", () => {
      const body = "The keys are with \nBo until \n- says Chidi - the \n1. of May.\nI agree."

      expect(flowedSentences(body, "")).toEqual([
        "The keys are with Bo until - says Chidi - the 1. of May.",
        "I agree.",
      ])
    })

    it("takes the program's own space out where DelSp says so, so that no word stays broken", () => {
      const body = "The heat \ning costs  \ntoo much. 门开 \n着。"

      expect(flowedSentences(body, "; delsp=yes")).toEqual(["The heating costs too much.", "门开着。"])
    })

    it("joins nothing over a quote, a change of depth or the signature's line", () => {
      const body = "> Is it open? \nIt is \n> > no \nnot\n-- \nAda"

      expect(flowedSentences(body, "")).toEqual(["It is", "not"])
    })

    it("keeps the quoted words above an answer whole", () => {
      const body = "> Who heats the read \n> ing room?\nBo does."
      const headers = { "content-type": "text/plain; format=flowed; delsp=yes" }

      const [context] = replyContexts(readBody(aMessage({ body, headers })))

      expect(context?.quotedText).toBe("Who heats the reading room?")
    })
  })

  it("goes over a blank line within a sentence, and a path that is set off", () => {
    const body =
      "I put the option into the\n\nsettings of Bo. They are in my\n\n~/.config/rooms\n\nfile, and work.\n\nok"

    expect(sentencesOf(body)).toEqual([
      "I put the option into the settings of Bo.",
      "They are in my ~/.config/rooms file, and work.",
      "ok",
    ])
  })

  it("goes over a dash that came to the front of a line, and over no item", () => {
    const body =
      "The lamp in the reading room is not enough for all of us here\n- you need another one.\n\nWe need\n- a lamp\n- a desk"

    expect(sentencesOf(body)).toEqual([
      "The lamp in the reading room is not enough for all of us here - you need another one.",
      "We need",
      "- a lamp",
      "- a desk",
    ])
  })

  it("leaves out the lines of a program's settings", () => {
    const body =
      "Put this into your own settings, as the people of the house do it\nROOM_LIGHT:warm:on\nThen start again."

    expect(sentencesOf(body)).toEqual([
      "Put this into your own settings, as the people of the house do it",
      "Then start again.",
    ])
  })

  it("goes over a few lines of code that stand within the sentence", () => {
    const body = "Do you mean to replace\n\tclose(door);\nwith\n\tif (open)\n\t\tclose(door);\nand to leave the rest?"

    expect(sentencesOf(body)).toEqual([
      "Do you mean to replace close(door); with if (open) close(door); and to leave the rest?",
    ])
  })

  it("makes no sentence of greetings, trailers, patches, logs and signatures", () => {
    const body =
      "Hi Bo,\n\nFine.\n\nAcked-by: Ada <ada@tern.example>\n\n[   12.345678] oops\n\nThanks,\nAda\n\n-- \nTern Library."

    expect(sentencesOf(body)).toEqual(["Fine."])
  })

  it("shows only words that stand in the body", () => {
    const words = fc.constantFrom(
      "door.",
      "Is",
      "it?",
      "foo();",
      "> no",
      "(or",
      "not)",
      "e.g.",
      "\n",
      "- item",
      "`x.",
      "y`",
      "…",
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (pieces) => {
        const body = pieces.join(" ")
        const lines = readBody(aMessage({ body }))
        for (const { text, firstLine, lastLine } of ownSentences(lines)) {
          const source = lines
            .slice(firstLine, lastLine + 1)
            .map((line) => line.content)
            .join(" ")
          expect(source.replaceAll(/\s+/gu, " ")).toContain(text)
        }
      }),
    )
  })
})
