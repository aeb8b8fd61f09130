import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { searchQuery, textOf } from "@/features/core/search";
import { KindIcon } from "@/ui/KindIcon";
import { usePeek } from "@/ui/shell/usePeek";

interface Props {
  query: string;
}

export function ObjectResults({ query }: Props) {
  const { t } = useTranslation();
  const peek = usePeek();
  const [settled] = useDebouncedValue(query.trim(), 150);
  const { data, isFetching, isError } = useQuery({
    ...searchQuery(settled),
    enabled: settled.length > 1,
    placeholderData: keepPreviousData,
  });
  if (settled.length < 2) return null;
  const found = data ?? [];
  if (isError) return <Spotlight.Empty>{t("palette.failed")}</Spotlight.Empty>;
  if (found.length === 0) {
    return <Spotlight.Empty>{isFetching ? t("loading") : t("search.none")}</Spotlight.Empty>;
  }
  return (
    <Spotlight.ActionsGroup label={t("palette.objects")}>
      {found.slice(0, 12).map((hit) => (
        <Spotlight.Action
          key={`${hit.kind}:${hit.id}`}
          label={hit.title}
          description={[hit.key, textOf(hit.excerpt)].filter(Boolean).join(" · ")}
          leftSection={<KindIcon kind={hit.kind} size={18} />}
          onClick={() => peek.open(hit)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
