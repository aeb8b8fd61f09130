import { Anchor, Box } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { isReference } from "@/features/core/list/values";
import { KeyBadge } from "@/ui/KeyBadge";
import type { ListItem } from "@/ui/list/types";
import { useWorkspace } from "@/ui/shell/useWorkspace";

/** An iteration, which is opened among those of its project. */
export function IterationCell({ item }: { item: ListItem }) {
  const workspace = useWorkspace();
  const { id, key, title } = item;
  const { project } = item.fields;
  return (
    <>
      {/* A card on a phone says the key itself. */}
      <Box component="span" visibleFrom="sm">
        <KeyBadge value={key} />{" "}
      </Box>
      {isReference(project) ? (
        <Anchor
          fz="sm"
          c="inherit"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/projects/$id"
              params={{ workspace, id: project.id }}
              search={{ view: "iterations", iteration: id } as never}
            />
          )}
        >
          {title}
        </Anchor>
      ) : (
        title
      )}
    </>
  );
}
