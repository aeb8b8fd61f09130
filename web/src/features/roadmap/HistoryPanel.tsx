import { Button, Group, List, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Kind } from "@/api/types";
import { EveryListLink } from "@/features/core/list/EveryListLink";
import { DateField } from "@/ui/DateField";
import { PeekLink } from "@/ui/PeekLink";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import {
  type Difference,
  differencesQuery,
  type Roadmap,
  type Snapshot,
  snapshotsQuery,
} from "./roadmap";
import { useDifferenceText } from "./useDifferenceText";
import type { OnView, RoadmapView } from "./view";

interface Props {
  productId: string;
  roadmap: Roadmap;
  view: RoadmapView;
  onView: OnView;
  mayEdit: boolean;
}

const LAST_LOOK = "last-look";

/** The time machine: compare with any day, a named moment, or since you last looked. */
export function HistoryPanel({ productId, roadmap, view, onView, mayEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: snapshots } = useQuery(snapshotsQuery(productId));
  const since = view.since ?? LAST_LOOK;
  const { data, error } = useQuery(differencesQuery(productId, since));
  const moments = [
    { value: LAST_LOOK, label: t("history.lastLook") },
    ...(snapshots ?? []).map(({ seq, title, created_at }) => ({
      value: String(seq),
      label: `${title} · ${figures.date(created_at)}`,
    })),
  ];
  const day = /^\d{4}-/.test(since) ? since : null;
  return (
    <Stack gap="md">
      <Title order={2} fz="md">
        {t("history.title")}
      </Title>
      <Select
        label={t("history.since")}
        allowDeselect={false}
        data={moments}
        value={day ? null : since}
        placeholder={t("history.aDay")}
        onChange={(value) =>
          onView({ since: value === LAST_LOOK ? undefined : (value ?? undefined) })
        }
      />
      <DateField
        label={t("history.aDay")}
        value={day}
        onChange={(value) => onView({ since: value ?? undefined })}
      />
      {mayEdit && <TakeSnapshot productId={productId} />}
      {snapshots && snapshots.length > 0 && (
        <EveryListLink kind="snapshot" list={{ where: [["product", "is", productId]] }}>
          {t("history.all")}
        </EveryListLink>
      )}
      {error && <Text size="sm">{error.detail}</Text>}
      {data && <Differences differences={data.differences} roadmap={roadmap} />}
    </Stack>
  );
}

function Differences({
  differences,
  roadmap,
}: {
  differences: readonly Difference[];
  roadmap: Roadmap;
}) {
  const { t } = useTranslation();
  const say = useDifferenceText(roadmap);
  if (differences.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("history.nothing")}
      </Text>
    );
  }
  return (
    <section aria-label={t("history.changes")}>
      <Text size="xs" c="dimmed" mb="xs">
        {t("history.count", { count: differences.length })}
      </Text>
      <List size="sm" spacing="sm" listStyleType="none">
        {differences.map((each) => (
          <List.Item key={`${each.what}${each.field}${each.id}${each.after}`}>
            {each.kind === "lane" ? (
              <Text component="span" size="sm" fw={500}>
                {each.title}
              </Text>
            ) : (
              <PeekLink kind={each.kind as Kind} id={each.id} objectKey={each.key} fz="sm" fw={500}>
                {each.title}
              </PeekLink>
            )}
            <Text size="sm" c="dimmed">
              {say(each)}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function TakeSnapshot({ productId }: { productId: string }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [title, setTitle] = useState("");
  const take = useMutation({
    mutationFn: () => http.post<Snapshot>(`/products/${productId}/snapshots`, { title }),
    onSuccess: (made) => {
      setTitle("");
      toast.done(t("history.taken", { name: made.title }));
      return cache.invalidateQueries(snapshotsQuery(productId));
    },
    onError: (fault) => toast.failed(fault.detail),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) take.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t("history.name")}
          placeholder={t("history.example")}
          value={title}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconCamera size={16} aria-hidden />}
          loading={take.isPending}
        >
          {t("history.take")}
        </Button>
      </Group>
    </form>
  );
}
