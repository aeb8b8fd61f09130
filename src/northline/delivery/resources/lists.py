"""The list of resources: those of the workspace and those of every project that one may read."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.delivery.models import Resource
from northline.delivery.resources import actions, schemas


def register_all() -> None:
    register(
        Listing(
            "resource",
            rows=lambda: Resource.objects.select_related("calendar", "member__person", "role", "team"),
            out=schemas.ResourceOut,
            fields=(
                Field("type", "choice", options=tuple(Resource.Type.values), writes="type"),
                Field("capacity", "number", label="Capacity, full-time", writes="capacity"),
                Field("role", "reference", of="resource", writes="role_id"),
                Field("team", "reference", of="resource", writes="team_id"),
                Field("skills", "tags", writes="skills"),
                Field("member", "person", writes="member_id"),
                Field("project", "reference", of="project", description="Empty: the whole workspace's."),
                Field("product", "reference", path="project__product", of="product"),
            ),
            patch=schemas.ResourcePatch,
            revise=actions.revise,
            product="project__product_id",
            project="project_id",
            sort="title",
            shared=True,
        )
    )
