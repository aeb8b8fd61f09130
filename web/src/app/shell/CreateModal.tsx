import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ObjectRef } from "@/api/types";
import { useKindWord } from "@/ui/kinds";
import { creatableFor } from "@/ui/shell/registry";
import { useCreate } from "@/ui/shell/useCreate";
import { usePeek } from "@/ui/shell/usePeek";
import { toast } from "@/ui/toast";

/** Quick create: the form a feature registered for `?create=kind`. */
export function CreateModal() {
  const { t } = useTranslation();
  const create = useCreate();
  const peek = usePeek();
  const kindWord = useKindWord();
  const creatable = create.kind ? creatableFor(create.kind) : undefined;
  const onCreated = (made: ObjectRef) => {
    create.close();
    toast.done(t("create.done", { name: made.key || made.title }), {
      label: t("open"),
      run: () => peek.open(made),
    });
  };
  return (
    <Modal
      opened={creatable !== undefined}
      onClose={create.close}
      title={creatable && t("create.title", { kind: kindWord(creatable.kind).toLowerCase() })}
      size="lg"
    >
      {creatable && <creatable.Form onCreated={onCreated} onCancel={create.close} />}
    </Modal>
  );
}
