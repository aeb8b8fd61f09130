import { Button, Code, Group, Text, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { ListLink } from "../lists/ListLink";
import { AskForScores } from "./AskForScores";
import { CalibrationButton } from "./CalibrationButton";
import { CutControl } from "./CutControl";
import { EditScorecard } from "./EditScorecard";
import { KanoForm } from "./KanoForm";
import type { Ranking } from "./types";

interface Props {
  ranking: Ranking;
}

/** How this card ranks and where its line runs. */
export function CardBar({ ranking }: Props) {
  const { t } = useTranslation();
  const { scorecard, round } = ranking;
  const [editing, modal] = useDisclosure();
  const canEdit = scorecard.can.edit === true && scorecard.archived_at === null;
  return (
    <Group gap="sm" wrap="wrap">
      {scorecard.method === "kano" ? (
        <Text size="sm" c="dimmed">
          {t("kano.lead")}
        </Text>
      ) : (
        <Tooltip
          multiline
          label={
            scorecard.source
              ? t("scorecard.source", { source: scorecard.source })
              : t("scorecard.own")
          }
        >
          <Code tabIndex={0}>{scorecard.formula}</Code>
        </Tooltip>
      )}
      {canEdit && scorecard.method !== "kano" && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={modal.open}>
          {t("scorecard.edit")}
        </Button>
      )}
      {canEdit && scorecard.method !== "kano" && (!round || round.closed_at) && (
        <AskForScores ranking={ranking} />
      )}
      {scorecard.method === "kano" && scorecard.can.contribute && <KanoForm ranking={ranking} />}
      <Group gap="sm" ml="auto">
        <ListLink kind="standing">{t("prioritise.allRankings")}</ListLink>
        <CalibrationButton scorecard={scorecard} />
        <CutControl scorecard={scorecard} canEdit={canEdit} />
      </Group>
      <EditScorecard scorecard={scorecard} opened={editing} onClose={modal.close} />
    </Group>
  );
}
