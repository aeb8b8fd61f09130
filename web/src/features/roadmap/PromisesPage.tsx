import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconHeartHandshake, IconPlus, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import { PromiseRow } from "./PromiseRow";
import { type PromisesView, promisesQuery, STATES } from "./promises";

interface Props {
  view: PromisesView;
  onView: (change: Partial<PromisesView>) => void;
}

/** The commitment ledger: who was promised what, by when, in which words, and what became of it. */
export function PromisesPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const { product, isPending } = useProduct();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...promisesQuery(product?.id ?? "", view),
    enabled: product !== undefined,
  });
  const search = useDebouncedCallback((q: string) => onView({ q: q || undefined }), 250);
  const found = data?.pages.flatMap(({ items }) => items);
  const mayEdit = product?.can.edit === true || product?.can.steer === true;
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => create.open("promise")}>
      {t("promise.add")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("promise.title")}
        lead={t("promise.lead")}
        actions={add}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t("promise.state")}
              data={[
                { value: "", label: t("promise.all") },
                ...STATES.map((value) => ({ value, label: t(`promise.states.${value}`) })),
              ]}
              value={view.state ?? ""}
              onChange={(state) => onView({ state: STATES.find((each) => each === state) })}
            />
            <TextInput
              size="xs"
              aria-label={t("promise.filter")}
              placeholder={t("promise.filter")}
              defaultValue={view.q ?? ""}
              leftSection={<IconSearch size={14} aria-hidden />}
              onChange={(event) => search(event.currentTarget.value)}
            />
            <Checkbox
              size="xs"
              label={t("promise.onlyEndangered")}
              checked={view.endangered ?? false}
              onChange={(event) => onView({ endangered: event.currentTarget.checked || undefined })}
            />
            <ProductPicker />
          </>
        }
      />
      <PageBody>
        {error && !found ? (
          <ErrorState title={error.title} detail={error.detail} />
        ) : isPending || (product && !found) ? (
          <LoadingState />
        ) : !found || found.length === 0 ? (
          <EmptyState
            icon={IconHeartHandshake}
            sentence={t("promise.empty")}
            action={add}
            example={t("promise.example")}
          />
        ) : (
          <Stack gap="sm">
            {found.map((promise) => (
              <PromiseRow key={promise.id} promise={promise} />
            ))}
            {hasNextPage && (
              <Group>
                <Button variant="default" onClick={() => void fetchNextPage()}>
                  {t("promise.more")}
                </Button>
              </Group>
            )}
            <Text size="xs" c="dimmed">
              {t("promise.chanceMeans")}
            </Text>
          </Stack>
        )}
      </PageBody>
    </>
  );
}
