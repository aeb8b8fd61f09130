import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { boundsOf, rangesOf } from "./colouring";
import { effortsIn, type World } from "./grouping";
import { numbersOf, type OwnField } from "./ownFields";
import { type BuiltIn, type Field, isCustom } from "./view";

/** The name of a value of a field, as a column, a row and a line of the legend say it. */
export function useGroupName(world: World): (field: Field, value: string | null) => string {
  const { t } = useTranslation();
  const figures = useFigures();
  const range = (numbers: readonly number[], value: string) => {
    const ranges = rangesOf(numbers);
    if (!ranges) return value;
    return [...new Set(boundsOf(ranges, Number(value)).map(figures.number))].join(" – ");
  };
  const quarter = (value: string) => `${value.slice(5)} ${value.slice(0, 4)}`;
  const ofOwn = (own: OwnField, value: string) => {
    if (own.type === "number") return range(numbersOf(own, world.initiatives), value);
    if (own.type === "date") return quarter(value);
    if (own.type === "yes_no") return t(value === "yes" ? "list.yes" : "list.no");
    return own.options.find((option) => option.value === value)?.label ?? value;
  };
  const ofBuiltIn = (field: BuiltIn, value: string) => {
    switch (field) {
      case "lane":
        return world.lanes.find(({ id }) => id === value)?.title ?? value;
      case "theme":
        return world.themes.find(({ id }) => id === value)?.title ?? value;
      case "owner":
        return world.initiatives.find(({ owner }) => owner?.id === value)?.owner?.name ?? value;
      case "container":
        return world.initiatives.find(({ id }) => id === value)?.title ?? value;
      case "status":
        return t(`status.${value}` as "status.idea");
      case "horizon":
        return t(`horizon.${value}` as "horizon.now");
      case "chance":
        return t(`roadmap.chance.${value}` as "roadmap.chance.open");
      case "effort":
        return t("roadmap.weeks", { range: range(effortsIn(world), value) });
      case "period":
        return quarter(value);
    }
  };
  return (field, value) => {
    if (isCustom(field)) {
      const own = world.own.get(field);
      if (!own) return value ?? "";
      return value === null ? t("roadmap.noneOf", { field: own.label }) : ofOwn(own, value);
    }
    return value === null ? t(`roadmap.none.${field}`) : ofBuiltIn(field, value);
  };
}
