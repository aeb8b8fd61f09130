import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/api/types";
import { Activity } from "@/features/core/Activity";
import { Throughline } from "./Throughline";
import { type Place, useObjectTab } from "./useObjectTab";

export interface OwnTab {
  value: string;
  label: string;
  content: ReactNode;
}

interface Props {
  object: Pick<Item, "kind" | "id">;
  place: Place;
  /** The object's own views, before the two that every object has. */
  own?: readonly OwnTab[];
}

export function ObjectTabs({ object: { kind, id }, place, own = [] }: Props) {
  const { t } = useTranslation();
  const { tab, setTab } = useObjectTab(place);
  const tabs: OwnTab[] = [
    ...own,
    {
      value: "throughline",
      label: t("throughline.title"),
      content: <Throughline kind={kind} id={id} place={place} />,
    },
    { value: "activity", label: t("activity.title"), content: <Activity subject={{ kind, id }} /> },
  ];
  const open = tabs.find(({ value }) => value === tab) ?? tabs[0];
  return (
    <Tabs
      value={open?.value ?? null}
      onChange={(value) => value && setTab(value)}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
