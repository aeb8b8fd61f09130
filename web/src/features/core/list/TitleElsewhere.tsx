import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { KeyBadge } from "@/ui/KeyBadge";
import type { ListItem } from "@/ui/list/types";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import classes from "./ObjectList.module.css";
import { isReference } from "./values";

/** The title of a row that leads to the page where it is used, where there is one. */
export function TitleElsewhere({ item }: { item: ListItem }) {
  const workspace = useWorkspace();
  const { product } = item.fields;
  const where = isReference(product) ? addressOf(item, product.id) : undefined;
  return (
    <span className={classes.title}>
      <span className={classes.ownKey}>
        <KeyBadge value={item.key} />
      </span>
      {where ? (
        <Anchor
          fz="sm"
          c="inherit"
          renderRoot={(props) => (
            <Link
              {...props}
              to={where.to}
              params={{ workspace }}
              // The page reads its own address.
              search={where.search as never}
            />
          )}
        >
          {item.title}
        </Anchor>
      ) : (
        <Text span size="sm">
          {item.title}
        </Text>
      )}
    </span>
  );
}

function addressOf({ kind, fields }: ListItem, product: string) {
  switch (kind) {
    case "snapshot":
      return {
        to: "/$workspace/roadmap",
        search: { product, panel: "history", since: String(fields.seq) },
      } as const;
    case "roadmap_policy":
      return { to: "/$workspace/roadmap", search: { product, panel: "findings" } } as const;
    case "portal":
      return { to: "/$workspace/portal", search: { product, tab: "settings" } } as const;
    default:
      return undefined;
  }
}
