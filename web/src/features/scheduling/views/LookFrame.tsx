import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LookSwitch } from "@/ui/chart/LookSwitch";
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
          <LookSwitch title={title} isTable={isTable} onTable={setTable} />
        </Group>
      </Group>
      {isEmpty ? <Text c="dimmed">{t("planLook.nothing")}</Text> : isTable ? table : picture}
    </Stack>
  );
}
