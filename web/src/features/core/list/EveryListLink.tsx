import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListState } from "@/ui/list/types";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import type { EveryList } from "./everyList";

interface Props {
  kind: EveryList;
  list?: ListState;
  children: ReactNode;
}

/** Leads to the list of all of a kind. */
export function EveryListLink({ kind, list, children }: Props) {
  const workspace = useWorkspace();
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/settings/lists"
          params={{ workspace }}
          search={{ kind, list }}
        />
      )}
    >
      {children}
    </Anchor>
  );
}
