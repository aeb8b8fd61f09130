import { Button, Group, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { GapRow } from "./GapRow";
import classes from "./GapsPage.module.css";
import { type Gap, isKnownRule } from "./gaps";

interface Props {
  gap: Gap;
}

const SHOWN_AT_FIRST = 8;

/** One rule: what it says, why it matters, and what breaks it. */
export function GapGroup({ gap: { rule, checked, total, items } }: Props) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const title = isKnownRule(rule) ? t(`gaps.rule.${rule}.title`) : rule.replaceAll("_", " ");
  if (items.length === 0) {
    return (
      <Group gap="sm" wrap="nowrap" className={classes.whole}>
        <IconCircleCheck size={16} stroke={1.8} color="var(--nl-good)" aria-hidden />
        <Text size="sm" c="dimmed">
          {t("gaps.whole", { rule: title, count: checked })}
        </Text>
      </Group>
    );
  }
  const shown = showsAll ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <section className={classes.group}>
      <Group gap="sm" align="baseline" justify="space-between" wrap="nowrap">
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed" className="tabular" flex="none">
          {t("gaps.share", { count: total, total: checked })}
        </Text>
      </Group>
      {isKnownRule(rule) && (
        <Text size="sm" c="dimmed" mb="sm" maw={640}>
          {t(`gaps.rule.${rule}.why`)}
        </Text>
      )}
      <ul className={classes.items}>
        {shown.map((item) => (
          <GapRow key={item.id} item={item} rule={rule} />
        ))}
      </ul>
      {showsAll && items.length < total && (
        <Text size="sm" c="dimmed" mt={4}>
          {t("gaps.beyond", { count: total - items.length })}
        </Text>
      )}
      {shown.length < items.length && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setShowsAll(true)}>
          {t("gaps.more", { count: total - shown.length })}
        </Button>
      )}
    </section>
  );
}
