import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { builtNav, type NavEntry } from "@/ui/shell/nav";

export function useBuiltNav(): NavEntry[] {
  const router = useRouter();
  return useMemo(() => builtNav(Object.keys(router.routesByPath)), [router]);
}
