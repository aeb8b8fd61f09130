import { Badge, Group, TagsInput, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { valuesQuery } from "@/features/core/list/lists";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { FigureField } from "../FigureField";
import { LineField } from "../LineField";
import type { Persona } from "../types";

interface Props {
  persona: Persona;
  canEdit: boolean;
  onSave: (fields: Partial<Persona>) => void;
}

export function PersonaRail({ persona, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { product } = persona;
  return (
    <Rail>
      <LineField
        label={t("persona.role")}
        placeholder={t("persona.noRole")}
        value={persona.role}
        canEdit={canEdit}
        onSave={(role) => onSave({ role })}
      />
      <FigureField
        label={t("persona.share")}
        value={persona.share}
        max={100}
        suffix=" %"
        canEdit={canEdit}
        onSave={(share) => onSave({ share })}
      />
      <FigureField
        label={t("persona.size")}
        value={persona.size}
        canEdit={canEdit}
        onSave={(size) => onSave({ size })}
      />
      <Segments persona={persona} canEdit={canEdit} onSave={onSave} />
      <RailField label={t("persona.of")}>
        {product ? (
          <PeekLink kind="product" id={product.id} objectKey={product.key} fz="sm">
            {product.title}
          </PeekLink>
        ) : (
          <Text size="sm">{t("persona.everyProduct")}</Text>
        )}
      </RailField>
    </Rail>
  );
}

/** Of customers, as those are told; segments have commas in them. */
function Segments({ persona, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { data: known = [] } = useQuery(valuesQuery("customer", undefined, "segment"));
  return (
    <RailField label={t("persona.segments")}>
      {canEdit ? (
        <TagsInput
          variant="unstyled"
          size="sm"
          aria-label={t("persona.segments")}
          placeholder={persona.segments.length === 0 ? t("persona.addSegment") : ""}
          splitChars={[]}
          data={known}
          maxTags={20}
          value={persona.segments}
          onChange={(segments) => onSave({ segments })}
        />
      ) : (
        <Group gap={4}>
          {persona.segments.map((segment) => (
            <Badge key={segment} variant="default" size="sm">
              {segment}
            </Badge>
          ))}
        </Group>
      )}
    </RailField>
  );
}
