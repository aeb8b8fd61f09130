import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import type { Place } from "@/features/throughline/useObjectTab";
import { KeyBadge } from "@/ui/KeyBadge";
import { LoadingState } from "@/ui/LoadingState";
import { PeekLink } from "@/ui/PeekLink";
import { RichText } from "@/ui/text/RichText";
import classes from "./Balance.module.css";
import { initiativesOfQuery, themeQuery } from "./queries";
import { ThemeRail } from "./ThemeRail";
import { useThemeSave } from "./useThemeSave";

interface Props {
  id: string;
  place: Place;
}

export function ThemeView({ id, place }: Props) {
  const { t } = useTranslation();
  const { data: theme, error } = useQuery(themeQuery(id));
  const { mutate } = useThemeSave(id, theme?.key);
  if (error && !theme) throw error;
  if (!theme) return <LoadingState />;
  const save = (fields: Partial<typeof theme>) => mutate({ seen: theme, fields });
  const canEdit = theme.can.edit === true && theme.archived_at === null;
  return (
    <ObjectSheet
      object={theme}
      path={`/themes/${id}`}
      place={place}
      onTitle={(title) => save({ title })}
      rail={<ThemeRail theme={theme} canEdit={canEdit} onSave={save} />}
      body={<RichText doc={theme.body} canEdit={canEdit} onSave={(body) => save({ body })} />}
      own={[
        {
          value: "initiatives",
          label: t("theme.initiatives"),
          content: <Initiatives themeId={id} />,
        },
      ]}
    />
  );
}

/** The initiatives that are part of it. */
function Initiatives({ themeId }: { themeId: string }) {
  const { t } = useTranslation();
  const windowText = useWindowText();
  const { data: initiatives } = useQuery(initiativesOfQuery(themeId));
  if (!initiatives) return <LoadingState rows={3} />;
  if (initiatives.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("theme.noInitiatives")}
      </Text>
    );
  }
  return (
    <ul className={classes.works}>
      {initiatives.map(({ id, key, title, status, window }) => (
        <li key={id}>
          <span>
            <KeyBadge value={key} />{" "}
            <PeekLink kind="initiative" id={id} objectKey={key} fz="sm">
              {title}
            </PeekLink>
          </span>
          <Text size="xs" c="dimmed">
            {t(`status.${status}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {window && windowText(window)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
