import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import type { ItemFields, WorkItem } from "./plan";
import { useClockText } from "./useClockText";

interface Props {
  item: WorkItem;
  canEdit: boolean;
  onEdit: (fields: ItemFields) => void;
}

/** Who goes first when people are short, and what levelling has put in. */
export function LevellingFields({ item, canEdit, onEdit }: Props) {
  const { t } = useTranslation();
  const clockText = useClockText();
  const { priority, levelling_delay_minutes: delay } = item;
  return (
    <>
      <RailField label={<Term meaning={t("item.priorityMeans")}>{t("item.priority")}</Term>}>
        {canEdit ? (
          <NumberInput
            key={priority}
            size="xs"
            variant="unstyled"
            aria-label={t("item.priority")}
            min={0}
            max={1000}
            step={100}
            allowDecimal={false}
            defaultValue={priority}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
            onBlur={({ currentTarget }) => {
              const said = Number.parseInt(currentTarget.value, 10);
              if (said >= 0 && said <= 1000 && said !== priority) onEdit({ priority: said });
            }}
          />
        ) : (
          priority
        )}
      </RailField>
      {delay > 0 && (
        <RailField label={<Term meaning={t("item.levelledMeans")}>{t("item.levelledDelay")}</Term>}>
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" className="tabular">
              {clockText(delay)}
            </Text>
            {canEdit && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => onEdit({ levelling_delay_minutes: 0 })}
              >
                {t("item.undelay")}
              </Button>
            )}
          </Group>
        </RailField>
      )}
    </>
  );
}
