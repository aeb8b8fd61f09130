import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLinkPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AddLink } from "@/features/links/AddLink";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./GapsPage.module.css";
import { type GapItem, isKnownRule, mendersOf } from "./gaps";

interface Props {
  item: GapItem;
  rule: string;
}

export function GapRow({ item, rule }: Props) {
  const { t } = useTranslation();
  const [opened, popover] = useDisclosure();
  const menders = mendersOf(rule);
  return (
    <li className={classes.row}>
      <KindIcon kind={item.kind} />
      <span className={classes.key}>
        <KeyBadge value={item.key} />
      </span>
      <PeekLink
        kind={item.kind}
        id={item.id}
        objectKey={item.key}
        fz="sm"
        className={classes.title}
      >
        {item.title}
      </PeekLink>
      {isKnownRule(rule) && menders.length > 0 && (
        <Popover
          opened={opened}
          onChange={(next) => !next && popover.close()}
          width={360}
          position="bottom-end"
          trapFocus
        >
          <Popover.Target>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconLinkPlus size={16} stroke={1.6} aria-hidden />}
              onClick={popover.toggle}
            >
              {t(`gaps.rule.${rule}.mend`)}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <AddLink object={item} choices={menders} onDone={popover.close} />
          </Popover.Dropdown>
        </Popover>
      )}
    </li>
  );
}
