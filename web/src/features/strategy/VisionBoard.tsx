import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Term } from "@/ui/Term";
import { BOXES, type Vision } from "./types";
import classes from "./VisionBoard.module.css";

interface Props {
  vision: Vision;
}

/** Five boxes: the vision over target group, needs, product and business goals. */
export function VisionBoard({ vision }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.board}>
      {BOXES.map((box) => (
        <section key={box} className={classes.box} data-box={box}>
          <h3 className={classes.label}>
            <Term meaning={t(`vision.means.${box}`)}>{t(`vision.box.${box}`)}</Term>
          </h3>
          {vision[box] ? (
            <p className={classes.text}>{vision[box]}</p>
          ) : (
            <Text size="sm" c="dimmed">
              {t("vision.emptyBox")}
            </Text>
          )}
        </section>
      ))}
    </div>
  );
}
