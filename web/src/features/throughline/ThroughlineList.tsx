import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LineBranches } from "./LineBranches";
import { lineTree } from "./lineTree";
import classes from "./ThroughlineList.module.css";
import type { Line } from "./throughline";

interface Props {
  line: Line;
}

const WAYS = ["why", "how"] as const;

/** The throughline as two outlines: why, upward; how, downward. */
export function ThroughlineList({ line }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.ways}>
      {WAYS.map((way) => {
        const branches = lineTree(line, way);
        return (
          <section key={way} className={classes.way}>
            <Title order={3} fz="sm">
              {t(`throughline.${way}`)}
            </Title>
            {branches.length > 0 ? (
              <LineBranches branches={branches} />
            ) : (
              <Text size="sm" c="dimmed">
                {t(`throughline.no_${way}`)}
              </Text>
            )}
          </section>
        );
      })}
    </div>
  );
}
