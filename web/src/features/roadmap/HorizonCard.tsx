import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWindowText } from "@/features/core/useWindowText";
import classes from "@/ui/board/Card.module.css";
import { useCard } from "@/ui/board/useCard";
import { ChanceBadge } from "@/ui/ChanceBadge";
import { KeyBadge } from "@/ui/KeyBadge";
import { PeekLink } from "@/ui/PeekLink";
import type { Chance, Initiative } from "./roadmap";

interface Props {
  initiative: Initiative;
  lane: { title: string; colour: string } | undefined;
  /** Its lane's where none is given. */
  colour?: string;
  chance: Chance | undefined;
  picked: boolean;
  onPick: () => void;
  /** Moved by the keyboard, so many places to the right and down. */
  onStep: (dx: number, dy: number) => void;
}

/** An initiative on a board. X or a click with Ctrl picks it, Alt and the arrows move it. */
export function HorizonCard(props: Props) {
  const { initiative, lane, colour, chance, picked, onPick, onStep } = props;
  const { t } = useTranslation();
  const windowText = useWindowText();
  const { id, key, title, status, window } = initiative;
  const canMove = initiative.can.edit === true;
  const card = useCard({ kind: "initiative", id, canMove, onStep, onPick });
  return (
    <li
      {...card}
      className={classes.card}
      data-picked={picked || undefined}
      style={{ borderInlineStartColor: colour ?? lane?.colour }}
    >
      <div className={classes.title}>
        <KeyBadge value={key} />
        <PeekLink kind="initiative" id={id} objectKey={key} c="inherit" fw={500} fz="sm">
          {title}
        </PeekLink>
      </div>
      <Text size="xs" c="dimmed">
        {[t(`status.${status}`), lane?.title, window && windowText(window)]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {chance && <ChanceBadge chance={chance.probability} />}
    </li>
  );
}
