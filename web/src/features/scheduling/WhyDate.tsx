import { ActionIcon, SegmentedControl, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import type { Edit, WorkItem } from "./plan";
import classes from "./WhyDate.module.css";
import { WhyMove } from "./WhyMove";
import { WhyStep } from "./WhyStep";
import { type DateName, explanationQuery, steps } from "./why";

interface Props {
  item: WorkItem;
  date: DateName;
  canEdit: boolean;
  onDate: (date: DateName) => void;
  onEdits: (edits: Edit[]) => void;
  onClose: () => void;
}

const DATES: DateName[] = ["start", "finish", "late_finish"];

/** Why a date is where it is, step by step back to where it begins, and what would move it. */
export function WhyDate({ item, date, canEdit, onDate, onEdits, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(explanationQuery(item.id, date));
  return (
    <section className={classes.why} aria-label={t("why.title")}>
      <header className={classes.head}>
        <Title order={2} fz="sm">
          {t("why.title")}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("why.which")}
          data={DATES.map((value) => ({ value, label: t(`why.${value}`) }))}
          value={date}
          onChange={(value) => onDate(value as DateName)}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t("why.close")} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {error && !data && <ErrorState title={error.title} detail={error.detail} />}
      {!error && !data && <LoadingState rows={3} />}
      {data && (
        <>
          <ol className={classes.steps}>
            {steps(data.reasons).map((reason) => (
              <WhyStep key={`${reason.item.id} ${reason.kind} ${reason.date}`} reason={reason} />
            ))}
          </ol>
          <Title order={3} className={classes.movesTitle}>
            {t("why.moves")}
          </Title>
          {data.moves.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("why.nothingMoves")}
            </Text>
          )}
          <ul className={classes.moves}>
            {data.moves.map((move) => (
              <WhyMove
                key={move.sentence}
                projectId={item.project_id}
                move={move}
                canEdit={canEdit}
                onEdits={onEdits}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
