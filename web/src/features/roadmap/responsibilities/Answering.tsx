import { Avatar, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./Responsibilities.module.css";
import { type Holding, isAhead } from "./responsibilities";

/** Who answers for a function today, in the space of a cell. */
export function Answering({ holding, size }: { holding: Holding; size: "cell" | "row" }) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (holding.standing === "unowned") {
    return (
      <Text span size="sm" className={classes.nobody}>
        {t("responsibility.nobody")}
      </Text>
    );
  }
  const names = holding.answering.map(({ name }) => name);
  return (
    <Group gap={4} wrap="nowrap">
      {holding.answering.slice(0, 2).map((person) => (
        <Avatar
          key={person.id}
          name={person.name}
          size={22}
          color="north"
          // What the product says is drawn lighter than what the initiative says itself.
          variant={holding.inherited ? "outline" : "light"}
          aria-hidden
        />
      ))}
      {size === "row" && (
        <Text span size="sm">
          {names.join(", ")}
        </Text>
      )}
      {holding.standing === "doubly_owned" && (
        <IconAlertTriangle size={14} className={classes.doubly} aria-hidden />
      )}
      {holding.deputy &&
        holding.deputy_until &&
        (size === "row" ? (
          <Text span size="xs" c="dimmed">
            {isAhead(holding)
              ? t("responsibility.shortAhead", {
                  deputy: holding.deputy.name,
                  from: figures.date(holding.deputy_from ?? holding.deputy_until),
                  date: figures.date(holding.deputy_until),
                })
              : t("responsibility.short", { date: figures.date(holding.deputy_until) })}
          </Text>
        ) : (
          <IconHourglass size={14} className={classes.while} aria-hidden />
        ))}
    </Group>
  );
}

/** The same in a sentence: for those who listen, and under the pointer. */
export function useSaid(): (holding: Holding) => string {
  const { t } = useTranslation();
  const figures = useFigures();
  const list = (people: Holding["answering"]) => people.map(({ name }) => name).join(", ");
  return (holding) => {
    if (holding.standing === "unowned") return t("responsibility.said.unowned");
    const parts = [
      holding.deputy && holding.deputy_until && !isAhead(holding)
        ? t("responsibility.said.deputy", {
            deputy: holding.deputy.name,
            people: list(holding.accountable),
            date: figures.date(holding.deputy_until),
          })
        : t(`responsibility.said.${holding.standing}`, { people: list(holding.answering) }),
      holding.deputy &&
        holding.deputy_until &&
        isAhead(holding) &&
        t("responsibility.said.ahead", {
          deputy: holding.deputy.name,
          from: figures.date(holding.deputy_from ?? holding.deputy_until),
          date: figures.date(holding.deputy_until),
        }),
      holding.shares.length > 0 &&
        t("responsibility.said.shares", { people: list(holding.shares) }),
      holding.consulted.length > 0 &&
        t("responsibility.said.consulted", { people: list(holding.consulted) }),
      holding.informed.length > 0 &&
        t("responsibility.said.informed", { people: list(holding.informed) }),
      holding.inherited && t("responsibility.said.inherited"),
    ];
    return parts.filter(Boolean).join(" ");
  };
}
