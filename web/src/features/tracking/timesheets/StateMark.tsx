import { Badge } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconClock, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SheetState } from "./sheets";

const ICON = {
  open: IconPencil,
  submitted: IconClock,
  returned: IconArrowBackUp,
  approved: IconCheck,
};
const COLOUR = { open: "gray", submitted: "north", returned: "orange", approved: "green" };

/** Where a week stands, as a sign and a word. */
export function StateMark({ state }: { state: SheetState }) {
  const { t } = useTranslation();
  const Icon = ICON[state];
  return (
    <Badge
      variant="default"
      size="md"
      leftSection={<Icon size={12} color={`var(--mantine-color-${COLOUR[state]}-6)`} aria-hidden />}
    >
      {t(`timesheet.state.${state}`)}
    </Badge>
  );
}
