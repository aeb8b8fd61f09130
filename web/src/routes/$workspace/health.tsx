import { createFileRoute } from "@tanstack/react-router";
import { ProductHealthPage } from "@/features/reporting/health/ProductHealthPage";

export const Route = createFileRoute("/$workspace/health")({ component: ProductHealthPage });
