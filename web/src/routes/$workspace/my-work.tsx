import { createFileRoute } from "@tanstack/react-router";
import { MyWorkPage } from "@/features/tracking/mywork/MyWorkPage";

export const Route = createFileRoute("/$workspace/my-work")({ component: MyWorkPage });
