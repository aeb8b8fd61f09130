import { useQuery } from "@tanstack/react-query";
import { notFound } from "@tanstack/react-router";
import { Suspense } from "react";
import { LoadingState } from "@/ui/LoadingState";
import { pageFor } from "@/ui/shell/registry";
import { objectQuery } from "./objects";

interface Props {
  kind: string;
  /** The short key, or the id where a link had no key. */
  objectKey: string;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An object's own page: what its feature registered for the kind. */
export function ObjectPage({ kind, objectKey }: Props) {
  const isId = ID.test(objectKey);
  const { data, error } = useQuery({ ...objectQuery(kind, objectKey), enabled: !isId });
  const Page = pageFor(kind);
  if (!Page) throw notFound();
  if (error) throw error;
  const id = isId ? objectKey : data?.id;
  if (!id) return <LoadingState />;
  return (
    <Suspense fallback={<LoadingState />}>
      <Page key={id} id={id} place="page" />
    </Suspense>
  );
}
