import { Button, Title } from "@mantine/core";
import { IconEye, IconMessage2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Product } from "@/features/core/products";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { usePeek } from "@/ui/shell/usePeek";
import { CanvasBoard } from "./canvases/CanvasBoard";
import { CanvasForm } from "./canvases/CanvasForm";
import type { Written } from "./canvases/types";
import { Differences } from "./Differences";
import { visionsQuery } from "./queries";
import classes from "./StrategyPage.module.css";
import { SignOffPanel } from "./stakeholders/SignOffPanel";
import { BOXES, type Box } from "./types";
import { VersionPicker } from "./VersionPicker";
import { VisionByline } from "./VisionByline";
import type { OnView, StrategyView } from "./view";

interface Props {
  product: Product;
  view: StrategyView;
  onView: OnView;
}

/** The vision board: the newest version, any earlier one, or the next one being written. */
export function VisionSection({ product, view, onView }: Props) {
  const { t } = useTranslation();
  const peek = usePeek();
  const { data: visions, error, refetch } = useQuery(visionsQuery(product.id));
  if (error && !visions) {
    return <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />;
  }
  if (!visions) return <LoadingState rows={4} />;
  const newest = visions[0];
  const shown = visions.find(({ number }) => number === view.vision) ?? newest;
  const since = visions.find(({ number }) => number === view.since && number !== shown?.number);
  const path = `/visions/${shown?.id}`;
  const name = (box: string) => t(`vision.box.${box as Box}`);
  const canEdit = product.can.edit === true;
  const isWriting = view.edit === true && canEdit;
  return (
    <section>
      <div className={classes.head}>
        <Title order={2}>{t("vision.title")}</Title>
        {shown && !isWriting && <VisionByline vision={shown} />}
        <div className={classes.end}>
          {!isWriting && (
            <VersionPicker
              versions={visions}
              shown={shown?.number}
              since={since?.number}
              onShown={(vision) => onView({ vision })}
              onSince={(number) => onView({ since: number })}
            />
          )}
          {shown && !isWriting && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<IconMessage2 size={16} aria-hidden />}
              onClick={() => peek.open({ kind: "vision", id: shown.id })}
            >
              {t("version.talk")}
            </Button>
          )}
          {newest && canEdit && !isWriting && (
            <Button
              variant="default"
              size="xs"
              onClick={() => onView({ edit: true, since: undefined })}
            >
              {t("vision.next")}
            </Button>
          )}
        </div>
      </div>
      {isWriting ? (
        <CanvasForm
          page={writtenOf(product)}
          basis={newest}
          onDone={() => onView({ edit: undefined, vision: undefined })}
        />
      ) : shown ? (
        <>
          {since ? (
            <Differences path={path} since={since.id} name={name} />
          ) : (
            <CanvasBoard template="vision_board" version={shown} />
          )}
          <SignOffPanel
            path={path}
            id={shown.id}
            boxes={BOXES.map((box) => ({ value: box, label: name(box) }))}
            canAsk={shown.can.edit === true && shown.id === newest?.id}
          />
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

const writtenOf = ({ id, title }: Product): Written => ({
  kind: "vision",
  name: title,
  template: "vision_board",
  boxes: BOXES,
  path: `/products/${id}/visions`,
});
