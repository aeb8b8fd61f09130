import { createFileRoute } from "@tanstack/react-router";
import { FilesPage } from "@/features/core/files/FilesPage";

export const Route = createFileRoute("/$workspace/settings/files")({ component: FilesPage });
