import { NumberInput, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Schemas } from "@/api/shown";
import { EveryListLink } from "@/features/core/list/EveryListLink";
import { toast } from "@/ui/toast";
import { findingsQuery } from "./roadmap";

type Policy = Schemas["PolicyOut"];

interface Props {
  productId: string;
  mayEdit: boolean;
}

/** How much fits into now and next, and after how many untouched days something is stale. */
export function PolicyFields({ productId, mayEdit }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const path = `/products/${productId}/roadmap/policy`;
  const queryKey = ["policy", productId];
  const { data: policy } = useQuery({
    queryKey,
    queryFn: ({ signal }) => http.get<Policy>(path, { signal }),
    meta: { kinds: ["roadmap_policy"] },
  });
  const set = useMutation({
    mutationFn: (fields: Partial<Policy>) => http.put<Policy>(path, { ...policy, ...fields }),
    onSuccess: (saved) => {
      cache.setQueryData(queryKey, saved);
      return cache.invalidateQueries(findingsQuery(productId));
    },
    onError: (fault) => {
      toast.failed(fault.detail);
      void cache.invalidateQueries({ queryKey });
    },
  });
  if (!policy) return null;
  const field = (name: "now_weeks" | "next_weeks" | "stale_days") => (
    <NumberInput
      key={`${name}${policy.version}`}
      size="xs"
      label={t(`findings.policy.${name}`)}
      placeholder={t("findings.policy.unlimited")}
      min={name === "stale_days" ? 1 : 0}
      max={name === "stale_days" ? 3650 : 10_000}
      readOnly={!mayEdit}
      defaultValue={policy[name] ?? ""}
      onBlur={(event) => {
        const said = event.currentTarget.value;
        const value = said === "" ? null : Number(said);
        if (value !== policy[name] && (value !== null || name !== "stale_days")) {
          set.mutate({ [name]: value });
        }
      }}
    />
  );
  return (
    <Stack component="section" gap="xs" aria-label={t("findings.policy.title")}>
      <Text size="sm" fw={600}>
        {t("findings.policy.title")}
      </Text>
      {field("now_weeks")}
      {field("next_weeks")}
      {field("stale_days")}
      <EveryListLink kind="roadmap_policy">{t("findings.policy.all")}</EveryListLink>
    </Stack>
  );
}
