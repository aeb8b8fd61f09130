import { Button, Group, Loader, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useProduct } from "@/features/core/useProduct";
import { codeFor } from "@/features/delivery/code";
import { ProjectCodeInput } from "@/features/delivery/ProjectCodeInput";
import { today } from "@/features/delivery/today";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { LeftOut } from "./LeftOut";
import { MadeItems } from "./MadeItems";
import { RoleFields } from "./RoleFields";
import { type Beginning, type Begun, proposed, type Template, useBeginning } from "./templates";
import { endOf, type When, WhenFields } from "./WhenFields";

interface Props {
  template: Template;
  onClose: () => void;
}

/** A new project from a template: its plan is shown before it is made. */
export function StartProject({ template, onClose }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { products } = useProduct();
  const [form, setForm] = useState({
    title: "",
    code: "",
    product_id: null as string | null,
    when: { end: "start", day: today() } as When,
    people: proposed(template.roles),
  });
  const change = (fields: Partial<typeof form>) => setForm((was) => ({ ...was, ...fields }));
  const [settled] = useDebouncedValue(form, 300);
  const wanted = asked(settled);
  const preview = useBeginning(template.id, wanted);
  const start = useMutation({
    mutationFn: (body: Beginning) =>
      http.post<Begun>(`/plan-templates/${template.id}/projects`, body),
    onSuccess: async ({ project }) => {
      await cache.invalidateQueries({ queryKey: ["project", "list"] });
      onClose();
      await navigate({ to: "/$workspace/projects/$id", params: { workspace, id: project.id } });
    },
  });
  const { data, error } = preview;
  const isKnown = wanted !== null && settled === form && data && !preview.isFetching && !error;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("template.startTitle", { name: template.title })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted) start.mutate(wanted);
        }}
      >
        <Stack>
          <TextInput
            label={t("project.title")}
            required
            maxLength={300}
            value={form.title}
            onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            data-autofocus
          />
          <ProjectCodeInput
            placeholder={codeFor(form.title)}
            value={form.code}
            onChange={({ currentTarget }) => change({ code: currentTarget.value })}
          />
          <Select
            label={t("product.pick")}
            placeholder={t("project.noProduct")}
            clearable
            data={products.map(({ id, title }) => ({ value: id, label: title }))}
            value={form.product_id}
            onChange={(product_id) => change({ product_id })}
          />
          <WhenFields value={form.when} onChange={(when) => change({ when })} />
          <RoleFields
            roles={template.roles}
            people={form.people}
            onChange={(people) => change({ people })}
          />
          {wanted && <ProblemNote fault={start.error ?? error} />}
          {wanted && !error && !data && <Loader size="sm" aria-label={t("rows.computing")} />}
          {data && wanted && !error && (
            <Stack gap="xs" role="status" aria-busy={preview.isFetching}>
              <Text size="sm" fw={600}>
                {t("template.would", {
                  count: data.plan.items.length,
                  start: figures.date(data.project.start),
                  finish: figures.date(data.plan.project.finish),
                })}
              </Text>
              <LeftOut said={t("template.notTaken")} left={data.plan.left_out} />
              <MadeItems items={data.plan.items} />
            </Stack>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={start.isPending} disabled={!isKnown}>
              {t("template.start")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Asked {
  title: string;
  code: string;
  product_id: string | null;
  when: When;
  people: Beginning["people"];
}

function asked({ title, code, product_id, when, people }: Asked): Beginning | null {
  if (title.trim() === "" || when.day === null) return null;
  // It gets a plain week of its own.
  const begins = endOf(when, undefined);
  return { title: title.trim(), code: code || codeFor(title), product_id, people, ...begins };
}
