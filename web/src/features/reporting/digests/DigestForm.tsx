import {
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Stakeholder } from "@/features/strategy/stakeholders/types";
import { ProblemNote } from "@/ui/ProblemNote";
import { audiencesQuery } from "../audiences";
import { type Digest, type DigestFields, FREQUENCIES, WEEKDAYS } from "./digests";
import { useDigestDeeds } from "./useDigestDeeds";
import { useWeekday } from "./useHowOften";

interface Props {
  person: Stakeholder;
  digest: Digest | undefined;
  onClose: () => void;
  /** A new one is read before it is switched on. */
  onMade: () => void;
}

/** As whose reader, to which address, how often. */
export function DigestForm({ person, digest, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const weekday = useWeekday();
  const { arrange, edit } = useDigestDeeds(person.product_id);
  const { data: audiences = [] } = useQuery(audiencesQuery(person.product_id));
  const form = useForm({
    initialValues: {
      audience_id: digest?.audience.id ?? "",
      email: digest?.email ?? "",
      frequency: digest?.frequency ?? "weekly",
      weekday: String(digest?.weekday ?? 0),
    },
    validate: { audience_id: (value) => (value ? null : t("digest.audienceNeeded")) },
  });
  const save = (values: typeof form.values) => {
    const fields: DigestFields = { ...values, weekday: Number(values.weekday) };
    if (digest) edit.mutate({ digest, fields }, { onSuccess: onClose });
    else
      arrange.mutate(
        { stakeholderId: person.id, fields },
        {
          onSuccess: () => {
            onClose();
            onMade();
          },
        },
      );
  };
  return (
    <Modal opened onClose={onClose} title={t("digest.for", { name: person.title })}>
      <form className="nl-form" onSubmit={form.onSubmit(save)}>
        <Select
          label={t("digest.audience")}
          description={t("digest.audienceMeans")}
          required
          allowDeselect={false}
          data-autofocus
          data={audiences.map(({ id: value, title: label }) => ({ value, label }))}
          nothingFoundMessage={t("digest.noAudience")}
          {...form.getInputProps("audience_id")}
        />
        <TextInput
          type="email"
          label={t("digest.email")}
          description={t(person.member ? "digest.emailOfMember" : "digest.emailOfOther")}
          required={!person.member}
          maxLength={254}
          autoComplete="off"
          {...form.getInputProps("email")}
        />
        <Stack gap={4}>
          <Text size="sm" fw={500} id="digest-frequency">
            {t("digest.frequency")}
          </Text>
          <SegmentedControl
            aria-labelledby="digest-frequency"
            data={FREQUENCIES.map((value) => ({ value, label: t(`digest.frequencies.${value}`) }))}
            {...form.getInputProps("frequency")}
          />
          <Text size="xs" c="dimmed">
            {t(`digest.frequencyMeans.${form.values.frequency}`)}
          </Text>
        </Stack>
        {form.values.frequency === "weekly" && (
          <Select
            label={t("digest.weekday")}
            allowDeselect={false}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: weekday(day) }))}
            {...form.getInputProps("weekday")}
          />
        )}
        <ProblemNote fault={arrange.error ?? edit.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={arrange.isPending || edit.isPending}>
            {t(digest ? "digest.save" : "digest.saveAndPreview")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
