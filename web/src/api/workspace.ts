const OUTSIDE = new Set(["", "sign-in", "setup", "reset", "invitation", "s", "p", "api", "static"]);

/** The workspace is the first part of the address, so no other place has to remember it. */
export function workspaceOf(pathname: string): string | undefined {
  const first = pathname.split("/")[1] ?? "";
  return OUTSIDE.has(first) ? undefined : decodeURIComponent(first);
}
