import { Button, FileInput, Group, Progress, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconFileUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "@/api/upload";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import type { Import } from "./delivery";
import { ProjectCodeInput } from "./ProjectCodeInput";

interface Props {
  onTaken: (plan: Import) => void;
}

interface Values {
  file: File | null;
  title: string;
  code: string;
}

export function ImportUpload({ onTaken }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const initialValues: Values = { file: null, title: "", code: "" };
  const form = useForm({ initialValues });
  const send = useMutation({
    mutationFn: ({ file, title, code }: Values) => {
      const body = new FormData();
      if (file) body.set("file", file);
      body.set("title", title.trim());
      body.set("code", code.trim().toUpperCase());
      stop.current = new AbortController();
      setShare(0);
      return upload<Import>("/projects/imports", body, setShare, stop.current.signal);
    },
    onSuccess: onTaken,
  });
  const cancelled = (send.error as Error | null)?.name === "AbortError";
  return (
    <form className="nl-form" onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Text>{t("import.lead")}</Text>
      <FileInput
        label={t("import.file")}
        description={t("import.fileHint")}
        placeholder={t("import.choose")}
        accept=".xml,.mpp,.xer,.csv,.xlsx,.json"
        required
        leftSection={<IconFileUpload size={16} stroke={1.6} />}
        {...form.getInputProps("file")}
      />
      <TextInput
        label={t("project.title")}
        description={t("import.titleHint")}
        maxLength={300}
        {...form.getInputProps("title")}
      />
      <ProjectCodeInput {...form.getInputProps("code")} />
      {!cancelled && <ProblemNote fault={send.error} />}
      {send.isPending ? (
        <Stack gap="sm">
          <Group justify="space-between">
            <Text size="sm" className="tabular">
              {t("import.uploading", { share: figures.percent(share) })}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => stop.current?.abort()}>
              {t("cancel")}
            </Button>
          </Group>
          <Progress value={share * 100} aria-label={t("import.upload")} />
        </Stack>
      ) : (
        <Group>
          <Button type="submit" disabled={!form.values.file}>
            {t("import.upload")}
          </Button>
        </Group>
      )}
    </form>
  );
}
