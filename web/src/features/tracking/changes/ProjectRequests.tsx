import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import type { List } from "@/features/core/list/useList";
import { projectQuery } from "@/features/delivery/delivery";
import { EmptyState } from "@/ui/EmptyState";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import type { Condition } from "@/ui/list/types";
import { PageBody } from "@/ui/PageBody";
import type { PartProps } from "@/ui/shell/parts";
import { useCreate } from "@/ui/shell/useCreate";

const COLUMNS = ["title", "state", "finish_days", "raised_by", "submitted_at", "decided_at"];
const NO_CELLS = {};

/** The register of change requests of one project. N raises one. */
export default function ProjectRequests({ id }: PartProps) {
  const { t } = useTranslation();
  const create = useCreate();
  const { data: project } = useQuery(projectQuery(id));
  const canAdd = project?.can.contribute === true && project.archived_at === null;
  const run = () => create.open("change_request");
  useShortcuts(canAdd ? [{ keys: "n", run, says: t("request.one") }] : []);
  const within: Condition[] = [["project", "is", id]];
  const raise = canAdd && (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={run}>
      {t("request.one")}
    </Button>
  );
  return (
    <PageBody>
      <Group justify="flex-end" my="md">
        {raise}
      </Group>
      <ObjectList
        kind="change_request"
        columns={COLUMNS}
        cells={NO_CELLS}
        adapt={(list: List) => ({ ...list, within })}
        empty={<EmptyState sentence={t("request.empty")} example={t("request.example")} />}
      />
    </PageBody>
  );
}
