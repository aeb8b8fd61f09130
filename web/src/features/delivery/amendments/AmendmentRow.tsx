import { Badge, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { useFigures } from "@/ui/words/figures";
import classes from "./Amendments.module.css";
import { AnswerAmendment } from "./AnswerAmendment";
import { type Amendment, linesOf, SIDES } from "./amendments";

const COLOUR = { proposed: "north", agreed: "green", declined: "gray" } as const;

/** One amendment: what it changes, why, and who has signed. */
export function AmendmentRow({ amendment }: { amendment: Amendment }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { state, declined_by, decline_reason, proposed_by } = amendment;
  return (
    <article className={classes.amendment} data-amendment={amendment.key}>
      <Group gap="sm">
        <KeyBadge value={amendment.key} />
        <Badge variant="light" color={COLOUR[state]} c="var(--mantine-color-text)">
          {t(`amendment.state.${state}`)}
        </Badge>
        {SIDES.map((side) => {
          const by = amendment[`${side}_by`];
          const at = amendment[`${side}_at`];
          const words = t(`amendment.sideOf.${side}`);
          if (!at && state !== "proposed") return null;
          return (
            <Text key={side} size="xs" c="dimmed">
              {at
                ? t("amendment.signedFor", {
                    side: words,
                    name: by?.name ?? "",
                    date: figures.date(at),
                  })
                : t("amendment.waits", { side: words })}
            </Text>
          );
        })}
      </Group>
      <Text size="sm">{amendment.reason}</Text>
      <dl className={classes.terms}>
        {amendment.differences.map(({ term, was, now }) => (
          <Term key={term} term={term} was={was} now={now} />
        ))}
      </dl>
      {state === "declined" && (
        <Text size="sm">
          {t(
            declined_by && declined_by.id === proposed_by?.id
              ? "amendment.withdrawn"
              : "amendment.declined",
            {
              name: declined_by?.name ?? "",
              reason: decline_reason,
            },
          )}
        </Text>
      )}
      <AnswerAmendment amendment={amendment} />
    </article>
  );
}

function Term({ term, was, now }: Amendment["differences"][number]) {
  const { t } = useTranslation();
  const figures = useFigures();
  const told = (text: string) => (term === "deadline" ? figures.date(text) : text);
  return (
    <>
      <dt>{t(`amendment.term.${term}`)}</dt>
      <dd>
        {linesOf(was, now).map(({ text, change }) => (
          <div key={`${change} ${text}`}>
            {change === "removed" ? (
              <del>{told(text)}</del>
            ) : change === "added" ? (
              <ins>{told(text)}</ins>
            ) : (
              told(text)
            )}
          </div>
        ))}
        {now.length === 0 && <ins>{t("amendment.none")}</ins>}
      </dd>
    </>
  );
}
