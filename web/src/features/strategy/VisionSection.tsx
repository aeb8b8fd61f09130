import { Button, Select, Title } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { useFigures } from "@/ui/words/figures";
import { visionsQuery } from "./queries";
import classes from "./StrategyPage.module.css";
import { SignOffPanel } from "./stakeholders/SignOffPanel";
import { VisionBoard } from "./VisionBoard";
import { VisionByline } from "./VisionByline";
import { VisionForm } from "./VisionForm";
import type { OnView, StrategyView } from "./view";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** The vision board: the newest version, any earlier one, or the next one being written. */
export function VisionSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: visions, error, refetch } = useQuery(visionsQuery(product.id));
  if (error && !visions) {
    return (
      <ErrorState
        title={error.title}
        detail={error.detail}
        action={<Button onClick={() => void refetch()}>{t("retry")}</Button>}
      />
    );
  }
  if (!visions) return <LoadingState rows={4} />;
  const newest = visions[0];
  const shown = visions.find(({ number }) => number === view.vision) ?? newest;
  const canEdit = product.can.edit === true;
  const isWriting = view.edit === true && canEdit;
  return (
    <section>
      <div className={classes.head}>
        <Title order={2}>{t("vision.title")}</Title>
        {shown && !isWriting && <VisionByline vision={shown} />}
        <div className={classes.end}>
          {visions.length > 1 && !isWriting && (
            <Select
              size="xs"
              w={200}
              aria-label={t("vision.version")}
              allowDeselect={false}
              value={String(shown?.number)}
              data={visions.map(({ number, created_at }) => ({
                value: String(number),
                label: t("vision.option", { number, date: figures.date(created_at) }),
              }))}
              onChange={(next) =>
                onView({ vision: Number(next) === newest?.number ? undefined : Number(next) })
              }
            />
          )}
          {newest && canEdit && !isWriting && (
            <Button variant="default" size="xs" onClick={() => onView({ edit: true })}>
              {t("vision.next")}
            </Button>
          )}
        </div>
      </div>
      {isWriting ? (
        <VisionForm
          productId={product.id}
          basis={newest}
          onDone={() => onView({ edit: undefined, vision: undefined })}
        />
      ) : shown ? (
        <>
          <VisionBoard vision={shown} />
          <SignOffPanel vision={shown} isNewest={shown.id === newest?.id} />
        </>
      ) : (
        <EmptyState
          icon={IconEye}
          sentence={t("vision.teach")}
          action={
            canEdit && <Button onClick={() => onView({ edit: true })}>{t("vision.first")}</Button>
          }
          example={t("vision.example")}
        />
      )}
    </section>
  );
}
