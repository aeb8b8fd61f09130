import { Menu } from "@mantine/core";
import {
  IconArrowMoveRight,
  IconExternalLink,
  IconPencil,
  IconPlus,
  IconScissors,
  IconTargetArrow,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useKindWord } from "@/ui/kinds";
import { BRANCH_STATUSES, type BranchStatus } from "../types";
import type { Growth } from "./DraftCard";
import type { TreeNode } from "./grow";
import { growable } from "./moves";

interface Props {
  node: TreeNode;
  /** Where it opens, in pixels of the frame. */
  at: { x: number; y: number };
  canEdit: boolean;
  onClose: () => void;
  onOpen: () => void;
  onAdd: (kind: Growth) => void;
  onRename: () => void;
  onMove: () => void;
  onMark: (fields: { status?: BranchStatus; is_target?: boolean }) => void;
  onPrune: () => void;
}

/** Everything that can be done to a node, with the key that does it. */
export function NodeMenu({ node, at, canEdit, onClose, ...deeds }: Props) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const { subject } = node;
  const isMovable = subject.kind === "opportunity" || subject.kind === "idea";
  const icon = { size: 16, stroke: 1.6, "aria-hidden": true };
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={240} withinPortal returnFocus>
      <Menu.Target>
        <span
          style={{
            position: "absolute",
            insetInlineStart: at.x,
            insetBlockStart: at.y,
            width: 1,
            height: 1,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {subject.kind !== "loose" && (
          <Menu.Item
            leftSection={<IconExternalLink {...icon} />}
            rightSection="O"
            onClick={deeds.onOpen}
          >
            {t("tree.open")}
          </Menu.Item>
        )}
        {canEdit && (
          <>
            {growable(node).map((kind, index) => (
              <Menu.Item
                key={kind}
                leftSection={<IconPlus {...icon} />}
                rightSection={index === 0 ? "↵" : undefined}
                onClick={() => deeds.onAdd(kind)}
              >
                {t("tree.add", { kind: kindWord(kind).toLowerCase() })}
              </Menu.Item>
            ))}
            {subject.kind !== "loose" &&
              subject.kind !== "objective" &&
              subject.kind !== "key_result" && (
                <Menu.Item
                  leftSection={<IconPencil {...icon} />}
                  rightSection="F2"
                  onClick={deeds.onRename}
                >
                  {t("tree.rename")}
                </Menu.Item>
              )}
            {isMovable && (
              <Menu.Item
                leftSection={<IconArrowMoveRight {...icon} />}
                rightSection="M"
                onClick={deeds.onMove}
              >
                {t("tree.move")}
              </Menu.Item>
            )}
            {subject.kind === "opportunity" && (
              <>
                <Menu.Item
                  leftSection={<IconTargetArrow {...icon} />}
                  rightSection="T"
                  onClick={() => deeds.onMark({ is_target: !subject.object.is_target })}
                >
                  {t(subject.object.is_target ? "tree.noTarget" : "tree.makeTarget")}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Label>{t("filter.status")}</Menu.Label>
                {BRANCH_STATUSES.map((status) => (
                  <Menu.Item
                    key={status}
                    fw={status === subject.object.status ? 600 : undefined}
                    onClick={() => deeds.onMark({ status })}
                  >
                    {t(`tree.status.${status}`)}
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Item
                  leftSection={<IconScissors {...icon} />}
                  rightSection="Del"
                  color="var(--nl-bad)"
                  onClick={deeds.onPrune}
                >
                  {t("tree.prune")}
                </Menu.Item>
              </>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
