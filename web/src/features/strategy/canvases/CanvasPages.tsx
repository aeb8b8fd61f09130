import { Button } from "@mantine/core";
import { IconLayoutBoard } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { Differences } from "../Differences";
import classes from "../StrategyPage.module.css";
import { SignOffPanel } from "../stakeholders/SignOffPanel";
import { VersionPicker } from "../VersionPicker";
import { VisionByline } from "../VisionByline";
import type { OnView, StrategyView } from "../view";
import { CanvasBoard } from "./CanvasBoard";
import { CanvasForm } from "./CanvasForm";
import { versionsQuery } from "./queries";
import type { Canvas, Written } from "./types";
import { useBoxWords } from "./useBoxWords";

interface Props {
  canvas: Canvas;
  view: Pick<StrategyView, "version" | "since" | "edit">;
  onView: OnView;
}

/** A canvas: its newest version, any earlier one, two compared, or the next one being written. */
export function CanvasPages({ canvas, view, onView }: Props) {
  const { t } = useTranslation();
  const words = useBoxWords(canvas.template);
  const { data: versions, error } = useQuery(versionsQuery(canvas.id));
  if (error && !versions) return <ErrorState title={error.title} detail={error.detail} />;
  if (!versions) return <LoadingState rows={6} />;
  const newest = versions[0];
  const shown = versions.find(({ number }) => number === view.version) ?? newest;
  const since = versions.find(({ number }) => number === view.since && number !== shown?.number);
  const canEdit = canvas.can.edit === true && canvas.archived_at === null;
  const write = () => onView({ edit: true, since: undefined, version: undefined });
  if (view.edit && canEdit) {
    const done = () => onView({ edit: undefined, version: undefined });
    return <CanvasForm page={writtenOf(canvas)} basis={newest} onDone={done} />;
  }
  if (!shown) {
    return (
      <EmptyState
        icon={IconLayoutBoard}
        sentence={t("canvas.blank")}
        action={canEdit && <Button onClick={write}>{t("canvas.fill")}</Button>}
      />
    );
  }
  const path = `/canvas-versions/${shown.id}`;
  return (
    <>
      <div className={classes.head}>
        <VisionByline vision={shown} />
        <div className={classes.end}>
          <VersionPicker
            versions={versions}
            shown={shown.number}
            since={since?.number}
            onShown={(version) => onView({ version })}
            onSince={(number) => onView({ since: number })}
          />
          {canEdit && (
            <Button variant="default" size="xs" onClick={write}>
              {t("vision.next")}
            </Button>
          )}
        </div>
      </div>
      {since ? (
        <Differences path={path} since={since.id} name={words.name} />
      ) : (
        <CanvasBoard template={canvas.template} version={shown} />
      )}
      <SignOffPanel
        path={path}
        id={shown.id}
        boxes={canvas.boxes.map((box) => ({ value: box, label: words.name(box) }))}
        canAsk={canEdit && shown.id === newest?.id}
      />
    </>
  );
}

const writtenOf = ({ id, title, template, boxes }: Canvas): Written => ({
  kind: "canvas",
  name: title,
  template,
  boxes,
  path: `/canvases/${id}/versions`,
});
