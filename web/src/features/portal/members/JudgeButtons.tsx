import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BulkDeed } from "@/features/core/list/BulkDeed";
import type { Chosen } from "@/features/core/list/ObjectList";

const VERDICTS = ["shown", "rejected", "spam"] as const;
type Verdict = (typeof VERDICTS)[number];

/** Shows the chosen comments to everybody, hides them, or marks them as spam, all at once. */
export function JudgeButtons({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <>
      {VERDICTS.map((each) => (
        <Button key={each} size="compact-sm" variant="default" onClick={() => setVerdict(each)}>
          {t(`portal.judge.${each}`)}
        </Button>
      ))}
      {verdict && (
        <BulkDeed
          list={chosen.list}
          chosen={chosen.rows}
          title={t(`portal.judgeMany.${verdict}`, { count: chosen.rows.length })}
          verb={t(`portal.judge.${verdict}`)}
          wanted={{ fields: { state: verdict } }}
          isShown
          onClose={() => setVerdict(undefined)}
          onApply={chosen.apply}
        />
      )}
    </>
  );
}
