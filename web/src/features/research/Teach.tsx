import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { iconOf } from "@/ui/kinds";
import { useCreate } from "@/ui/shell/useCreate";

export const TAUGHT = [
  "insight",
  "opportunity",
  "idea",
  "experiment",
  "customer",
  "persona",
  "job_to_be_done",
  "competitor",
] as const;
export type TaughtKind = (typeof TAUGHT)[number];

// An experiment is planned where its idea stands.
type AddedHere = Exclude<TaughtKind, "experiment">;

interface Props {
  kind: TaughtKind;
  canAdd: boolean;
}

/** An empty list: what belongs here, the first thing to do, and one example. */
export function Teach({ kind, canAdd }: Props) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={iconOf(kind)}
      sentence={t(`teach.${kind}.sentence`)}
      action={canAdd && kind !== "experiment" && <Add kind={kind} />}
      example={t(`teach.${kind}.example`)}
    />
  );
}

/** The first thing to do where there is nothing of a kind yet. */
export function Add({ kind }: { kind: AddedHere }) {
  const { t } = useTranslation();
  const create = useCreate();
  return <Button onClick={() => create.open(kind)}>{t(`teach.${kind}.action`)}</Button>;
}
