import { Button, Group, List, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keep } from "@/api/download";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { useDone } from "@/features/core/useDone";
import { ProblemNote } from "@/ui/ProblemNote";
import { askedFor } from "./asking";
import { type Around, roadmapQuery } from "./roadmap";

type Changes = Schemas["TextChanges"];

interface Props {
  productId: string;
  onClose: () => void;
}

/** The roadmap as YAML: copy it into git, edit it, see what an edit would change, apply it. */
export function TextModal({ productId, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = useDone();
  const path = `/products/${productId}/roadmap/text`;
  const { data } = useQuery({
    queryKey: ["roadmapText", productId],
    queryFn: ({ signal }) => http.get<Schemas["TextOut"]>(path, { signal }),
    gcTime: 0,
  });
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? data?.text ?? "";
  const preview = useMutation({ mutationFn: () => http.post<Changes>(path, { text }) });
  const apply = useMutation({
    mutationFn: () => applied(path, { text, seq: data?.seq }, {}),
    onSuccess: async (changes) => {
      if (!changes) return;
      await cache.invalidateQueries(roadmapQuery(productId));
      void done(t("roadmapText.applied", { count: changes.changes.length }));
      onClose();
    },
  });
  const edit = (next: string) => {
    setDraft(next);
    preview.reset();
    apply.reset();
  };
  return (
    <Modal opened onClose={onClose} title={t("roadmapText.title")} size="xl">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("roadmapText.lead")}
        </Text>
        <Textarea
          aria-label={t("roadmapText.title")}
          value={text}
          rows={18}
          spellCheck={false}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        <ProblemNote fault={apply.error ?? preview.error} />
        {preview.data && <Told changes={preview.data.changes} />}
        <Group justify="space-between">
          <Button
            variant="default"
            onClick={() => keep(new Blob([text], { type: "application/yaml" }), "roadmap.yaml")}
          >
            {t("roadmapText.download")}
          </Button>
          <Group gap="sm">
            <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
              {t("roadmapText.preview")}
            </Button>
            <Button
              disabled={!preview.data || preview.data.changes.length === 0}
              loading={apply.isPending}
              onClick={() => apply.mutate()}
            >
              {t("roadmapText.apply")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Null where the person, asked for a reason or about promises, thinks better of it. */
async function applied(
  path: string,
  said: { text: string; seq: number | undefined },
  around: Around,
): Promise<Changes | null> {
  try {
    return await http.post<Changes>(path, { ...said, ...around, preview: false });
  } catch (fault) {
    const more = await askedFor(fault);
    if (more === undefined || more?.no_review_reason) throw fault;
    if (more === null) return null;
    return applied(path, said, {
      reason: more.reason ?? around.reason,
      acknowledge: [...(around.acknowledge ?? []), ...(more.acknowledge ?? [])],
    });
  }
}

function Told({ changes }: { changes: Changes["changes"] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <Text size="sm">{t("roadmapText.same")}</Text>;
  return (
    <section aria-label={t("roadmapText.would")}>
      <Text size="sm" fw={600}>
        {t("roadmapText.would")}
      </Text>
      <List size="sm">
        {changes.map(({ what, kind, key, title, fields }) => (
          <List.Item key={`${what} ${kind} ${key}`}>
            {t(`roadmapText.${what}` as "roadmapText.created", { key, title })}
            {fields.length > 0 && ` (${fields.join(", ")})`}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
