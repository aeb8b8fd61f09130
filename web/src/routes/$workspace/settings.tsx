import { createFileRoute } from "@tanstack/react-router";
import { SettingsFrame } from "@/features/accounts/SettingsFrame";

export const Route = createFileRoute("/$workspace/settings")({ component: SettingsFrame });
