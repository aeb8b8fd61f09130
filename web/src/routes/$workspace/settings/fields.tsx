import { createFileRoute } from "@tanstack/react-router";
import { CustomFieldsPage } from "@/features/core/list/CustomFieldsPage";

export const Route = createFileRoute("/$workspace/settings/fields")({
  component: CustomFieldsPage,
});
