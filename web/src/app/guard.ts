import type { QueryClient } from "@tanstack/react-query";
import { notFound, redirect } from "@tanstack/react-router";
import { Problem } from "@/api/problem";
import { isInside, type Session, type SignedIn, sessionQuery } from "@/api/session";

/** The session, or the way to the sign-in page and back to where the person was going. */
export async function sessionOrSignIn(cache: QueryClient, href: string): Promise<SignedIn> {
  try {
    return await cache.ensureQueryData(sessionQuery);
  } catch (fault) {
    if (fault instanceof Problem && fault.isSignedOut) {
      throw redirect({ to: "/sign-in", search: { next: href === "/" ? undefined : href } });
    }
    throw fault;
  }
}

/** The session inside the workspace of the address; to a stranger there is nothing at that address. */
export async function sessionInside(cache: QueryClient, href: string): Promise<Session> {
  const session = await sessionOrSignIn(cache, href);
  if (!isInside(session)) throw notFound();
  return session;
}
