import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import type { Listed } from "../view";

interface Props {
  kind: Listed;
  children: ReactNode;
}

/** Leads from the records of one object to the list of all. */
export function ListLink({ kind, children }: Props) {
  const workspace = useWorkspace();
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/strategy"
          params={{ workspace }}
          search={{ tab: "lists", kind }}
        />
      )}
    >
      {children}
    </Anchor>
  );
}
