import {
  IconAlertTriangle,
  IconBook,
  IconBug,
  IconBulb,
  IconChecklist,
  IconFileText,
  IconFlask,
  IconMessages,
  IconPalette,
  IconRocket,
  IconShield,
  IconTool,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ItemType } from "./itemTypes";

const ICON: Record<ItemType["icon"], TablerIcon> = {
  check: IconChecklist,
  bug: IconBug,
  book: IconBook,
  flask: IconFlask,
  bulb: IconBulb,
  tool: IconTool,
  shield: IconShield,
  palette: IconPalette,
  file: IconFileText,
  chat: IconMessages,
  rocket: IconRocket,
  alert: IconAlertTriangle,
};

interface Props {
  type: Pick<ItemType, "icon" | "colour" | "title">;
  /** The title stands beside it. */
  isNamed?: boolean;
  size?: number;
}

/** The sign of a type of work. */
export function TypeMark({ type: { icon, colour, title }, isNamed, size = 16 }: Props) {
  const Icon = ICON[icon];
  return (
    <Icon
      size={size}
      stroke={1.8}
      color={`var(--mantine-color-${colour}-text)`}
      style={{ flex: "none" }}
      {...(isNamed ? { "aria-hidden": true } : { role: "img", "aria-label": title })}
    >
      {!isNamed && <title>{title}</title>}
    </Icon>
  );
}
