import { SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/ui/ProblemNote";
import { type End, useMakeLink } from "./links";
import type { Choice } from "./linkTypes";
import { ObjectSearch } from "./ObjectSearch";
import { useLinkSentence } from "./useLinkSentence";

interface Props {
  object: End;
  /** The sentences offered, the likeliest first. */
  choices: readonly Choice[];
  onDone: () => void;
}

/** Pick the sentence, then the object at its other end: one search away. */
export function AddLink({ object, choices, onDone }: Props) {
  const { t } = useTranslation();
  const sentence = useLinkSentence();
  const [index, setIndex] = useState(0);
  const make = useMakeLink(object, (made) =>
    t("links.made", { source: made.source.key, target: made.target.key }),
  );
  const choice = choices[index] ?? choices[0];
  if (!choice) return null;
  const options = choices.map(({ type, direction }, place) => ({
    value: String(place),
    label: sentence(type, direction),
  }));
  const choose = (value: string | null) => setIndex(Number(value ?? 0));
  return (
    <Stack gap="sm">
      {options.length === 1 ? (
        <Text size="sm" c="dimmed">
          {t("links.this", { sentence: options[0]?.label })}
        </Text>
      ) : options.length === 2 ? (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("links.sentence")}
          data={options}
          value={String(index)}
          onChange={choose}
        />
      ) : (
        <Select
          size="sm"
          aria-label={t("links.sentence")}
          allowDeselect={false}
          data={options}
          value={String(index)}
          onChange={choose}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      <ObjectSearch
        key={index}
        kinds={choice.kinds}
        excludeId={object.id}
        isPending={make.isPending}
        onPick={(other) => make.mutate({ choice, other }, { onSuccess: onDone })}
      />
      <ProblemNote fault={make.error} />
    </Stack>
  );
}
