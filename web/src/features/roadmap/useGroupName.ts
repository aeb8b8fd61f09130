import { useTranslation } from "react-i18next";
import type { World } from "./grouping";
import type { Field } from "./view";

/** The name of a value of a field, as a column, a row and a line of the legend say it. */
export function useGroupName(world: World): (field: Field, value: string | null) => string {
  const { t } = useTranslation();
  return (field, value) => {
    if (value === null) return t(`roadmap.none.${field}`);
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
    }
  };
}
