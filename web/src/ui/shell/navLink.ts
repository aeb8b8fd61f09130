import type { LinkProps } from "@tanstack/react-router";
import type { NavEntry } from "./nav";

/** `builtNav` has checked that the route exists; its type cannot be known from the entry's text. */
export function navLink(entry: NavEntry, workspace: string): Pick<LinkProps, "to" | "params"> {
  return { to: `/${encodeURIComponent(workspace)}/${entry.to}` as LinkProps["to"] };
}
