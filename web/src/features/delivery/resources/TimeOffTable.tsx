import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayRows } from "./DayRows";
import type { TimeOff } from "./resources";

interface Props {
  days: readonly TimeOff[];
  canEdit: boolean;
  onChange: (days: TimeOff[]) => void;
}

/** When somebody is away: every plan that they work on moves at once. */
export function TimeOffTable({ days, canEdit, onChange }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <DayRows
      title={t("resource.timeOff")}
      none={t("resource.noTimeOff")}
      rows={days}
      canEdit={canEdit}
      told={(row) => row.reason}
      adding={{
        verb: t("resource.addTimeOff"),
        fields: (
          <TextInput
            aria-label={t("resource.reason")}
            placeholder={t("resource.reason")}
            maxLength={300}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        ),
        made: (span) => ({ ...span, reason }),
      }}
      onChange={(rows) => {
        setReason("");
        onChange(rows);
      }}
    />
  );
}
