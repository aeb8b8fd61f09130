import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "@/ui/shell/parts";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { Term } from "@/ui/Term";
import { CharterCard } from "./CharterCard";
import { projectChartersQuery } from "./delivery";

/** On a project: the agreements under which it realises initiatives, or is asked to. */
export default function ProjectCharters({ id }: PartProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data, error } = useQuery(projectChartersQuery(id));
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Title order={2} fz="sm">
          <Term meaning={t("charter.means")}>{t("charter.title")}</Term>
        </Title>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/$workspace/projects"
              params={{ workspace }}
              search={{ view: "work", kind: "charter" }}
            />
          )}
        >
          {t("charter.all")}
        </Anchor>
      </Group>
      <ProblemNote fault={data ? null : error} />
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("charter.noneForProject")}
        </Text>
      )}
      <Stack gap="sm">
        {data?.items.map((charter) => (
          <CharterCard key={charter.id} charter={charter} other="initiative" />
        ))}
      </Stack>
    </section>
  );
}
