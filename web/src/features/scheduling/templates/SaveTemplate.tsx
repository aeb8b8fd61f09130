import {
  Button,
  Group,
  Modal,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { usePeek } from "@/ui/shell/usePeek";
import { toast } from "@/ui/toast";
import { withBelow } from "../outline";
import type { Plan } from "../plan";
import type { Template } from "./templates";

interface Props {
  plan: Plan;
  /** The row that is marked: it alone may be kept, with what is below it. */
  rowId: string | null;
  onClose: () => void;
}

/** Keeps the plan, or the marked row with all below it, as a template. */
export function SaveTemplate({ plan, rowId, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const peek = usePeek();
  const row = plan.items.find(({ id }) => id === rowId);
  const part = row?.type === "summary" ? row : undefined;
  const [form, setForm] = useState({
    title: part?.title ?? plan.project.title,
    note: "",
    what: part ? "part" : "whole",
    anchor: "start",
  });
  const [names, setNames] = useState<Record<string, string>>({});
  const change = (fields: Partial<typeof form>) => setForm((was) => ({ ...was, ...fields }));
  const inside = form.what === "part" && part ? withBelow(plan.items, part.id) : null;
  const on = plan.assignments.filter(({ item_id }) => !inside || inside.has(item_id));
  const ids = new Set(on.map(({ resource_id }) => resource_id));
  const people = plan.resources.filter(({ id, type }) => ids.has(id) && type === "person");
  const save = useMutation({
    mutationFn: () =>
      http.post<Template>(`/projects/${plan.project.id}/plan-templates`, {
        title: form.title.trim(),
        note: form.note,
        anchor: form.anchor,
        item_id: inside && part ? part.id : null,
        names: Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== "")),
      }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ["plan_template"] });
      toast.done(t("template.saved", { name: made.title }), {
        label: t("template.look"),
        run: () => peek.open({ kind: "plan_template", id: made.id }),
      });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("template.save")} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t("template.name")}
            required
            maxLength={300}
            value={form.title}
            onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            data-autofocus
          />
          <Textarea
            label={t("template.note")}
            autosize
            maxRows={6}
            maxLength={10_000}
            value={form.note}
            onChange={({ currentTarget }) => change({ note: currentTarget.value })}
          />
          {part && (
            <Radio.Group
              label={t("template.what")}
              value={form.what}
              onChange={(what) => change({ what })}
            >
              <Group mt={4}>
                <Radio value="part" label={t("template.part", { name: part.title })} />
                <Radio value="whole" label={t("template.whole")} />
              </Group>
            </Radio.Group>
          )}
          <Radio.Group
            label={t("template.anchor")}
            description={t("template.anchorMeans")}
            value={form.anchor}
            onChange={(anchor) => change({ anchor })}
          >
            <Group mt={4}>
              <Radio value="start" label={t("template.anchors.start")} />
              <Radio value="finish" label={t("template.anchors.finish")} />
            </Group>
          </Radio.Group>
          {people.length > 0 && (
            <Stack gap="xs" role="group" aria-label={t("template.instead")}>
              <Text size="sm" fw={600}>
                {t("template.instead")}
              </Text>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
                {people.map(({ id, title }) => (
                  <TextInput
                    key={id}
                    size="xs"
                    label={title}
                    placeholder={t("template.ownRole")}
                    maxLength={200}
                    value={names[id] ?? ""}
                    onChange={({ currentTarget }) =>
                      setNames({ ...names, [id]: currentTarget.value })
                    }
                  />
                ))}
              </SimpleGrid>
            </Stack>
          )}
          <ProblemNote fault={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={form.title.trim() === ""}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
