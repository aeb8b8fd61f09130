import { MultiSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type End, linksQuery, useMakeLink, useRemoveLink } from "@/features/links/links";
import { RailField } from "@/ui/RailField";
import { personasQuery } from "../queries";

interface Props {
  /** An insight or an experiment. */
  object: End;
  productId: string;
  canEdit: boolean;
}

/** The personas whose voice a piece of evidence is. */
export function SpeaksFor({ object, productId, canEdit }: Props) {
  const { t } = useTranslation();
  const { data: personas = [] } = useQuery(personasQuery(productId));
  const { data: links = [] } = useQuery(linksQuery(object));
  const make = useMakeLink(object, (link) =>
    t("persona.speaks", { name: link.source.key, persona: link.target.title }),
  );
  const remove = useRemoveLink((link) =>
    t("persona.speaksNot", { name: link.source.key, persona: link.target.title }),
  );
  const said = links.filter(({ type, source }) => type === "speaks_for" && source.id === object.id);
  if (personas.length === 0 && said.length === 0) return null;
  const chosen = said.map(({ target }) => target.id);
  const change = (next: string[]) => {
    const added = next.find((id) => !chosen.includes(id));
    const gone = said.find(({ target }) => !next.includes(target.id));
    const choice = { type: "speaks_for", direction: "forward", kinds: ["persona"] } as const;
    if (added) {
      make.mutate({
        choice: { ...choice, kinds: [...choice.kinds] },
        other: { kind: "persona", id: added },
      });
    }
    if (gone) remove.mutate(gone);
  };
  return (
    <RailField label={t("persona.speaksFor")}>
      {canEdit ? (
        <MultiSelect
          variant="unstyled"
          size="sm"
          aria-label={t("persona.speaksFor")}
          placeholder={chosen.length === 0 ? t("persona.nobody") : ""}
          data={personas.map(({ id, title }) => ({ value: id, label: title }))}
          disabled={make.isPending || remove.isPending}
          value={chosen}
          onChange={change}
        />
      ) : (
        <Text size="sm">
          {said.map(({ target }) => target.title).join(", ") || t("persona.nobody")}
        </Text>
      )}
    </RailField>
  );
}
