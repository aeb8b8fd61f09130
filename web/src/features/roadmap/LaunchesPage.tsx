import { Badge, Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconListCheck, IconPlus, IconSpeakerphone } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { PeekLink } from "@/ui/PeekLink";
import { useCreate } from "@/ui/shell/useCreate";
import { useFigures } from "@/ui/words/figures";
import { LaunchState } from "./LaunchState";
import { type Launch, launchesQuery } from "./launches";
import { TemplatesModal } from "./TemplatesModal";

/** Every launch of a product: when, what, how far its checklist is, and what came of it. */
export function LaunchesPage() {
  const { t } = useTranslation();
  const create = useCreate();
  const [opened, templates] = useDisclosure();
  const { product, isPending } = useProduct();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...launchesQuery(product?.id ?? ""),
    enabled: product !== undefined,
  });
  const found = data?.pages.flatMap(({ items }) => items);
  const mayEdit = product?.can.edit === true || product?.can.steer === true;
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => create.open("launch")}>
      {t("launch.add")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("launch.title")}
        lead={t("launch.lead")}
        tools={<ProductPicker />}
        actions={
          <>
            {mayEdit && (
              <Button
                variant="default"
                leftSection={<IconListCheck size={16} aria-hidden />}
                onClick={templates.open}
              >
                {t("launch.templates")}
              </Button>
            )}
            {add}
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
            icon={IconSpeakerphone}
            sentence={t("launch.empty")}
            action={add}
            example={t("launch.example")}
          />
        ) : (
          <Stack gap="sm">
            {found.map((launch) => (
              <LaunchCard key={launch.id} launch={launch} />
            ))}
            {hasNextPage && (
              <Group>
                <Button variant="default" onClick={() => void fetchNextPage()}>
                  {t("promise.more")}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </PageBody>
      {opened && product && <TemplatesModal productId={product.id} onClose={templates.close} />}
    </>
  );
}

function LaunchCard({ launch }: { launch: Launch }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const done = launch.steps.filter(({ done_on }) => done_on).length;
  const overdue = launch.reviews.filter(
    ({ due, verdict }) => !verdict && due <= new Date().toISOString().slice(0, 10),
  ).length;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: "1 1 240px", overflowWrap: "anywhere" }}>
          <Group gap="sm">
            <KeyBadge value={launch.key} />
            <PeekLink kind="launch" id={launch.id} objectKey={launch.key} fw={600}>
              {launch.title}
            </PeekLink>
            <LaunchState launch={launch} />
            {overdue > 0 && (
              <Badge variant="light" color="orange">
                {t("launch.reviewsDue", { count: overdue })}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {figures.date(launch.launched_on ?? launch.day)}
            {launch.initiatives.length > 0 &&
              ` · ${launch.initiatives.map(({ title }) => title).join(", ")}`}
          </Text>
        </div>
        {launch.steps.length > 0 && (
          <Stack gap={4} w={180}>
            <Text size="xs" c="dimmed" ta="end">
              {t("launch.stepsDone", { done, count: launch.steps.length })}
            </Text>
            <Progress
              value={(100 * done) / launch.steps.length}
              aria-label={t("launch.stepsDone", { done, count: launch.steps.length })}
            />
          </Stack>
        )}
      </Group>
    </Paper>
  );
}
