import type { Identity } from "../../../model/message.ts"

const LIST_HOST =
  /(?:^|[@.])(?:lists?|vger|mailman|groups?|googlegroups|listserv|yahoogroups|freelists|librelist)\b|sourceforge|lists?[.-]/iu
const LIST_LOCAL =
  /(?:^|[-._+])(?:list|lists|dev|devel|users?|discuss|discussion|announce|bounces|request|bugs|help|patches|maintainers|commits|kernel|linux|owner|wg|ig|forum|interest)(?:$|[-._+])|^(?:w3c|www|public)-/iu

/** Whether an address is a list's: no single person reads or writes under it. */
export function isListAddress(identity: Identity): boolean {
  const [local = "", domain = ""] = identity.address.split("@", 2)
  return LIST_HOST.test(`@${domain}`) || LIST_LOCAL.test(local)
}
