import { Button, Group, Paper, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useDone } from "@/features/core/useDone";
import { PeekLink } from "@/ui/PeekLink";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import { usePlanEdits } from "../usePlanEdits";
import type { Unfilled } from "./load";

/** Work given to a role, with those who could take it: one press names somebody. */
export function UnfilledRow({ work }: { work: Unfilled }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const done = useDone();
  const { mutate, isPending, error } = usePlanEdits(work.project.id);
  const fill = (id: string, name: string) =>
    mutate([{ op: "reassign", id: work.assignment_id, resource_id: id }], {
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: ["load"] });
        await done(t("demand.filled", { name, item: work.item.key }));
      },
    });
  return (
    <Paper withBorder p="sm" mb="xs" className="nl-title">
      <Group justify="space-between" gap="xs">
        <PeekLink kind="work_item" id={work.item.id} objectKey={work.item.key} fz="sm">
          {work.item.key} {work.item.title}
        </PeekLink>
        <Text size="sm" c="dimmed">
          {work.project.title} · {work.role.title} · {figures.number(work.hours)} h ·{" "}
          {figures.date(work.start)} – {figures.date(work.finish)}
        </Text>
      </Group>
      <Group gap="xs" mt="xs">
        {work.people.length === 0 && <Text size="sm">{t("demand.nobody")}</Text>}
        {work.people.map(({ resource, free, enough }) => (
          <Button
            key={resource.id}
            size="compact-sm"
            variant={enough ? "light" : "default"}
            loading={isPending}
            onClick={() => fill(resource.id, resource.title)}
          >
            {t(enough ? "demand.take" : "demand.takeSome", {
              name: resource.title,
              hours: figures.number(Math.round(free)),
            })}
          </Button>
        ))}
      </Group>
      <ProblemNote fault={error} />
    </Paper>
  );
}
