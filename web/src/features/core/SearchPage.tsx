import { Anchor, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { HitRow } from "./HitRow";
import { searchQuery } from "./search";

interface Props {
  q: string;
  onSearch: (q: string) => void;
}

export function SearchPage({ q, onSearch }: Props) {
  const { t } = useTranslation();
  const search = useDebouncedCallback(onSearch, 200);
  const { data, error, isFetching, refetch } = useQuery({
    ...searchQuery(q.trim()),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t("nav.search")} />
      <PageBody narrow>
        <TextInput
          type="search"
          size="md"
          mb="md"
          aria-label={t("nav.search")}
          placeholder={t("search.placeholder")}
          leftSection={<IconSearch size={18} stroke={1.6} />}
          defaultValue={q}
          autoFocus
          onChange={(event) => search(event.currentTarget.value)}
        />
        {q.trim() === "" ? (
          <EmptyState icon={IconSearch} sentence={t("search.lead")} />
        ) : error ? (
          <ErrorState
            title={error.title}
            detail={error.detail}
            action={<Anchor onClick={() => void refetch()}>{t("retry")}</Anchor>}
          />
        ) : data ? (
          <Stack gap={0}>
            <Group mb="sm" role="status">
              <Text size="sm" c="dimmed">
                {data.length === 0 ? t("search.none") : t("search.count", { count: data.length })}
              </Text>
            </Group>
            {data.map((hit) => (
              <HitRow key={`${hit.kind}:${hit.id}`} hit={hit} />
            ))}
          </Stack>
        ) : (
          isFetching && <LoadingState />
        )}
      </PageBody>
    </>
  );
}
