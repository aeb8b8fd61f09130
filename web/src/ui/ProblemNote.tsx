import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Problem } from "@/api/problem";

interface Props {
  fault: unknown;
}

/** A refusal beside the form that was refused: what happened and what to do next. */
export function ProblemNote({ fault }: Props) {
  const { t } = useTranslation();
  if (!fault) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert" p="sm">
      {textOf(fault, t("problem.unknown"), t("problem.tooMany"))}
    </Alert>
  );
}

function textOf(fault: unknown, unknown: string, tooMany: string): string {
  if (!(fault instanceof Problem)) return unknown;
  if (fault.detail) return fault.detail;
  return fault.status === 429 ? tooMany : fault.title || unknown;
}
