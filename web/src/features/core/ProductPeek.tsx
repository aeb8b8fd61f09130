import { Anchor, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ErrorState } from "@/ui/ErrorState";
import { InlineTitle } from "@/ui/InlineTitle";
import { KeyBadge } from "@/ui/KeyBadge";
import { KindIcon } from "@/ui/KindIcon";
import { LoadingState } from "@/ui/LoadingState";
import { ObjectFrame } from "@/ui/ObjectFrame";
import { NAV } from "@/ui/shell/nav";
import { navLink } from "@/ui/shell/navLink";
import type { PeekProps } from "@/ui/shell/registry";
import { useWorkspace } from "@/ui/shell/useWorkspace";
import { useSave } from "@/ui/useSave";
import { Activity } from "./Activity";
import type { Product } from "./products";

/** A product: its name, the ways to what it has, and what happened to it. */
export default function ProductPeek({ id }: PeekProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const path = `/products/${id}`;
  const queryKey = ["product", id];
  const { data: product, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => http.get<Product>(path, { signal }),
  });
  const { mutate } = useSave<Product>(queryKey, path, product?.key);
  if (error && !product) return <ErrorState title={error.title} detail={error.detail} />;
  if (!product) return <LoadingState rows={3} />;
  return (
    <ObjectFrame
      eyebrow={
        <>
          <KindIcon kind="product" />
          <KeyBadge value={product.key} />
        </>
      }
      title={
        <InlineTitle
          value={product.title}
          canEdit={product.can.edit === true && product.archived_at === null}
          onSave={(title) => mutate({ seen: product, fields: { title } })}
        />
      }
      rail={
        <Group gap="md">
          {NAV.filter(({ belongs }) => belongs === "product").map((entry) => (
            <Anchor
              key={entry.to}
              size="sm"
              renderRoot={(props) => (
                <Link
                  {...props}
                  {...navLink(entry, workspace)}
                  search={{ product: id } as LinkProps["search"]}
                />
              )}
            >
              {t(`nav.${entry.word}`)}
            </Anchor>
          ))}
        </Group>
      }
    >
      <Activity subject={{ kind: "product", id }} />
    </ObjectFrame>
  );
}
