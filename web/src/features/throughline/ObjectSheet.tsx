import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/api/types";
import { OwnFields } from "@/features/core/list/OwnFields";
import { LinksPanel } from "@/features/links/LinksPanel";
import { RelatedPanel } from "@/features/related/RelatedPanel";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { ObjectDeeds } from "./ObjectDeeds";
import classes from "./ObjectSheet.module.css";
import { ObjectTabs, type OwnTab } from "./ObjectTabs";
import type { Place } from "./useObjectTab";

interface Props {
  object: Item;
  /** The address of the object on the server: "/insights/<id>". */
  path: string;
  place: Place;
  onTitle: (title: string) => void;
  rail: ReactNode;
  body: ReactNode;
  own?: readonly OwnTab[];
  /** Links that one of its own views tells. */
  told?: readonly string[];
  /** Menu.Items of this kind alone. */
  more?: ReactNode;
}

/** Kinds of which there are many that say the same in other words. */
const SUGGESTED = new Set<string>(["insight", "opportunity", "idea"]);

/** The anatomy of every object: key, title, rail, body, links, then its views, Throughline and Activity. */
export function ObjectSheet(props: Props) {
  const { object, path, place, onTitle, rail, body, own, told, more } = props;
  const { t } = useTranslation();
  const canEdit = object.can.edit === true && object.archived_at === null;
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind={object.kind} />
          <KeyBadge value={object.key} />
          {object.archived_at && (
            <Badge variant="default" size="sm">
              {t("archival.archived")}
            </Badge>
          )}
          <ObjectDeeds object={object} path={path} place={place} more={more} />
        </>
      }
      title={<InlineTitle value={object.title} canEdit={canEdit} onSave={onTitle} />}
      rail={
        <>
          {rail}
          <OwnFields object={object} />
        </>
      }
    >
      <div className={classes.body}>
        {body}
        <LinksPanel object={object} canEdit={canEdit} told={told} />
        {SUGGESTED.has(object.kind) && <RelatedPanel object={object} canEdit={canEdit} />}
        <ObjectTabs object={object} place={place} own={own} />
      </div>
    </ObjectFrame>
  );
}
