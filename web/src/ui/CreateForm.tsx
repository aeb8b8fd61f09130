import { Button, Group } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "./ProblemNote";

interface Props {
  children: ReactNode;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onCancel: () => void;
  isPending: boolean;
  fault: unknown;
  /** The deed as a verb; "Create" by itself. */
  verb?: string;
}

/** The frame of every quick-create form: fields, the refusal, the two buttons; Ctrl-Enter submits. */
export function CreateForm({ children, onSubmit, onCancel, isPending, fault, verb }: Props) {
  const { t } = useTranslation();
  return (
    <form
      className="nl-form"
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {children}
      <ProblemNote fault={fault} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {verb ?? t("create.submit")}
        </Button>
      </Group>
    </form>
  );
}
