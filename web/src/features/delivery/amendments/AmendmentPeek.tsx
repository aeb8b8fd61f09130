import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Activity } from "@/features/core/Activity";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { AmendmentRow } from "./AmendmentRow";
import { amendmentQuery } from "./amendments";

/** Other terms for a charter: what they change, who has signed, and the way to the charter. */
export default function AmendmentPeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const { data: amendment, error } = useQuery(amendmentQuery(id));
  if (error && !amendment) return <ErrorState title={error.title} detail={error.detail} />;
  if (!amendment) return <LoadingState rows={4} />;
  const { charter } = amendment;
  return (
    <>
      <PageHeader title={amendment.title} narrow />
      <PageBody narrow>
        <Rail>
          <RailField label={t("kind.charter")}>
            <PeekLink kind="charter" id={charter.id} objectKey={charter.key} fz="sm">
              {charter.title}
            </PeekLink>
          </RailField>
        </Rail>
        <AmendmentRow amendment={amendment} />
        <Activity subject={{ kind: "charter_amendment", id }} />
      </PageBody>
    </>
  );
}
