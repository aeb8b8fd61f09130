import { Anchor, Chip, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { useKindWord } from "@/ui/kinds";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { HitRow } from "./HitRow";
import { searchQuery } from "./search";

interface Props {
  q: string;
  kind: string;
  onSearch: (q: string) => void;
  onKind: (kind: string) => void;
}

/** Arrows walk from the field through what was found. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = event.currentTarget.querySelectorAll<HTMLElement>(
    "input[type=search], [data-hit] a",
  );
  const at = [...stops].indexOf(document.activeElement as HTMLElement);
  const next = stops[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

export function SearchPage({ q, kind, onSearch, onKind }: Props) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const search = useDebouncedCallback(onSearch, 200);
  const { data, error, isFetching, refetch } = useQuery({
    ...searchQuery(q.trim()),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const counts = new Map<string, number>();
  for (const hit of data ?? []) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
  const chosen = counts.has(kind) ? kind : "";
  const shown = (data ?? []).filter((hit) => chosen === "" || hit.kind === chosen);
  return (
    <>
      <PageHeader title={t("nav.search")} />
      <PageBody narrow>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: moves the focus between what can be focused */}
        <div onKeyDown={walk}>
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
              {counts.size > 1 && (
                <Chip.Group value={chosen} onChange={(value) => onKind(String(value))}>
                  <Group gap={6} mb="sm" role="group" aria-label={t("search.kinds")}>
                    <Chip size="xs" value="">
                      {t("search.allKinds")} {data.length}
                    </Chip>
                    {[...counts].map(([name, count]) => (
                      <Chip key={name} size="xs" value={name}>
                        {kindWord(name)} {count}
                      </Chip>
                    ))}
                  </Group>
                </Chip.Group>
              )}
              <Text size="sm" c="dimmed" mb="xs" role="status">
                {shown.length === 0 ? t("search.none") : t("search.count", { count: shown.length })}
              </Text>
              {shown.map((hit) => (
                <HitRow key={`${hit.kind}:${hit.id}`} hit={hit} />
              ))}
            </Stack>
          ) : (
            isFetching && <LoadingState />
          )}
        </div>
      </PageBody>
    </>
  );
}
