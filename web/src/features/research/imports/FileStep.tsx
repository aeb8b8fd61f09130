import { Button, FileInput, Group, Progress, Stack, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "@/api/upload";
import { ProductPicker } from "@/features/core/ProductPicker";
import { useProduct } from "@/features/core/useProduct";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFigures } from "@/ui/words/figures";
import type { ResearchImport } from "./imports";

interface Props {
  onTaken: (given: ResearchImport) => void;
}

/** Choose the export and the product that it is for. */
export function FileStep({ onTaken }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { product, products } = useProduct();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const send = useMutation({
    mutationFn: () => {
      const body = new FormData();
      if (file) body.set("file", file);
      body.set("product_id", product?.id ?? "");
      stop.current = new AbortController();
      setShare(0);
      return upload<ResearchImport>("/research/imports", body, setShare, stop.current.signal);
    },
    onSuccess: onTaken,
  });
  const cancelled = (send.error as Error | null)?.name === "AbortError";
  return (
    <form
      className="nl-form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Text>{t("researchImport.lead")}</Text>
      {products.length > 1 && (
        <Group gap="sm">
          <Text size="sm">{t("researchImport.into")}</Text>
          <ProductPicker />
        </Group>
      )}
      <FileInput
        maw={560}
        label={t("researchImport.file")}
        description={t("researchImport.fileHint")}
        placeholder={t("import.choose")}
        accept=".csv,.xlsx,.json,text/csv,application/json"
        required
        leftSection={<IconFileUpload size={16} stroke={1.6} />}
        value={file}
        onChange={setFile}
      />
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
          <Button type="submit" disabled={!file || !product?.can.contribute}>
            {t("import.upload")}
          </Button>
        </Group>
      )}
    </form>
  );
}
