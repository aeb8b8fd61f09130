import { Anchor, SegmentedControl, Text, Title } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ItemRow } from "@/features/core/ItemRow";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { EmptyState } from "@/ui/EmptyState";
import { LoadingState } from "@/ui/LoadingState";
import { PageBody } from "@/ui/PageBody";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNote } from "@/ui/ProblemNote";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useFigures } from "@/ui/words/figures";
import { dueQuery } from "./interviews";
import { ResearchPolicy } from "./ResearchPolicy";

interface Props {
  within: number;
  onWithin: (days: number) => void;
}

export const WITHIN = [30, 90, 365] as const;

/** How long interviews are kept, and which of them end next. */
export function InterviewsPage({ within, onWithin }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { product, products } = useProduct();
  return (
    <>
      <PageHeader
        narrow
        title={t("interview.page")}
        lead={t("interview.lead")}
        tools={products.length > 1 && <ProductPicker />}
        actions={
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/$workspace/discover" params={{ workspace }} />
            )}
          >
            {t("researchImport.back")}
          </Anchor>
        }
      />
      <PageBody narrow>
        <ResearchPolicy />
        <Title order={2} fz="md" mt="xl" mb="xs">
          {t("interview.due")}
        </Title>
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={t("interview.within")}
          value={String(within)}
          onChange={(next) => onWithin(Number(next))}
          data={WITHIN.map((days) => ({
            value: String(days),
            label: t("interview.days", { count: days }),
          }))}
        />
        <Due productId={product?.id} within={within} />
      </PageBody>
    </>
  );
}

function Due({ productId, within }: { productId: string | undefined; within: number }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: rows, error } = useQuery(dueQuery(productId, within));
  if (error && !rows) return <ProblemNote fault={error} />;
  if (!rows) return <LoadingState rows={3} />;
  if (rows.length === 0)
    return <EmptyState icon={IconCalendarOff} sentence={t("interview.noneDue")} />;
  return rows.map(({ insight, participant, customer, keep_until }) => (
    <ItemRow
      key={insight.id}
      item={insight}
      end={
        <>
          <Text span size="sm" c="dimmed" mr="md" visibleFrom="sm">
            {[participant, customer?.title].filter(Boolean).join(", ")}
          </Text>
          <span className="tabular">{figures.date(keep_until)}</span>
        </>
      }
    />
  ));
}
