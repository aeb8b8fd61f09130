import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Edit, Plan } from "../plan";
import type { Promised } from "../sendEdits";
import { Consequences } from "./Consequences";
import { useApply } from "./useApply";
import { usePreview } from "./usePreview";

interface Props {
  plan: Plan;
  title: string;
  /** The deed as a verb, and what is said once it is done. */
  verb: string;
  said: string;
  edits: Edit[];
  /** What is promised along with them. */
  promised?: readonly Promised[] | undefined;
  /** Why it cannot be done yet, though there are edits. */
  isHeld?: boolean;
  wide?: boolean;
  /** What is done in place of edits, where what changes is no part of the plan. */
  instead?: (() => void) | undefined;
  children?: ReactNode;
  onClose: () => void;
}

/** Shows what edits would do before they are made: all of them, or none. */
export function PreviewModal(props: Props) {
  const {
    plan,
    title,
    verb,
    said,
    edits,
    promised,
    isHeld = false,
    wide,
    instead,
    children,
    onClose,
  } = props;
  const { t } = useTranslation();
  const preview = usePreview(plan, edits);
  const { apply, isPending } = useApply(plan);
  const isKnown = preview.data !== undefined && !preview.isFetching && !preview.error;
  return (
    <Modal opened onClose={onClose} title={title} size={wide ? "xl" : "lg"}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (instead) {
            instead();
            onClose();
            return;
          }
          void apply(edits, said, promised).then((isDone) => isDone && onClose());
        }}
      >
        <Stack>
          {children}
          <Consequences edits={edits} preview={preview} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button
              type="submit"
              loading={isPending}
              disabled={isHeld || (!instead && (edits.length === 0 || !isKnown))}
            >
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
