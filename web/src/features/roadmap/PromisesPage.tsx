import {
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  Tabs,
  Text,
  TextInput,
} from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconHeartHandshake, IconPlus, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { ListItem } from "@/ui/list/types";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import { useFigures } from "@/ui/words/figures";
import { PromiseRow } from "./PromiseRow";
import { type PromisesView, promisesQuery, STATES } from "./promises";

interface Props {
  view: PromisesView;
  onView: (change: Partial<PromisesView>) => void;
}

const COLUMNS = ["title", "promised_to", "initiative", "due", "state", "chance", "made_by"];

/** The commitment ledger: who was promised what, by when, in which words, and what became of it. */
export function PromisesPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const create = useCreate();
  const { product, isPending } = useProduct();
  const search = useDebouncedCallback((q: string) => onView({ q: q || undefined }), 250);
  const isList = view.tab === "list";
  const cells = useMemo(
    () => ({
      chance: ({ fields }: ListItem) =>
        typeof fields.chance === "number" ? figures.percent(fields.chance) : null,
    }),
    [figures],
  );
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
            <Tabs
              value={view.tab ?? "ledger"}
              onChange={(tab) => onView({ tab: tab === "list" ? "list" : undefined })}
            >
              <Tabs.List>
                <Tabs.Tab value="ledger">{t("promise.ledger")}</Tabs.Tab>
                <Tabs.Tab value="list">{t("promise.list")}</Tabs.Tab>
              </Tabs.List>
            </Tabs>
            {!isList && (
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
                  onChange={({ currentTarget }) =>
                    onView({ endangered: currentTarget.checked || undefined })
                  }
                />
              </>
            )}
            <ProductPicker />
          </>
        }
      />
      <PageBody>
        {isPending ? (
          <LoadingState />
        ) : isList && product ? (
          <ObjectList
            kind="promise"
            productId={product.id}
            columns={COLUMNS}
            cells={cells}
            empty={<EmptyState icon={IconHeartHandshake} sentence={t("promise.empty")} />}
          />
        ) : (
          <Ledger productId={product?.id} view={view} add={add} />
        )}
      </PageBody>
    </>
  );
}

interface LedgerProps {
  productId: string | undefined;
  view: PromisesView;
  add: ReactNode;
}

function Ledger({ productId, view, add }: LedgerProps) {
  const { t } = useTranslation();
  const { state, q, endangered } = view;
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...promisesQuery(productId ?? "", { state, q, endangered }),
    enabled: productId !== undefined,
  });
  const found = data?.pages.flatMap(({ items }) => items);
  if (error && !found) return <ErrorState title={error.title} detail={error.detail} />;
  if (productId && !found) return <LoadingState />;
  if (!found || found.length === 0) {
    return (
      <EmptyState
        icon={IconHeartHandshake}
        sentence={t("promise.empty")}
        action={add}
        example={t("promise.example")}
      />
    );
  }
  return (
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
  );
}
