import { Button, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { confirm } from "@/ui/confirm";
import { DateField } from "@/ui/DateField";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import {
  CONSENTS,
  type Interview,
  interviewQuery,
  policyQuery,
  useErase,
  useNoteInterview,
} from "./interviews";
import type { Insight } from "./types";

interface Props {
  insight: Insight;
  canEdit: boolean;
}

/** Who took part in an interview, what they agreed to, and until when that is kept. */
export function InterviewFields({ insight, canEdit }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: interview } = useQuery(interviewQuery(insight.id));
  if (interview === undefined) return null;
  if (interview?.erased_at) {
    return (
      <RailField label={t("interview.participant")}>
        <Text size="sm" c="dimmed">
          {t("interview.erasedOn", { day: figures.date(interview.erased_at) })}
        </Text>
      </RailField>
    );
  }
  if (!canEdit) return interview && <Told interview={interview} />;
  return <Fields insight={insight} interview={interview} />;
}

function Told({ interview }: { interview: Interview }) {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <>
      <RailField label={t("interview.participant")}>
        <Text size="sm">{interview.participant ?? t("interview.hidden")}</Text>
      </RailField>
      <RailField label={t("interview.consent")}>
        <Text size="sm">{t(`interview.consents.${interview.consent}`)}</Text>
      </RailField>
      <RailField label={t("interview.keepUntil")}>
        <Text size="sm">{figures.date(interview.keep_until)}</Text>
      </RailField>
    </>
  );
}

function Fields({ insight, interview }: { insight: Insight; interview: Interview | null }) {
  const { t } = useTranslation();
  const { mutate: note } = useNoteInterview(insight.id, interview);
  const participant = interview?.participant ?? "";
  return (
    <>
      <RailField label={t("interview.participant")}>
        <TextInput
          key={participant}
          variant="unstyled"
          size="sm"
          aria-label={t("interview.participant")}
          placeholder={t("interview.addParticipant")}
          maxLength={200}
          defaultValue={participant}
          onBlur={({ currentTarget: { value } }) =>
            value.trim() !== participant && note({ participant: value })
          }
        />
      </RailField>
      <RailField label={t("interview.consent")}>
        <RailSelect
          aria-label={t("interview.consent")}
          placeholder={t("interview.noConsent")}
          allowDeselect={false}
          data={CONSENTS.map((value) => ({ value, label: t(`interview.consents.${value}`) }))}
          value={interview?.consent ?? null}
          onChange={(next) => {
            const consent = CONSENTS.find((known) => known === next);
            if (consent) note({ consent });
          }}
        />
      </RailField>
      {interview && (
        <>
          <RailField label={t("interview.consentOn")}>
            <DateField
              aria-label={t("interview.consentOn")}
              value={interview.consent_on}
              onChange={(consent_on) => note({ consent_on })}
            />
          </RailField>
          <RailField
            label={<Term meaning={t("interview.keepHint")}>{t("interview.keepUntil")}</Term>}
          >
            <DateField
              aria-label={t("interview.keepUntil")}
              required
              value={interview.keep_until}
              onChange={(keep_until) => keep_until && note({ keep_until })}
            />
            <EraseButton insight={insight} />
          </RailField>
        </>
      )}
    </>
  );
}

function EraseButton({ insight }: { insight: Insight }) {
  const { t } = useTranslation();
  const { data: policy } = useQuery(policyQuery);
  const erase = useErase(insight);
  const ask = async () => {
    const isSure = await confirm({
      title: t("interview.eraseTitle", { key: insight.key }),
      detail: t(policy?.erases === "words" ? "interview.erasesWords" : "interview.erasesName"),
      verb: t("interview.erase"),
    });
    if (isSure) erase.mutate();
  };
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      mt={4}
      loading={erase.isPending}
      disabled={!policy}
      onClick={() => void ask()}
    >
      {t("interview.eraseNow")}
    </Button>
  );
}
