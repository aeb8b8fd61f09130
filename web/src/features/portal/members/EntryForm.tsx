import { Modal, MultiSelect, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { roadmapQuery } from "@/features/roadmap/roadmap";
import { CreateForm } from "@/ui/CreateForm";
import { DateField } from "@/ui/DateField";
import { type Entry, type Portal, shownPostsQuery } from "./portals";
import { useDeed } from "./useDeed";

const SORTS = ["new", "improved", "fixed"] as const;

interface Props {
  portal: Portal;
  entry: Entry | undefined;
  onClose: () => void;
}

/** Write down what is new. Nobody outside sees it before it is published. */
export function EntryForm({ portal, entry, onClose }: Props) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const { data: posts } = useQuery(shownPostsQuery(portal.id));
  const { data: roadmap } = useQuery(roadmapQuery(portal.product_id));
  const form = useForm({
    initialValues: {
      title: entry?.title ?? "",
      words: entry?.words ?? "",
      sort: entry?.sort ?? ("new" as Entry["sort"]),
      day: entry?.day ?? new Intl.DateTimeFormat("sv").format(new Date()),
      post_ids: entry?.post_ids ?? [],
      initiative_ids: entry?.initiative_ids ?? [],
    },
  });
  const save = (values: typeof form.values) =>
    act(
      t(entry ? "portal.saved" : "portal.drafted"),
      () =>
        entry
          ? http.patch(`/changelog/${entry.id}`, values, { version: entry.version })
          : http.post("/changelog", { ...values, portal_id: portal.id }),
      onClose,
    );
  const named = (rows: readonly { id: string; key: string; title: string }[] | undefined) =>
    (rows ?? []).map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }));
  return (
    <Modal opened onClose={onClose} title={t(entry ? "portal.edit" : "portal.newEntry")} size="lg">
      <CreateForm
        onSubmit={form.onSubmit(save)}
        onCancel={onClose}
        isPending={isPending}
        fault={null}
        verb={t("portal.save")}
      >
        <TextInput
          label={t("portal.entryTitle")}
          required
          maxLength={150}
          data-autofocus
          {...form.getInputProps("title")}
        />
        <SegmentedControl
          aria-label={t("portal.entrySort")}
          data={SORTS.map((value) => ({ value, label: t(`entrySort.${value}`) }))}
          {...form.getInputProps("sort")}
        />
        <Textarea
          label={t("portal.entryText")}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={5000}
          {...form.getInputProps("words")}
        />
        <DateField
          label={t("portal.entryDay")}
          required
          value={form.values.day}
          onChange={(day) => day && form.setFieldValue("day", day)}
        />
        <MultiSelect
          label={t("portal.entryPosts")}
          searchable
          data={named(posts)}
          {...form.getInputProps("post_ids")}
        />
        <MultiSelect
          label={t("portal.entryInitiatives")}
          description={t("portal.entryInitiativesHint")}
          searchable
          data={named(roadmap?.initiatives)}
          {...form.getInputProps("initiative_ids")}
        />
      </CreateForm>
    </Modal>
  );
}
