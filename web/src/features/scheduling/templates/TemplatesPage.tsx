import { useTranslation } from "react-i18next";
import { ObjectList } from "@/features/core/list/ObjectList";
import { EmptyState } from "@/ui/EmptyState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";

const COLUMNS = ["title", "note", "item_count", "span_days", "taken_from", "made_by"];

/** The plans that are made again and again. */
export function TemplatesPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("template.title")} lead={t("template.lead")} />
      <PageBody>
        <ObjectList
          kind="plan_template"
          columns={COLUMNS}
          empty={<EmptyState sentence={t("template.empty")} example={t("template.example")} />}
        />
      </PageBody>
    </>
  );
}
