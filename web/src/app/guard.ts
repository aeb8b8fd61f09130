import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { Problem } from "@/api/problem";
import { type Session, sessionQuery } from "@/api/session";

/** The session, or the way to the sign-in page and back to where the person was going. */
export async function sessionOrSignIn(cache: QueryClient, href: string): Promise<Session> {
  try {
    return await cache.ensureQueryData(sessionQuery);
  } catch (fault) {
    if (fault instanceof Problem && fault.isSignedOut) {
      throw redirect({ to: "/sign-in", search: { next: href === "/" ? undefined : href } });
    }
    throw fault;
  }
}
