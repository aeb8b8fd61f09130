import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CustomField } from "@/features/core/list/customFields";
import { GROUPED_BY, ownOptions } from "./lanes";
import type { OnPlanView } from "./view";

interface Props {
  own: readonly CustomField[];
  value: string | undefined;
  onView: OnPlanView;
}

/** By which field the rows of the chart are grouped, instead of by the outline. */
export function GroupSelect({ own, value, onView }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      w={136}
      clearable
      aria-label={t("plan.group")}
      placeholder={t("plan.group")}
      data={[
        ...GROUPED_BY.map((by) => ({ value: by as string, label: t(`plan.groupBy.${by}`) })),
        ...ownOptions(own),
      ]}
      value={value ?? null}
      onChange={(group) => onView({ group: group ?? undefined })}
    />
  );
}
