import { describe, expect, it } from "vitest"
import { aFile } from "../../../support/a-file.ts"
import { readPath } from "../../../support/mail/read-path.ts"

describe("archive pages in HTML", () => {
  it.each([
    [
      "hypermail",
      `<!DOCTYPE html><html><head><title>Cache</title></head><body>
<!-- received="Wed Aug 28 10:18:05 2019" --><!-- sent="Wed, 28 Aug 2019 16:18:05 +0200" -->
<!-- name="Grace Hopper" --><!-- email="grace@example.org" --><!-- subject="Re: Cache &amp; sizes" --><!-- id="b@example.org" -->
<h1>Re: Cache &amp; sizes</h1><ul><li>next</li></ul>
<!-- body="start" --><pre>
On Monday Ada wrote:
&gt; Shall we double it?

No.
</pre><!-- body="end" --><p>footer</p></body></html>`,
      "2019-08-28T14:18:05Z",
      "grace@example.org",
    ],
    [
      "pipermail",
      `<HTML><HEAD><TITLE>Cache</TITLE></HEAD><BODY><H1>Re: Cache &amp; sizes</H1>
<B>Grace Hopper</B> <A HREF="mailto:dev%40example.org?Subject=x&In-Reply-To=%3Cb%40example.org%3E" TITLE="x">grace at example.org</A><BR>
<I>Wed Aug 28 14:18:05 UTC 2019</I><P><UL><LI>Previous message</UL><HR>
<!--beginarticle--><PRE>On Monday Ada wrote:
&gt;<i> Shall we double it?
</I>
No.
</PRE><!--endarticle--><HR></BODY></HTML>`,
      "2019-08-28T14:18:05Z",
      "grace@example.org",
    ],
    [
      "MHonArc",
      `<!-- MHonArc v2.6.19 -->
<!--X-Subject: Re: Cache &#38; sizes -->
<!--X-From-R13: Tenpr Ubccre <tenprNrknzcyr.bet> -->
<!--X-Date: Wed, 28 Aug 2019 16:18:05 +0200 -->
<!--X-Message-Id: b@example.org -->
<!DOCTYPE HTML><html><body><h1>Re: Cache</h1>
<!--X-Body-of-Message--><pre>On Monday Ada wrote:
&gt; Shall we double it?

No.
</pre><!--X-Body-of-Message-End--><hr></body></html>`,
      "2019-08-28T14:18:05Z",
      "grace@example.org",
    ],
  ])("of %s give the message without the page around it", async (name, html, sentAt, address) => {
    const reading = await readPath(aFile(`${name}.html`, html))
    const [message] = reading?.messages ?? []

    expect(reading?.source).toBe("page")
    expect(message).toMatchObject({ subject: "Re: Cache & sizes", sentAt })
    expect(message?.author).toEqual({ name: "Grace Hopper", address })
    expect(message?.body.trimEnd()).toMatch(/^On Monday Ada wrote:\n> ?Shall we double it\?\n\nNo\.$/)
  })
})
