import { ColorSwatch, Group, Select, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { colourOf, LANE_COLOURS } from "@/features/core/laneColours";
import { PersonSelect } from "@/features/core/PersonSelect";
import type { Theme } from "@/features/core/themes";
import { PersonPill } from "@/ui/PersonPill";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { useFigures } from "@/ui/words/figures";
import { usePeriodText } from "../usePeriodText";
import classes from "./Balance.module.css";

interface Props {
  theme: Theme;
  canEdit: boolean;
  onSave: (fields: Partial<Theme>) => void;
}

export function ThemeRail({ theme, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const periodText = usePeriodText();
  const { owner, owner_id, colour, shares } = theme;
  const given = Object.entries(shares).filter(([, share]) => share !== null);
  return (
    <Rail>
      <RailField label={t("objective.owner")}>
        {canEdit ? (
          <PersonSelect
            variant="unstyled"
            size="sm"
            aria-label={t("objective.owner")}
            value={owner_id !== undefined ? owner_id : (owner?.id ?? null)}
            onChange={(next) => onSave({ owner_id: next })}
          />
        ) : (
          <PersonPill person={owner} />
        )}
      </RailField>
      <RailField label={t("theme.colour")}>
        <Group gap={8} wrap="nowrap">
          <ColorSwatch size={14} color={colourOf(colour, 0)} withShadow={false} />
          {canEdit ? (
            <Select
              variant="unstyled"
              size="sm"
              allowDeselect={false}
              aria-label={t("theme.colour")}
              value={colour}
              data={[...new Set([...Object.keys(LANE_COLOURS), ...(colour ? [colour] : [])])].map(
                (name) => ({
                  value: name,
                  label: t(`theme.colours.${name}` as "theme.colours.blue"),
                }),
              )}
              onChange={(next) => next && onSave({ colour: next })}
            />
          ) : (
            <Text size="sm">{t(`theme.colours.${colour}` as "theme.colours.blue")}</Text>
          )}
        </Group>
      </RailField>
      <RailField label={<Term meaning={t("theme.intendedMeans")}>{t("theme.intended")}</Term>}>
        {given.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("theme.noShare")}
          </Text>
        ) : (
          <ul className={classes.shares}>
            {given.map(([period, share]) => (
              <li key={period}>
                {t("theme.shareIn", {
                  period: periodText(period),
                  share: figures.percent((share ?? 0) / 100),
                })}
              </li>
            ))}
          </ul>
        )}
      </RailField>
    </Rail>
  );
}
