import { TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMake } from "@/features/research/useMake";
import { toast } from "@/ui/toast";
import { comparisonQuery } from "../queries";
import type { Criterion } from "../types";

/** The last line of the sheet: one more criterion, on Enter. */
export function AddCriterion({ productId }: { productId: string }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [title, setTitle] = useState("");
  const make = useMake<Criterion>({
    path: "/criteria",
    kind: "criterion",
    onCreated: () => {
      setTitle("");
      void cache.invalidateQueries({ queryKey: comparisonQuery(productId).queryKey });
    },
    onFault: (fault) => toast.failed(fault.detail || fault.title),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) make.mutate({ product_id: productId, title });
      }}
    >
      <TextInput
        variant="unstyled"
        size="sm"
        leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
        aria-label={t("comparison.addCriterion")}
        placeholder={t("comparison.addCriterion")}
        maxLength={300}
        disabled={make.isPending}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
    </form>
  );
}
