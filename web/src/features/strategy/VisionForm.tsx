import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { Problem } from "@/api/problem";
import { ProblemNote } from "@/ui/ProblemNote";
import { BOXES, type Board, type Vision } from "./types";
import { useEnvision } from "./useEnvision";
import classes from "./VisionForm.module.css";
import { VisionStale } from "./VisionStale";

interface Props {
  productId: string;
  /** The version that the next one is written from; none for the first. */
  basis: Vision | undefined;
  onDone: () => void;
}

/** Writes the next version: earlier ones stay as they are. */
export function VisionForm({ productId, basis, onDone }: Props) {
  const { t } = useTranslation();
  const form = useForm<Board>({ initialValues: boardOf(basis) });
  // What was on screen when the writing began, not what has come in since.
  const envision = useEnvision(productId, basis?.number ?? null, onDone);
  const refusedFor = newerIn(envision.error);
  // The list names the author; the refusal's own copy does not.
  const newer = refusedFor && basis?.number === refusedFor.number ? basis : refusedFor;
  return (
    <form
      className="nl-form"
      onSubmit={form.onSubmit((board) => envision.mutate({ board }))}
      aria-label={t("vision.next")}
    >
      <div className={classes.boxes}>
        {BOXES.map((box, place) => (
          <Textarea
            key={box}
            label={t(`vision.box.${box}`)}
            description={t(`vision.means.${box}`)}
            autosize
            minRows={box === "statement" ? 2 : 4}
            autoFocus={place === 0}
            data-box={box}
            {...form.getInputProps(box)}
          />
        ))}
      </div>
      <TextInput
        label={t("vision.note")}
        description={t("vision.noteHint")}
        {...form.getInputProps("note")}
      />
      {newer ? (
        <VisionStale
          mine={form.values}
          theirs={newer}
          isPending={envision.isPending}
          onKeepMine={() => envision.mutate({ board: form.values, over: newer.number })}
          onTakeTheirs={onDone}
        />
      ) : (
        <>
          <ProblemNote fault={envision.error} />
          <Group gap="sm">
            <Button type="submit" loading={envision.isPending}>
              {t("vision.save", { number: (basis?.number ?? 0) + 1 })}
            </Button>
            <Button variant="subtle" color="gray" onClick={onDone}>
              {t("cancel")}
            </Button>
          </Group>
        </>
      )}
    </form>
  );
}

function boardOf(basis: Vision | undefined): Board {
  const text = (box: (typeof BOXES)[number]) => basis?.[box] ?? "";
  return {
    statement: text("statement"),
    target_group: text("target_group"),
    needs: text("needs"),
    product: text("product"),
    business_goals: text("business_goals"),
    note: "",
  };
}

/** The version that somebody wrote meanwhile, when that is why ours was refused. */
function newerIn(fault: unknown): Vision | undefined {
  return fault instanceof Problem && fault.isStale && fault.current
    ? (fault.current as Vision)
    : undefined;
}
