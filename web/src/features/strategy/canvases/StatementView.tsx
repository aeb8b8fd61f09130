import { Badge, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LinksPanel } from "@/features/links/LinksPanel";
import { ObjectTabs } from "@/features/throughline/ObjectTabs";
import type { Place } from "@/features/throughline/useObjectTab";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { Term } from "@/ui/Term";
import { statementQuery } from "./queries";
import { StandingMark } from "./StandingMark";
import { useBoxWords } from "./useBoxWords";

interface Props {
  id: string;
  place: Place;
}

/** One statement of a canvas or of the vision with its evidence. Its words change only with the next version. */
export function StatementView({ id, place }: Props) {
  const { t } = useTranslation();
  const { data: statement, error } = useQuery(statementQuery(id));
  const words = useBoxWords(statement?.template ?? "swot");
  if (error && !statement) throw error;
  if (!statement) return <LoadingState />;
  const { document, box, nature } = statement;
  const { standing, supports, contradicts } = statement;
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="statement" />
          <KeyBadge value={statement.key} />
          {statement.archived_at && (
            <Badge variant="default" size="sm">
              {t("canvas.gone")}
            </Badge>
          )}
        </>
      }
      title={<Title order={1}>{statement.title}</Title>}
      rail={
        <Rail>
          <RailField label={t(`kind.${document.kind as "canvas" | "vision"}`)}>
            <PeekLink
              kind={document.kind as "canvas" | "vision"}
              id={document.id}
              objectKey={document.key}
              fz="sm"
            >
              {document.title}
            </PeekLink>
          </RailField>
          <RailField label={t("canvas.inBox")}>{words.name(box)}</RailField>
          <RailField label={t("canvas.natureOf")}>
            <Term meaning={t(`canvas.natureMeans.${nature}`)}>{t(`canvas.nature.${nature}`)}</Term>
          </RailField>
          <RailField label={t("canvas.stands")}>
            <StandingMark standing={standing} supports={supports} contradicts={contradicts} />
          </RailField>
        </Rail>
      }
    >
      <Text size="sm" c="dimmed" mb="md">
        {t(`canvas.standingMeans.${standing}`)}
      </Text>
      <Stack gap="lg">
        <LinksPanel object={statement} canEdit={statement.can.contribute === true} />
        <ObjectTabs object={statement} place={place} />
      </Stack>
    </ObjectFrame>
  );
}
