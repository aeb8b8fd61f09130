import { HoverCard, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Term.module.css";

interface Props {
  /** The word of the trade. */
  children: ReactNode;
  /** What it means, in a sentence or two. */
  meaning: string;
}

/** A trade word that defines itself on hover and on focus. */
export function Term({ children, meaning }: Props) {
  return (
    <HoverCard width={280} openDelay={250} shadow="md" withinPortal>
      <HoverCard.Target>
        {/* biome-ignore lint/a11y/useSemanticElements: a button's box would break the line it stands in */}
        <span className={classes.term} role="button" tabIndex={0}>
          {children}
        </span>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="sm">{meaning}</Text>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
