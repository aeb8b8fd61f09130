import { Anchor, type AnchorProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import type { Kind } from "@/api/types";
import { useOpenPeek } from "./shell/usePeek";
import { useWorkspace } from "./shell/useWorkspace";

interface Props extends AnchorProps {
  kind: Kind;
  id: string;
  /** The short key in the object's own address; the id where the answer carries no key. */
  objectKey: string | null | undefined;
  children: ReactNode;
}

/** Click peeks; Ctrl-click, middle click or "open in a new tab" go to the object's own page. */
export function PeekLink({ kind, id, objectKey, children, ...style }: Props) {
  const workspace = useWorkspace();
  const openPeek = useOpenPeek();
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openPeek({ kind, id });
  };
  return (
    <Anchor
      {...style}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/$workspace/o/$kind/$key"
          params={{ workspace, kind, key: objectKey || id }}
          preload={false}
          onClick={onClick}
        />
      )}
    >
      {children}
    </Anchor>
  );
}
