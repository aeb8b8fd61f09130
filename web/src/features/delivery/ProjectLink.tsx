import { Anchor, type AnchorProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWorkspace } from "@/ui/shell/useWorkspace";

interface Props extends AnchorProps {
  id: string;
  /** What its page shows, as its address says it; the plan by itself. */
  search?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** A way to a project's page, to one of its views where that is named. */
export function ProjectLink({ id, search = {}, children, ...style }: Props) {
  const workspace = useWorkspace();
  return (
    <Anchor
      fz="sm"
      {...style}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/projects/$id"
          params={{ workspace, id }}
          // The page reads its own address, and leaves out what it does not know.
          search={search as never}
        />
      )}
    >
      {children}
    </Anchor>
  );
}
