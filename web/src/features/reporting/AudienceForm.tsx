import { Checkbox, Group, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Audience, type AudienceFields, LAYOUTS, PRECISIONS, STATUSES } from "./audiences";
import { useColours, useShownFields } from "./colouring";

interface Props {
  audience: Audience;
  onEdit: (fields: AudienceFields) => void;
}

/** What one audience is shown: fields, states, how exactly days are told, in which picture. */
export function AudienceForm({ audience, onEdit }: Props) {
  const { t } = useTranslation();
  const fields = useShownFields(audience.product_id);
  const colours = useColours(audience.product_id, audience.fields);
  return (
    <Stack gap="md">
      <TextInput
        key={`${audience.id}:${audience.title}`}
        label={t("audience.name")}
        defaultValue={audience.title}
        maxLength={300}
        onBlur={(event) => {
          const title = event.currentTarget.value.trim();
          if (title && title !== audience.title) onEdit({ title });
        }}
      />
      <Checkbox.Group
        label={t("share.fields")}
        description={t("share.fieldsHint")}
        value={audience.fields}
        onChange={(fields) => onEdit({ fields })}
      >
        <Group gap="md" mt="sm">
          {fields.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group
        label={t("audience.statuses")}
        description={t("audience.statusesHint")}
        value={audience.statuses}
        onChange={(statuses) => onEdit({ statuses: statuses as Audience["statuses"] })}
      >
        <Group gap="md" mt="sm">
          {STATUSES.map((status) => (
            <Checkbox key={status} value={status} label={t(`status.${status}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group gap="xl" align="flex-start">
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            {t("audience.precision")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("audience.precision")}
            value={audience.precision}
            data={PRECISIONS.map((value) => ({ value, label: t(`audience.told.${value}`) }))}
            onChange={(value) => onEdit({ precision: value as Audience["precision"] })}
          />
        </Stack>
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            {t("audience.layout")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("audience.layout")}
            value={audience.layout}
            data={LAYOUTS.map((value) => ({ value, label: t(`audience.picture.${value}`) }))}
            onChange={(value) => onEdit({ layout: value as Audience["layout"] })}
          />
        </Stack>
        <Select
          size="xs"
          w={180}
          label={t("roadmap.colour")}
          allowDeselect={false}
          data={colours}
          value={colours.some(({ value }) => value === audience.colour) ? audience.colour : ""}
          onChange={(colour) => onEdit({ colour: colour ?? "" })}
        />
      </Group>
    </Stack>
  );
}
