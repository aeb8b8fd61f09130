import { Button, Menu } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { shown, type TreeNode } from "./grow";
import { titleOf } from "./NodeCard";
import { useWarningText } from "./WarningMark";

interface Props {
  forest: readonly TreeNode[];
  onGo: (id: string) => void;
}

/** How many warnings there are, and the way to each. */
export function WarningsBar({ forest, onGo }: Props) {
  const { t } = useTranslation();
  const warn = useWarningText();
  const found = shown(forest, new Set()).flatMap((node) =>
    node.warnings.map((warning) => ({ node, warning })),
  );
  if (found.length === 0) return null;
  return (
    <Menu width={320} position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          mb={6}
          leftSection={<IconAlertTriangle size={14} color="var(--nl-warning)" aria-hidden />}
        >
          {t("tree.warnings", { count: found.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {found.map(({ node, warning }) => (
          <Menu.Item key={`${node.id}:${warning.code}`} onClick={() => onGo(node.id)}>
            {titleOf(node, () => "")}
            <span style={{ display: "block", fontSize: 12, color: "var(--mantine-color-dimmed)" }}>
              {warn(warning).title}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
