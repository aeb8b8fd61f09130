import { UnstyledButton } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./ObjectList.module.css";
import { SaveView } from "./SaveView";
import { EVERYTHING, type List } from "./useList";
import { ViewMenu } from "./ViewMenu";

interface Props {
  list: List;
}

const AS_SAVED = {
  q: undefined,
  where: undefined,
  sort: undefined,
  group: undefined,
  columns: undefined,
  archived: undefined,
};

/** The saved views of the list; the one that is changed can be saved, or kept as another. */
export function ViewTabs({ list }: Props) {
  const { t } = useTranslation();
  if (list.views.length === 0 && !list.isChanged) return null;
  const open = (view: string) => list.set({ ...AS_SAVED, view });
  return (
    <nav className={classes.tabs} aria-label={t("list.views")}>
      <UnstyledButton
        className={classes.tab}
        aria-pressed={list.view === undefined}
        onClick={() => open(EVERYTHING)}
      >
        {t("list.everything")}
      </UnstyledButton>
      {list.views.map((view) => (
        <UnstyledButton
          key={view.id}
          className={classes.tab}
          aria-pressed={view.id === list.view?.id}
          onClick={() => open(view.id)}
        >
          {!view.shared && <IconLock size={11} aria-label={t("list.onlyMine")} />} {view.title}
        </UnstyledButton>
      ))}
      {list.view && <ViewMenu key={list.view.id} list={list} view={list.view} />}
      {list.isChanged && <SaveView list={list} onReset={() => open(list.view?.id ?? EVERYTHING)} />}
    </nav>
  );
}
