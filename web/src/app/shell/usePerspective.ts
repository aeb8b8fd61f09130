import { useLocation, useNavigate } from "@tanstack/react-router";
import { type Perspective, useSession } from "@/api/session";
import { useProfile } from "@/features/accounts/useProfile";
import { navFor, perspectiveOf } from "@/ui/shell/nav";
import { navLink } from "@/ui/shell/navLink";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useBuiltNav } from "./useBuiltNav";

/** The door shown: the one the page belongs to, else the one the person chose last. */
export function usePerspective() {
  const session = useSession();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const entries = useBuiltNav();
  const profile = useProfile();
  const here = perspectiveOf(pathname);
  const choose = (chosen: Perspective) => {
    profile.mutate({ perspective: chosen });
    const first = navFor(chosen, entries)[0];
    if (here && here !== chosen && first) void navigate(navLink(first, workspace));
  };
  return { perspective: here ?? session.person.perspective, choose };
}
