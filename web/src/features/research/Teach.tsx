import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { iconOf } from "@/ui/kinds";
import { useCreate } from "@/ui/shell/useCreate";

export const TAUGHT = [
  "insight",
  "opportunity",
  "idea",
  "persona",
  "job_to_be_done",
  "competitor",
] as const;
export type TaughtKind = (typeof TAUGHT)[number];

interface Props {
  kind: TaughtKind;
  canAdd: boolean;
}

/** An empty list: what belongs here, the first thing to do, and one example. */
export function Teach({ kind, canAdd }: Props) {
  const { t } = useTranslation();
  const create = useCreate();
  return (
    <EmptyState
      icon={iconOf(kind)}
      sentence={t(`teach.${kind}.sentence`)}
      action={
        canAdd && <Button onClick={() => create.open(kind)}>{t(`teach.${kind}.action`)}</Button>
      }
      example={t(`teach.${kind}.example`)}
    />
  );
}
