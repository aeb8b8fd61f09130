import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconArrowsMaximize,
  IconFold,
  IconMinus,
  IconPlus,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Tree.module.css";

interface Props {
  zoom: number;
  onZoom: (factor: number) => void;
  onFit: () => void;
  onFoldAll: () => void;
}

const FACTOR = 1.25;

/** Zoom, fit and fold. */
export function TreeTools({ zoom, onZoom, onFit, onFoldAll }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const tools: [string, TablerIcon, () => void][] = [
    [t("tree.zoomOut"), IconMinus, () => onZoom(1 / FACTOR)],
    [t("tree.zoomIn"), IconPlus, () => onZoom(FACTOR)],
    [t("tree.fit"), IconArrowsMaximize, onFit],
    [t("tree.foldAll"), IconFold, onFoldAll],
  ];
  return (
    <div className={classes.tools}>
      {tools.map(([label, Icon, run]) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={run}>
            <Icon size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <span style={{ fontSize: 12, paddingInline: 4 }}>{figures.percent(zoom)}</span>
    </div>
  );
}
