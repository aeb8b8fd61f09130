import { Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowsRightLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ObjectSheet } from "@/features/throughline/ObjectSheet";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectParts } from "@/ui/shell/ObjectParts";
import { RichText } from "@/ui/text/RichText";
import { InitiativeGoal } from "./InitiativeGoal";
import { InitiativeGraph } from "./InitiativeGraph";
import { InitiativeObjectives } from "./InitiativeObjectives";
import { InitiativePromises } from "./InitiativePromises";
import { InitiativeRail } from "./InitiativeRail";
import { MoveModal } from "./MoveModal";
import { type Fields, initiativeQuery } from "./roadmap";
import { useInitiativeSave } from "./useInitiativeSave";

interface Props {
  id: string;
  place: "page" | "peek";
}

export function InitiativeSheet({ id, place }: Props) {
  const { t } = useTranslation();
  const [moves, moving] = useDisclosure();
  const query = initiativeQuery(id);
  const path = `/initiatives/${id}`;
  const { data: initiative, error } = useQuery(query);
  const save = useInitiativeSave(initiative?.product_id ?? "");
  if (error && !initiative) return <ErrorState title={error.title} detail={error.detail} />;
  if (!initiative) return <LoadingState rows={4} />;
  const edit = (fields: Fields) => save.mutate({ seen: initiative, fields });
  return (
    <ObjectSheet
      object={initiative}
      path={path}
      place={place}
      onTitle={(title) => edit({ title })}
      more={
        initiative.archived_at === null && (
          <Menu.Item
            leftSection={<IconArrowsRightLeft size={16} stroke={1.6} />}
            onClick={moving.open}
          >
            {t("move.verb")}
          </Menu.Item>
        )
      }
      rail={<InitiativeRail initiative={initiative} onEdit={edit} />}
      body={
        <>
          <RichText
            doc={initiative.body}
            canEdit={initiative.can.edit === true}
            onSave={(body) => edit({ body })}
          />
          {moves && (
            <MoveModal
              productId={initiative.product_id}
              rows={[initiative]}
              onClose={moving.close}
              onMoved={moving.close}
            />
          )}
          <InitiativeGoal initiative={initiative} onEdit={edit} />
          <InitiativeObjectives initiativeId={id} />
          <InitiativeGraph initiative={initiative} />
          <InitiativePromises initiative={initiative} />
          <ObjectParts place="section" kind="initiative" id={id} />
        </>
      }
    />
  );
}
