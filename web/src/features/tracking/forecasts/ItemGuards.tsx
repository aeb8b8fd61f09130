import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { PeekLink } from "@/ui/PeekLink";
import { Term } from "@/ui/Term";
import { HiddenHead } from "@/ui/table/HiddenHead";
import { useFigures } from "@/ui/words/figures";
import { FallNote } from "./FallNote";
import { GuardForm } from "./GuardForm";
import { itemGuardsQuery } from "./guard";

/** The deadlines of a project's milestones and other items, each with its own guard. */
export function ItemGuards({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const { data: guards } = useQuery(itemGuardsQuery(projectId));
  if (!guards) return null;
  const fallen = guards.flatMap((guard) => {
    const fall = guard.falls.find((one) => !one.over_at);
    return fall ? [{ guard, fall }] : [];
  });
  const chosen = guards.find(({ item }) => item.id === open);
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id}>
        <Term meaning={t("forecast.guard.itemsMean")}>{t("forecast.guard.items")}</Term>
      </Title>
      {guards.length === 0 ? (
        <Text c="dimmed" mt="xs">
          {t("forecast.guard.noItems")}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={620} mt="xs">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("kind.work_item")}</Table.Th>
                <Table.Th>{t("project.deadline")}</Table.Th>
                <Table.Th>{t("forecast.guard.recorded")}</Table.Th>
                <Table.Th>{t("forecast.guard.guarded")}</Table.Th>
                <HiddenHead />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {guards.map((guard) => {
                const { item, deadline, recorded, chance, deputy, can } = guard;
                const deed = t(chance === null ? "forecast.guard.set" : "forecast.guard.change");
                return (
                  <Table.Tr key={item.id}>
                    <Table.Td>
                      <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
                        {item.title}
                      </PeekLink>
                    </Table.Td>
                    <Table.Td>{deadline && figures.date(deadline)}</Table.Td>
                    <Table.Td>{recorded !== null && <ChanceBadge chance={recorded} />}</Table.Td>
                    <Table.Td>
                      {chance !== null && (
                        <Text size="sm">
                          {t("forecast.guard.short", { chance: figures.percent(chance) })}
                          {deputy && ` · ${deputy.name}`}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      {can.edit && (
                        <Group justify="flex-end">
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={t("forecast.guard.guardItem", { deed, name: item.title })}
                            onClick={() => setOpen(item.id)}
                          >
                            {deed}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {fallen.length > 0 && (
        <Stack mt="sm" gap="sm">
          {fallen.map(({ guard, fall }) => (
            <div key={guard.item.id}>
              <Text size="sm" fw={600} mb={4}>
                {guard.item.title}
              </Text>
              <FallNote projectId={projectId} itemId={guard.item.id} guard={guard} fall={fall} />
            </div>
          ))}
        </Stack>
      )}
      {chosen && (
        <GuardForm
          projectId={projectId}
          item={chosen.item}
          guard={chosen}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
