import { useTranslation } from "react-i18next";
import { IdeaStatusIcon } from "@/features/research/IdeaStatusIcon";
import { useFigures } from "@/ui/words/figures";
import type { IdeaNode } from "../types";
import { VerdictMark } from "../VerdictMark";
import type { TreeNode } from "./grow";
import classes from "./Tree.module.css";

interface Props {
  node: TreeNode;
}

/** How a node stands, in a word and a mark. */
export function NodeStatus({ node: { subject } }: Props) {
  const { t } = useTranslation();
  switch (subject.kind) {
    case "opportunity":
      return subject.object.status === "considered" ? null : (
        <span>{t(`tree.status.${subject.object.status}`)}</span>
      );
    case "idea":
      return (
        <>
          <RiskBars idea={subject.object} />
          <IdeaStatusIcon status={subject.object.status} />
          {t(`status.${subject.object.status}`)}
        </>
      );
    case "experiment":
      return <VerdictMark experiment={subject.object} />;
    default:
      return null;
  }
}

/** How sure one is of each of the four risks: four bars. */
function RiskBars({ idea: { risks } }: { idea: IdeaNode }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const said = risks
    .map(({ risk, confidence }) =>
      t("tree.risk", {
        risk: t(`risk.${risk}`),
        confidence: confidence === null ? t("risk.unknown") : figures.percent(confidence / 100),
      }),
    )
    .join(", ");
  return (
    <span className={classes.risks} role="img" aria-label={said} title={said}>
      {risks.map(({ risk, confidence }) => (
        <span key={risk} className={classes.risk}>
          <span style={{ blockSize: `${confidence ?? 0}%` }} />
        </span>
      ))}
    </span>
  );
}
