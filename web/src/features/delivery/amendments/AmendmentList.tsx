import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Charter } from "../delivery";
import { AmendmentRow } from "./AmendmentRow";
import { amendmentsQuery } from "./amendments";
import { ProposeAmendment } from "./ProposeAmendment";

/** What was proposed to change in a signed charter, and the way to propose more. */
export function AmendmentList({ charter }: { charter: Charter }) {
  const { t } = useTranslation();
  const { data } = useQuery(amendmentsQuery(charter.id));
  if (!data || (data.items.length === 0 && data.sides.length === 0)) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t("amendment.title")}>
      {data.items.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("amendment.title")}
        </Text>
      )}
      {data.items.map((amendment) => (
        <AmendmentRow key={amendment.id} amendment={amendment} />
      ))}
      {data.sides.length > 0 && <ProposeAmendment charter={charter} sides={data.sides} />}
    </Stack>
  );
}
