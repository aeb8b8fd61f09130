import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ObjectResults } from "./ObjectResults";
import { type Deed, useDeeds } from "./useDeeds";

/** Ctrl/⌘-K: every page, action and object. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const deeds = useDeeds().filter((deed) => fits(deed, query));
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        onKeyDown={takeFirst}
        aria-label={t("palette.placeholder")}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        <ObjectResults query={query} />
        {deeds.length > 0 && (
          <Spotlight.ActionsGroup label={t("palette.pagesAndActions")}>
            {deeds.map((deed) => (
              <Spotlight.Action
                key={deed.label}
                label={deed.label}
                leftSection={<deed.icon size={18} stroke={1.6} />}
                onClick={deed.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function fits(deed: Deed, query: string): boolean {
  const label = deed.label.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => label.includes(part));
}

/** Enter without a choice takes the first answer, as one expects of a palette. */
function takeFirst(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  const palette = event.currentTarget.closest("[role=dialog]");
  if (palette?.querySelector("[data-selected]")) return;
  palette?.querySelector<HTMLElement>("[data-action]")?.click();
}
