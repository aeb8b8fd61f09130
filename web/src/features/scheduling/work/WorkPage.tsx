import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { ProjectsViews } from "@/features/delivery/ProjectsViews";
import { EmptyState } from "@/ui/EmptyState";
import type { ListItem } from "@/ui/list/types";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { useTabInView } from "@/ui/useTabInView";
import { IterationCell } from "./IterationCell";
import { COLUMNS, LISTED, type Listed } from "./view";

const CELLS = { title: (item: ListItem) => <IterationCell item={item} /> };

interface Props {
  kind: Listed;
  onKind: (kind: Listed) => void;
}

/** What the plans of all projects consist of, one kind at a time: filtered, grouped, edited, exported. */
export function WorkPage({ kind, onKind }: Props) {
  const { t } = useTranslation();
  const tabs = useTabInView(kind);
  return (
    <>
      <PageHeader
        title={t("nav.projects")}
        lead={t("work.lead")}
        tools={<ProjectsViews shown="work" />}
      />
      <PageBody>
        <Tabs
          variant="pills"
          mb="md"
          value={kind}
          onChange={(next) => onKind(LISTED.find((each) => each === next) ?? LISTED[0])}
        >
          <Tabs.List ref={tabs} aria-label={t("work.which")}>
            {LISTED.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`work.listed.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <ObjectList
          key={kind}
          kind={kind}
          columns={COLUMNS[kind]}
          cells={kind === "iteration" ? CELLS : undefined}
          empty={<EmptyState sentence={t(`work.empty.${kind}`)} />}
        />
      </PageBody>
    </>
  );
}
