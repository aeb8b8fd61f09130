import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { colourOf } from "@/features/core/laneColours";
import { CardList } from "@/ui/board/CardList";
import { useDrop } from "@/ui/board/useDrop";
import classes from "./Horizon.module.css";
import { HorizonCard } from "./HorizonCard";
import type { Chance, Horizon, Initiative, Lane } from "./roadmap";

interface Props {
  horizon: Horizon | null;
  lanes: readonly Lane[];
  initiatives: readonly Initiative[];
  chances: ReadonlyMap<string, Chance>;
  onDrop: (initiativeId: string) => void;
  onStep: (initiative: Initiative, step: number) => void;
  pickedIds: ReadonlySet<string>;
  onPick: (key: string) => void;
  colours?: ReadonlyMap<string, string>;
}

export function HorizonColumn(props: Props) {
  const { horizon, lanes, initiatives, chances, onDrop, onStep } = props;
  const { t } = useTranslation();
  const [frame, isOver] = useDrop<HTMLElement>("initiative", onDrop);
  const key = horizon ?? "none";
  return (
    <section
      ref={frame}
      className={classes.column}
      data-over={isOver || undefined}
      aria-label={t(`horizon.${key}`)}
    >
      <header className={classes.head}>
        <Title order={2} fz="sm">
          {t(`horizon.${key}`)}
        </Title>
        <Text size="xs" c="dimmed" className="tabular">
          {initiatives.length}
        </Text>
      </header>
      <Text size="xs" c="dimmed" mb="sm">
        {t(`horizonMeans.${key}`)}
      </Text>
      <CardList
        items={initiatives}
        card={(initiative) => {
          const index = lanes.findIndex(({ id }) => id === initiative.lane_id);
          const lane = lanes[index];
          return (
            <HorizonCard
              key={initiative.id}
              initiative={initiative}
              lane={lane && { title: lane.title, colour: colourOf(lane.colour, index) }}
              colour={props.colours?.get(initiative.id)}
              chance={chances.get(initiative.id)}
              picked={props.pickedIds.has(initiative.id)}
              onPick={() => props.onPick(initiative.key)}
              onStep={(dx) => dx !== 0 && onStep(initiative, dx)}
            />
          );
        }}
      />
    </section>
  );
}
