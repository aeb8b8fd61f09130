/** Only addresses that open a page or a mail; anything else, such as javascript:, goes nowhere. */
export function safeHref(href: unknown): string | undefined {
  return typeof href === "string" && /^(https?:|mailto:|\/(?!\/))/i.test(href) ? href : undefined;
}
