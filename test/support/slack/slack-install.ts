/** Installs the bot as an administrator does in the browser: to Slack, and back with the code and the state's cookie. */
export async function installSlack(url: string): Promise<Response> {
  const start = await fetch(new URL("/slack/install", url), { redirect: "manual" })
  const authorize = new URL(start.headers.get("location") ?? "")
  const redirect = new URL("/slack/oauth_redirect", url)
  redirect.searchParams.set("code", "good-code")
  redirect.searchParams.set("state", authorize.searchParams.get("state") ?? "")
  return fetch(redirect, { headers: { cookie: start.headers.get("set-cookie")?.split(";")[0] ?? "" } })
}
