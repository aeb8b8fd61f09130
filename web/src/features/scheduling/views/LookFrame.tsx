import { Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Views.module.css";

interface Props {
  title: string;
  tools?: ReactNode;
  picture: ReactNode;
  /** The same for who cannot see the picture, or would rather read. */
  table: ReactNode;
  isEmpty: boolean;
}

/** Another look at the plan, with its controls, and the same as a table. */
export function LookFrame({ title, tools, picture, table, isEmpty }: Props) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <Stack component="section" gap="sm" className={classes.look} aria-labelledby={id}>
      <Group justify="space-between" gap="sm">
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        <Group gap="md">
          {tools}
          <SegmentedControl
            size="xs"
            aria-label={t("chart.look", { title })}
            value={isTable ? "table" : "picture"}
            onChange={(next) => setTable(next === "table")}
            data={[
              { value: "picture", label: t("chart.picture") },
              { value: "table", label: t("chart.table") },
            ]}
          />
        </Group>
      </Group>
      {isEmpty ? <Text c="dimmed">{t("planLook.nothing")}</Text> : isTable ? table : picture}
    </Stack>
  );
}
