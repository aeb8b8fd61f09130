import { Table, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { healthOf } from "@/ui/chance";
import { HealthBadge } from "@/ui/HealthBadge";
import { useFigures } from "@/ui/words/figures";
import type { Recovery, Way } from "./recovery";
import { WayDetail } from "./WayDetail";
import classes from "./WayRow.module.css";

interface Props {
  way: Way;
  recovery: Recovery;
  isPriced: boolean;
  isShown: boolean;
  onShow: () => void;
}

/** One way back: its figures in the table, and what it is when it is opened. */
export function WayRow({ way, recovery, isPriced, isShown, onShow }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { gain } = way;
  const Chevron = isShown ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Table.Tr className={classes.way} data-package={way.kind === "package" || undefined}>
        <Table.Th scope="row">
          <UnstyledButton className={classes.title} aria-expanded={isShown} onClick={onShow}>
            <Chevron size={14} aria-hidden />
            <span>
              {way.kind === "package" && <strong>{t("recovery.package")} </strong>}
              {way.title}
            </span>
          </UnstyledButton>
        </Table.Th>
        <Table.Td ta="right">
          <span className={classes.chance}>
            <HealthBadge health={healthOf(way.probability)} />
            {figures.percent(way.probability)}
          </span>
        </Table.Td>
        <Table.Td ta="right">
          {t("recovery.points", {
            gain: figures.number(Math.round(100 * gain.gain)),
            low: figures.number(Math.round(100 * gain.low)),
            high: figures.number(Math.round(100 * gain.high)),
          })}
        </Table.Td>
        <Table.Td className={classes.date}>{figures.date(way.p80)}</Table.Td>
        {isPriced && (
          <Table.Td ta="right">
            {way.cost === null ? "–" : figures.number(Math.round(way.cost))}
          </Table.Td>
        )}
        <Table.Td ta="right">{figures.number(way.hours)}</Table.Td>
        <Table.Td ta="right">{figures.number(way.value_lost)}</Table.Td>
      </Table.Tr>
      {isShown && (
        <Table.Tr>
          <Table.Td colSpan={isPriced ? 7 : 6} className={classes.detail}>
            <WayDetail way={way} recovery={recovery} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
