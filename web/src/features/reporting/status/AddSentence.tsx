import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  section: string;
  onAdd: (text: string) => void;
}

/** An own sentence for a section. */
export function AddSentence({ section, onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setText("")}>
        {t("statusReport.add")}
      </Button>
    );
  }
  const add = () => {
    if (text.trim()) onAdd(text.trim());
    setText(null);
  };
  return (
    <Group gap="sm" align="end" mt={4}>
      <Textarea
        flex={1}
        autosize
        minRows={1}
        size="sm"
        data-autofocus
        autoFocus
        aria-label={t("statusReport.addTo", { section })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="xs" onClick={add}>
        {t("statusReport.addIt")}
      </Button>
    </Group>
  );
}
