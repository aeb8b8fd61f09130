import { ActionIcon, Group, Table, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { useFigures } from "@/ui/words/figures";
import classes from "./Baselines.module.css";
import type { Baseline } from "./baselines";
import { useBaselineDeeds } from "./useBaselineDeeds";

interface Props {
  baselines: readonly Baseline[];
  canEdit: boolean;
}

/** Every baseline of the project: renamed in place, deleted with an undo. */
export function BaselineList({ baselines, canEdit }: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} fz="md" mb="xs">
        {t("baseline.many")}
      </Title>
      <Table.ScrollContainer minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("baseline.name")}</Table.Th>
              <Table.Th w={150}>{t("baseline.setOn")}</Table.Th>
              <Table.Th w={140}>{t("baseline.setBy")}</Table.Th>
              <Table.Th w={130}>{t("baseline.finish")}</Table.Th>
              <Table.Th w={110}>{t("baseline.chance")}</Table.Th>
              <Table.Th w={90}>{t("baseline.items")}</Table.Th>
              {canEdit && <HiddenHead w={48}>{t("baseline.remove")}</HiddenHead>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {baselines.map((baseline) => (
              <BaselineRow key={baseline.id} baseline={baseline} canEdit={canEdit} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function BaselineRow({ baseline, canEdit }: { baseline: Baseline; canEdit: boolean }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { rename, remove } = useBaselineDeeds(baseline);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <KeyBadge value={baseline.key} />
          <div className={classes.name}>
            <InlineTitle order={2} value={baseline.title} canEdit={canEdit} onSave={rename} />
            {baseline.note && (
              <Text size="xs" c="dimmed">
                {baseline.note}
              </Text>
            )}
          </div>
        </Group>
      </Table.Td>
      <Table.Td>{figures.date(baseline.created_at)}</Table.Td>
      <Table.Td>{baseline.taken_by?.name}</Table.Td>
      <Table.Td>{figures.date(baseline.finish)}</Table.Td>
      <Table.Td>
        <ChanceBadge chance={baseline.probability} />
      </Table.Td>
      <Table.Td>{figures.number(baseline.item_count)}</Table.Td>
      {canEdit && (
        <Table.Td>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("baseline.removeOne", { name: baseline.title })}
            onClick={() => void remove()}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
