import { VisuallyHidden } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RiskRead } from "../types";
import { ConfidenceBar } from "./ConfidenceBar";
import classes from "./Risks.module.css";

interface Props {
  read: RiskRead;
  isFirst: boolean;
  isOpen: boolean;
  onToggle: () => void;
}

/** One risk on one line; opens to all that is known of it. */
export function RiskRow({ read, isFirst, isOpen, onToggle }: Props) {
  const { t } = useTranslation();
  const { assumption } = read;
  const count = counted(read);
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <button type="button" className={classes.row} aria-expanded={isOpen} onClick={onToggle}>
      <span className={classes.name}>
        {t(`risk.${read.risk}`)}
        {isFirst && <span className={classes.first}>{t("risk.first")}</span>}
      </span>
      <span className={classes.title}>
        {assumption?.title ?? t(`risk.asks.${read.risk}`)}
        <span className={classes.next}>
          {assumption?.next_test
            ? t("risk.nextIs", { test: assumption.next_test })
            : (assumption?.owner?.name ?? t("risk.noNext"))}
        </span>
      </span>
      <ConfidenceBar confidence={assumption?.confidence ?? null} />
      <span className={classes.sides}>
        <span className={classes.side}>
          <IconThumbUp size={14} stroke={1.6} aria-hidden />
          {count.for}
          <VisuallyHidden>{t("risk.for")}</VisuallyHidden>
        </span>
        <span className={classes.side}>
          <IconThumbDown size={14} stroke={1.6} aria-hidden />
          {count.against}
          <VisuallyHidden>{t("risk.against")}</VisuallyHidden>
        </span>
      </span>
      <Chevron size={16} stroke={1.6} aria-hidden />
    </button>
  );
}

/** Insights on each side, and finished experiments by their verdict. */
export function counted({ insights_for, insights_against, experiments }: RiskRead) {
  const ended = (word: string) => experiments.filter(({ verdict }) => verdict === word).length;
  return {
    for: insights_for.length + ended("confirmed"),
    against: insights_against.length + ended("refuted"),
  };
}
