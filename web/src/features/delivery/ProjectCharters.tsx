import { Stack, Text, Title } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import type { PartProps } from "@/ui/shell/parts";
import { Term } from "@/ui/Term";
import { CharterCard } from "./CharterCard";
import { chartersQuery } from "./delivery";

/** On a project: the agreements under which it realises initiatives. */
export default function ProjectCharters({ id }: PartProps) {
  const { t } = useTranslation();
  const { data: links } = useQuery({
    queryKey: ["links", "project", id],
    queryFn: ({ signal }) =>
      http.get<Schemas["LinkOut"][]>("/links", { query: { kind: "project", id }, signal }),
  });
  const initiatives = links?.filter(({ type }) => type === "realises") ?? [];
  const answers = useQueries({
    queries: initiatives.map(({ target }) => chartersQuery(target.id)),
  });
  const charters = answers
    .flatMap(({ data }) => data ?? [])
    .filter(({ project }) => project.id === id);
  return (
    <section>
      <Title order={2} fz="sm" mb={4}>
        <Term meaning={t("charter.means")}>{t("charter.title")}</Term>
      </Title>
      {charters.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("charter.noneForProject")}
        </Text>
      ) : (
        <Stack gap="sm">
          {charters.map((charter) => (
            <CharterCard key={charter.id} charter={charter} other="initiative" />
          ))}
        </Stack>
      )}
    </section>
  );
}
