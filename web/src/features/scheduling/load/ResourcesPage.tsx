import { Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { projectsQuery } from "@/features/delivery/delivery";
import { CalendarList } from "@/features/delivery/resources/CalendarList";
import { EmptyState } from "@/ui/EmptyState";
import { useShortcuts } from "@/ui/keyboard/useShortcuts";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useCreate } from "@/ui/shell/useCreate";
import { useTabInView } from "@/ui/useTabInView";
import { DemandView } from "./DemandView";
import { FreeView } from "./FreeView";
import { LoadView } from "./LoadView";
import { type ResourcesView, TABS } from "./view";

interface Props {
  view: ResourcesView;
  onView: (change: Partial<ResourcesView>) => void;
}

const COLUMNS = ["title", "type", "role", "team", "skills", "capacity", "calendar", "project"];

/** Who and what does the work: who there is, how full they are, what is missing, who is free. */
export function ResourcesPage({ view, onView }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  const { data: projects } = useQuery(projectsQuery());
  const canAdd = projects?.items.some(({ can }) => can.edit) === true;
  const tab = view.tab ?? "people";
  const tabs = useTabInView(tab);
  const made = tab === "calendars" ? "calendar" : "resource";
  useShortcuts(
    canAdd && (tab === "people" || tab === "calendars")
      ? [{ keys: "n", run: () => create.open(made), says: t(`${made}.add`) }]
      : [],
  );
  const add = canAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => create.open(made)}
    >
      {t(`${made}.add`)}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("nav.resources")}
        lead={t("resource.lead")}
        actions={add}
        tools={
          <Tabs
            value={tab}
            onChange={(next) => onView({ tab: TABS.find((each) => each === next) })}
          >
            <Tabs.List ref={tabs}>
              {TABS.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {t(`resource.tabs.${each}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        }
      />
      <PageBody>
        {tab === "people" && (
          <ObjectList
            kind="resource"
            columns={COLUMNS}
            empty={<EmptyState sentence={t("resource.empty")} action={add} />}
          />
        )}
        {tab === "load" && <LoadView view={view} onView={onView} />}
        {tab === "demand" && <DemandView view={view} onView={onView} />}
        {tab === "free" && <FreeView view={view} onView={onView} />}
        {tab === "calendars" && <CalendarList add={add} />}
      </PageBody>
    </>
  );
}
