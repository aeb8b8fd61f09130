import { Anchor, Button, CloseButton, Group, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconWand } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { grouped } from "@/ui/grouped";
import type { Plan } from "../plan";
import { type PlanFinding, planFindingsQuery, together } from "./findings";
import classes from "./Outline.module.css";
import { PointsTable } from "./PointsTable";
import { PreviewModal } from "./PreviewModal";
import { useApply } from "./useApply";

interface Props {
  plan: Plan;
  onShow: (id: string) => void;
  onClose: () => void;
}

const MOST_SHOWN = 30;

/** What is wrong with the plan, rule by rule, and what mends it at a click. */
export function FindingsPanel({ plan, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(planFindingsQuery(plan.project.id));
  const { apply } = useApply(plan);
  const [fixing, fix] = useState<string | null>(null);
  const groups = [...grouped(data?.findings ?? [], ({ code }) => code)];
  const named = (code: string) =>
    t(`lint.rule.${code.replace(".", "_")}` as "lint.rule.wbs_no_owner");
  const chosen = groups.find(([code]) => code === fixing)?.[1] ?? [];
  const canEdit = plan.can.edit === true;
  return (
    <aside className={classes.aside} aria-label={t("lint.title")}>
      <Stack gap="lg">
        <Group justify="space-between">
          <Title order={2} fz="md">
            {t("lint.title")}
          </Title>
          <CloseButton aria-label={t("lint.close")} onClick={onClose} />
        </Group>
        {data?.findings.length === 0 && (
          <Text size="sm">
            <IconCircleCheck size={16} aria-hidden /> {t("lint.none")}
          </Text>
        )}
        {groups.map(([code, found]) => (
          <section key={code} aria-label={named(code)}>
            <Group justify="space-between" wrap="nowrap" mb={4}>
              <Text size="sm" fw={600}>
                {named(code)} ({found.length})
              </Text>
              {canEdit && found.filter(({ edits }) => edits.length > 0).length > 1 && (
                <Button
                  size="compact-xs"
                  variant="default"
                  flex="none"
                  aria-label={`${t("lint.fixAll")}: ${named(code)}`}
                  onClick={() => fix(code)}
                >
                  {t("lint.fixAll")}
                </Button>
              )}
            </Group>
            <ul className={classes.found}>
              {found.slice(0, MOST_SHOWN).map((one) => (
                <FindingRow
                  key={keyOf(one)}
                  found={one}
                  canEdit={canEdit}
                  onShow={onShow}
                  onFix={() => void apply(one.edits, t("lint.fixed", { name: named(code) }))}
                />
              ))}
            </ul>
            {found.length > MOST_SHOWN && (
              <Text size="xs" c="dimmed">
                {t("lint.more", { count: found.length - MOST_SHOWN })}
              </Text>
            )}
          </section>
        ))}
        {data && <PointsTable points={data.points} />}
      </Stack>
      {fixing && (
        <PreviewModal
          plan={plan}
          title={`${t("lint.fixAll")}: ${named(fixing)}`}
          verb={t("lint.fixAll")}
          said={t("lint.fixed", { name: named(fixing) })}
          edits={together(chosen)}
          onClose={() => fix(null)}
        />
      )}
    </aside>
  );
}

const keyOf = ({ items, reason }: PlanFinding): string =>
  `${items.map(({ id }) => id).join(" ")} ${reason}`;

interface RowProps {
  found: PlanFinding;
  canEdit: boolean;
  onShow: (id: string) => void;
  onFix: () => void;
}

function FindingRow({ found, canEdit, onShow, onFix }: RowProps) {
  const { t } = useTranslation();
  const [item] = found.items;
  return (
    <li className={classes.row}>
      {item && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="start"
          onClick={() => onShow(item.id)}
        >
          {`${item.key} ${item.title}`}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {found.reason} {found.advice}
      </Text>
      {canEdit && found.edits.length > 0 && (
        <Button
          size="compact-xs"
          variant="light"
          mt={4}
          leftSection={<IconWand size={12} aria-hidden />}
          aria-label={`${t("lint.fix")}: ${item?.key ?? ""}`}
          onClick={onFix}
        >
          {t("lint.fix")}
        </Button>
      )}
    </li>
  );
}
