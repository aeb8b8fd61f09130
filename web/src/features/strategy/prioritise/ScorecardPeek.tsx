import { Anchor, Code, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { LoadingState } from "@/ui/LoadingState";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import type { PeekProps } from "@/ui/shell/registry";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useSave } from "@/ui/useSave";
import { scorecardQuery } from "./queries";
import type { Scorecard } from "./types";

/** A scorecard in short, with the way to its list. */
export default function ScorecardPeek({ id, place = "peek" }: PeekProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const query = scorecardQuery(id);
  const path = `/scorecards/${id}`;
  const { data: card, error } = useQuery(query);
  const { mutate } = useSave<Scorecard>(query.queryKey, path, card?.key);
  if (error && !card) throw error;
  if (!card) return <LoadingState />;
  return (
    <ObjectSheet
      object={card}
      path={path}
      place={place}
      onTitle={(title) => mutate({ seen: card, fields: { title } })}
      rail={
        <Rail>
          <RailField label={t("scorecard.methodLabel")}>
            {t(`scorecard.method.${card.method}`)}
          </RailField>
          <RailField label={t("scorecard.weighs")}>
            {t(card.about === "idea" ? "scorecard.aboutIdeas" : "scorecard.aboutInitiatives")}
          </RailField>
        </Rail>
      }
      body={
        <>
          {card.method !== "kano" && <Code block>{card.formula}</Code>}
          <Text size="sm" mt="sm">
            <Anchor
              fz="sm"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/$workspace/strategy"
                  params={{ workspace }}
                  search={{ tab: "prioritise", card: card.key }}
                />
              )}
            >
              {t("scorecard.open")}
            </Anchor>
          </Text>
        </>
      }
    />
  );
}
