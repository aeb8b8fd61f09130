import { Text } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { PeekLink } from "@/ui/PeekLink";
import classes from "./HitRow.module.css";
import { Marked } from "./Marked";
import type { Hit } from "./search";

interface Props {
  hit: Hit;
}

export function HitRow({ hit }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.hit} data-hit>
      <KindIcon kind={hit.kind} />
      <KeyBadge value={hit.key} />
      <div className={classes.words}>
        <PeekLink kind={hit.kind} id={hit.id} objectKey={hit.key} className={classes.title}>
          <Marked runs={hit.marked} />
        </PeekLink>
        {hit.excerpt.length > 0 && (
          <Text size="sm" c="dimmed" component="p" lineClamp={2}>
            {hit.remark_id && (
              <IconMessage size={14} stroke={1.6} role="img" aria-label={t("search.inRemark")} />
            )}{" "}
            <Marked runs={hit.excerpt} />
          </Text>
        )}
      </div>
    </div>
  );
}
