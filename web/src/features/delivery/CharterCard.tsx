import { Badge, Group, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { isEmptyText } from "@/ui/text/plainText";
import { RichTextView } from "@/ui/text/RichTextView";
import { useFigures } from "@/ui/words/figures";
import { AnswerCharter } from "./AnswerCharter";
import { AmendmentList } from "./amendments/AmendmentList";
import classes from "./CharterCard.module.css";
import type { Charter } from "./delivery";

interface Props {
  charter: Charter;
  /** The party that is named: the reader is on the page of the one that is not. */
  other?: "project" | "initiative";
}

const COLOUR = { proposed: "north", accepted: "green", declined: "gray" } as const;

/** The agreement as one reads it, with the two answers for whom it waits for. */
export function CharterCard({ charter, other }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { project, initiative, state } = charter;
  return (
    <article className={classes.card}>
      <Group gap="sm">
        <KeyBadge value={charter.key} />
        <Badge variant="light" color={COLOUR[state]} c="var(--mantine-color-text)">
          {t(`charter.state.${state}`)}
        </Badge>
        {charter.answered_by && charter.answered_at && (
          <Text size="xs" c="dimmed">
            {t("charter.answered", {
              who: charter.answered_by.name,
              when: figures.date(charter.answered_at),
            })}
          </Text>
        )}
      </Group>
      {!isEmptyText(charter.scope) && <RichTextView doc={charter.scope} />}
      <Rail>
        {other !== "initiative" && (
          <RailField label={t("kind.project")}>
            <PeekLink kind="project" id={project.id} objectKey={project.key} fz="sm">
              {project.title}
            </PeekLink>
          </RailField>
        )}
        {other !== "project" && (
          <RailField label={t("kind.initiative")}>
            <PeekLink kind="initiative" id={initiative.id} objectKey={initiative.key} fz="sm">
              {initiative.title}
            </PeekLink>
          </RailField>
        )}
        <RailField label={t("project.deadline")}>
          {charter.deadline ? figures.date(charter.deadline) : t("project.noDeadline")}
        </RailField>
        <RailField label={t("charter.manager")}>
          <PersonPill person={charter.project_manager} />
        </RailField>
        <RailField label={t("charter.proposedBy")}>
          <PersonPill person={charter.proposed_by} />
        </RailField>
      </Rail>
      {charter.success_criteria.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {t("charter.criteria")}
          </Text>
          <List size="sm">
            {charter.success_criteria.map((criterion) => (
              <List.Item key={criterion}>{criterion}</List.Item>
            ))}
          </List>
        </div>
      )}
      {charter.reason && <Text size="sm">{t("charter.because", { reason: charter.reason })}</Text>}
      {state === "accepted" && <AmendmentList charter={charter} />}
      {charter.can.answer && <AnswerCharter charter={charter} />}
    </article>
  );
}
