import { Anchor, Text } from "@mantine/core";
import { IconCoffee } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { PeekLink } from "@/ui/PeekLink";
import { useFigures } from "@/ui/words/figures";
import { FindingRow } from "./FindingRow";
import classes from "./Morning.module.css";
import type { Morning } from "./morning";

/** What matters most, or what was looked at and what comes next where nothing asks for anything. */
export function MorningList({ morning }: { morning: Morning }) {
  const { t } = useTranslation();
  if (morning.findings.length === 0) {
    return (
      <EmptyState
        icon={IconCoffee}
        sentence={t("morning.nothing", { count: morning.projects })}
        example={<Ahead morning={morning} />}
      />
    );
  }
  return (
    <>
      <ol className={classes.list}>
        {morning.findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </ol>
      {morning.left_off > 0 && (
        <Text className={classes.lead}>{t("morning.leftOff", { count: morning.left_off })}</Text>
      )}
    </>
  );
}

function Ahead({ morning }: { morning: Morning }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (morning.ahead.length === 0) return t("morning.looked");
  return (
    <>
      {t("morning.looked")} {t("morning.ahead")}
      {morning.ahead.map(({ subject, day }) => (
        <div key={subject.id}>
          <PeekLink kind={subject.kind} id={subject.id} objectKey={subject.key} fz="sm">
            {subject.title}
          </PeekLink>{" "}
          {figures.date(day)}
        </div>
      ))}
    </>
  );
}

/** How the order comes about, in a sentence. */
export function MorningRule() {
  const { t } = useTranslation();
  return (
    <details className={classes.lead}>
      <Anchor component="summary" size="sm">
        {t("morning.ruleTitle")}
      </Anchor>
      {t("morning.rule")}
    </details>
  );
}
