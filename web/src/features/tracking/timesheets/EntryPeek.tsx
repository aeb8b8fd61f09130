import { Anchor, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { entryQuery } from "./sheets";

/** Hours of one day on one item, and the way to the week in which they can be changed. */
export default function EntryPeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const figures = useFigures();
  const workspace = useWorkspace();
  const { data: entry, error } = useQuery(entryQuery(id));
  if (error && !entry) return <ErrorState title={error.title} detail={error.detail} />;
  if (!entry) return <LoadingState rows={4} />;
  const { item, member } = entry;
  return (
    <>
      <Title order={1} fz="lg" mb="xs">
        {t("timesheet.entryOf", { hours: figures.number(entry.hours), name: member.name })}
      </Title>
      <Rail>
        <RailField label={t("kind.work_item")}>
          <PeekLink kind="work_item" id={item.id} objectKey={item.key} fz="sm">
            {item.title}
          </PeekLink>
        </RailField>
        <RailField label={t("kind.project")}>{entry.project.title}</RailField>
        <RailField label={t("timesheet.day")}>{figures.date(entry.on)}</RailField>
        <RailField label={t("timesheet.weekOf")}>
          <Anchor
            fz="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/$workspace/timesheet"
                params={{ workspace }}
                search={{ week: entry.week, who: member.id }}
              />
            )}
          >
            {figures.date(entry.week)}
          </Anchor>
        </RailField>
      </Rail>
      {entry.note && (
        <Text size="sm" mt="md">
          {entry.note}
        </Text>
      )}
    </>
  );
}
