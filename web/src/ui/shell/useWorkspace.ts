import { useParams } from "@tanstack/react-router";

/** The workspace of this address. */
export function useWorkspace(): string {
  const { workspace } = useParams({ strict: false });
  if (!workspace) throw new Error("useWorkspace is for pages below /$workspace");
  return workspace;
}
