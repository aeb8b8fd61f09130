import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { useFullscreenDocument, useWindowEvent } from "@mantine/hooks";
import {
  IconArrowLeft,
  IconArrowRight,
  IconMaximize,
  IconMinimize,
  IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SharedRoadmap } from "../public/shared";
import classes from "./Presentation.module.css";
import { Slide } from "./Slide";
import { after, groupsOf, stepsOf } from "./steps";

interface Props {
  title: string;
  /** What stands below the title: for whom, and of when. */
  subtitle: string;
  roadmap: SharedRoadmap;
  layout: "timeline" | "horizons";
  at: number;
  onAt: (at: number) => void;
  onClose: () => void;
}

/** The roadmap step by step, with nothing around it. */
export function Presentation({ title, subtitle, roadmap, layout, at, onAt, onClose }: Props) {
  const { t } = useTranslation();
  const { toggle, fullscreen } = useFullscreenDocument();
  const groups = groupsOf(roadmap, layout, {
    horizon: (name) => t(`horizon.${name}`),
    other: t("present.other"),
  });
  const steps = stepsOf(groups);
  const here = Math.max(0, Math.min(at, steps.length - 1));
  const step = steps[here];
  useWindowEvent("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "f") void toggle();
    else {
      const next = after(event.key, here, steps);
      // A pressed button keeps its own space bar.
      if (next === undefined || (event.key === " " && event.target instanceof HTMLButtonElement)) {
        return;
      }
      event.preventDefault();
      onAt(next);
    }
  });
  if (!step) return null;
  const go = (key: string) => onAt(after(key, here, steps) ?? here);
  return (
    <div className={classes.stage}>
      <main className={classes.slide}>
        <Slide step={step} title={title} subtitle={subtitle} roadmap={roadmap} />
      </main>
      <VisuallyHidden aria-live="polite">
        {t("present.step", { at: here + 1, of: steps.length })}
      </VisuallyHidden>
      <nav className={classes.controls} aria-label={t("present.controls")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("present.back")}
          disabled={here === 0}
          onClick={() => go("ArrowLeft")}
        >
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <span className={classes.count}>
          {here + 1} / {steps.length}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("present.on")}
          disabled={here === steps.length - 1}
          onClick={() => go("ArrowRight")}
        >
          <IconArrowRight size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t(fullscreen ? "present.small" : "present.full")}
          onClick={() => void toggle()}
        >
          {fullscreen ? (
            <IconMinimize size={18} aria-hidden />
          ) : (
            <IconMaximize size={18} aria-hidden />
          )}
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t("present.close")} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </nav>
      <div className={classes.progress} aria-hidden>
        <div style={{ width: `${(100 * (here + 1)) / steps.length}%` }} />
      </div>
    </div>
  );
}
