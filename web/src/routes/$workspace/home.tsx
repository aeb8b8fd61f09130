import { createFileRoute } from "@tanstack/react-router";
import { HomePage } from "@/features/core/HomePage";

export const Route = createFileRoute("/$workspace/home")({ component: HomePage });
