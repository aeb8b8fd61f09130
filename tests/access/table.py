"""THE RIGHTS TABLE: who may do what. One row per operation of the API.

A row is the operation's id, who it takes, and the status of a yes. `but` names where an actor's answer differs.
An operation whose answer depends on what is asked has a row for each, told apart after a slash: `edit_plan/progress`.

    takes         not signed in | stranger | viewer, stakeholder | contributor | project m. | product m. | admin | owner
    ANYBODY       yes           | yes      | yes ...
    SIGNED_IN     401           | yes      | yes ...
    READ          401           | 404      | yes                 | yes         | yes        | yes        | yes   | yes
    CONTRIBUTE    401           | 404      | 403                 | yes         | yes        | yes        | yes   | yes
    PLAN          401           | 404      | 403                 | 403         | yes        | yes        | yes   | yes
    STEER         401           | 404      | 403                 | 403         | 403        | yes        | yes   | yes
    ADMINISTER    401           | 404      | 403                 | 403         | 403        | 403        | yes   | yes
    OWN           401           | 404      | 403                 | 403         | 403        | 403        | 403   | yes

Somebody disabled is like somebody who is not signed in. A stranger is the owner of another workspace who names this
one. How a valid request is made stands beside this file, in `asking.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NOBODY, STRANGER = "", "nora"
DISABLED = "dora"
# From the fewest rights to the most.
LADDER = ("stan", "vera", "carl", "piet", "pia", "adam", "ada")
ACTORS = (NOBODY, DISABLED, STRANGER, *LADDER)

ANYBODY, SIGNED_IN, READ, CONTRIBUTE, PLAN, STEER, ADMINISTER, OWN = range(8)
# The first actor on the ladder to whom each is granted.
_FIRST = {READ: "stan", CONTRIBUTE: "carl", PLAN: "piet", STEER: "pia", ADMINISTER: "adam", OWN: "ada"}


@dataclass(frozen=True)
class Row:
    takes: int
    yes: int = 200
    but: Mapping[str, int] = field(default_factory=dict)

    def expected(self, actor: str) -> int:
        """The status that this actor meets."""
        if actor in self.but:
            return self.but[actor]
        if self.takes == ANYBODY:
            return self.yes
        if actor in (NOBODY, DISABLED):
            return 401
        if self.takes == SIGNED_IN:
            return self.yes
        if actor == STRANGER:
            return 404
        return self.yes if LADDER.index(actor) >= LADDER.index(_FIRST[self.takes]) else 403


# A stakeholder does not even find what is no part of a product or project of theirs.
UNSEEN = {"stan": 404}

TABLE: dict[str, Row] = {
    # accounts: the door
    "read_setup": Row(ANYBODY),
    "set_up": Row(ANYBODY, 409),  # somebody is here already
    "sign_in": Row(ANYBODY),
    "read_session": Row(SIGNED_IN),
    "sign_out": Row(SIGNED_IN, 204),
    "ask_for_password_reset": Row(ANYBODY, 202),
    "choose_password": Row(ANYBODY, 204),  # takes the mailed token
    "read_invitation": Row(ANYBODY),  # takes the mailed token
    "accept_invitation": Row(ANYBODY, 201),  # takes the mailed token
    # accounts: oneself
    "describe_oneself": Row(SIGNED_IN),
    "list_sessions": Row(SIGNED_IN),
    "end_session": Row(SIGNED_IN, 204),
    "list_api_tokens": Row(SIGNED_IN),
    "make_api_token": Row(SIGNED_IN, 201),
    "revoke_api_token": Row(SIGNED_IN, 204),
    # accounts: the others
    "list_members": Row(READ),
    "change_member_role": Row(ADMINISTER, but=UNSEEN),
    "change_member_role/to_admin": Row(OWN, but=UNSEEN),
    "suspend_member": Row(ADMINISTER, but=UNSEEN),
    "suspend_member/the_owner": Row(OWN, 409, but=UNSEEN),  # she is the last one
    "reactivate_member": Row(ADMINISTER, but=UNSEEN),
    "list_invitations": Row(ADMINISTER),
    "invite": Row(ADMINISTER, 201),
    "invite/an_admin": Row(OWN, 201),
    "take_back_invitation": Row(ADMINISTER, 204, but=UNSEEN),
    "list_roles": Row(READ),
    "give_role": Row(STEER, 201),
    "take_role": Row(STEER, 204),
    # core
    "list_changes": Row(READ),
    "undo_change": Row(OWN),  # whoever made the change, here the owner
    "last_change": Row(READ),
    "find_object": Row(READ),
    "list_links": Row(READ),
    "make_link": Row(CONTRIBUTE, 201),
    "remove_link": Row(CONTRIBUTE, 204),
    "list_jobs": Row(READ),
    "read_job": Row(READ),  # one's own
    "cancel_job": Row(READ),  # one's own
    # talk: whoever may read an object may talk about it
    "list_activity": Row(READ),
    "list_comments": Row(READ),
    "comment": Row(READ, 201),
    "comment/in_a_thread": Row(READ, 201),
    "read_comment": Row(READ),
    "edit_comment": Row(OWN),  # whoever wrote it, here the owner
    "read_comment_history": Row(READ),
    "remove_comment": Row(ADMINISTER),  # or whoever wrote it
    "put_back_comment": Row(ADMINISTER),
    "resolve_thread": Row(CONTRIBUTE),  # or whoever began it
    "reopen_thread": Row(CONTRIBUTE),
    "react": Row(READ),
    "unreact": Row(READ),
    "list_mentionable": Row(READ),
    "read_watch": Row(READ),
    "watch_object": Row(READ),
    "list_related": Row(READ),
    # the view log
    "visit": Row(READ, 204),
    "list_visits": Row(CONTRIBUTE),
    "list_since": Row(READ),
    "list_product_since": Row(READ),
    # core: lists, saved views, custom fields
    "list_objects": Row(READ),
    "list_ids": Row(READ),
    "list_groups": Row(READ),
    "list_fields": Row(READ),
    "export_list": Row(READ),
    "start_list_export": Row(READ, 202),
    "list_exports": Row(READ),  # one's own
    "read_export": Row(READ),  # one's own
    "download_export": Row(READ),  # one's own
    "bulk_edit": Row(CONTRIBUTE),
    "bulk_edit/of_initiatives": Row(STEER),
    "bulk_edit/preview": Row(READ),
    "list_saved_views": Row(READ),
    "save_view": Row(READ, 201),  # one's own
    "save_view/for_all": Row(CONTRIBUTE, 201),
    "choose_default_view": Row(READ, 204),  # one's own
    "read_saved_view": Row(READ),  # one that is shared
    "edit_saved_view": Row(STEER),  # somebody else's
    "archive_saved_view": Row(STEER),
    "restore_saved_view": Row(STEER),
    "list_custom_fields": Row(READ),
    "add_custom_field": Row(STEER, 201),
    "add_custom_field/of_the_workspace": Row(ADMINISTER, 201),
    "read_custom_field": Row(READ),
    "edit_custom_field": Row(STEER),
    "remove_custom_field": Row(STEER),
    "restore_custom_field": Row(STEER),
    # products
    "list_products": Row(READ),
    "add_product": Row(ADMINISTER, 201),
    "read_product": Row(READ),
    "edit_product": Row(STEER),
    # research
    "list_customers": Row(READ),
    "note_customer": Row(CONTRIBUTE, 201),  # to anything: customers belong to the workspace
    "read_customer": Row(READ, but=UNSEEN),
    "edit_customer": Row(CONTRIBUTE, but=UNSEEN),
    "archive_customer": Row(CONTRIBUTE, but=UNSEEN),
    "restore_customer": Row(CONTRIBUTE, but=UNSEEN),
    "list_insights": Row(READ),
    "note_insight": Row(CONTRIBUTE, 201),
    "read_insight": Row(READ),
    "edit_insight": Row(CONTRIBUTE),
    "archive_insight": Row(CONTRIBUTE),
    "restore_insight": Row(CONTRIBUTE),
    "list_highlights": Row(READ),
    "highlight_passage": Row(CONTRIBUTE, 201),
    "edit_highlight": Row(CONTRIBUTE),
    "remove_highlight": Row(CONTRIBUTE, 204),
    "list_merged_insights": Row(READ),
    "merge_insight": Row(CONTRIBUTE),
    "unmerge_insight": Row(CONTRIBUTE),
    "read_interview": Row(READ),  # the participant's name takes contributing
    "note_interview": Row(CONTRIBUTE),
    "erase_interview": Row(CONTRIBUTE),
    "list_due_interviews": Row(READ),
    "read_research_policy": Row(READ),
    "set_research_policy": Row(ADMINISTER),
    "list_opportunities": Row(READ),
    "name_opportunity": Row(CONTRIBUTE, 201),
    "read_opportunity": Row(READ),
    "edit_opportunity": Row(CONTRIBUTE),
    "read_opportunity_impact": Row(READ),
    "list_opportunity_quotes": Row(READ),
    "list_idea_quotes": Row(READ),
    "archive_opportunity": Row(CONTRIBUTE),
    "restore_opportunity": Row(CONTRIBUTE),
    "propose_idea": Row(CONTRIBUTE, 201),
    "read_idea": Row(READ),
    "edit_idea": Row(CONTRIBUTE),
    "read_idea_impact": Row(READ),
    "archive_idea": Row(CONTRIBUTE),
    "restore_idea": Row(CONTRIBUTE),
    # market
    "describe_persona": Row(CONTRIBUTE, 201),
    "read_persona": Row(READ),
    "edit_persona": Row(CONTRIBUTE),
    "archive_persona": Row(CONTRIBUTE),
    "restore_persona": Row(CONTRIBUTE),
    "state_job": Row(CONTRIBUTE, 201),
    "read_job_to_be_done": Row(READ),
    "edit_job_to_be_done": Row(CONTRIBUTE),
    "archive_job_to_be_done": Row(CONTRIBUTE),
    "restore_job_to_be_done": Row(CONTRIBUTE),
    "name_competitor": Row(CONTRIBUTE, 201),
    "read_competitor": Row(READ),
    "edit_competitor": Row(CONTRIBUTE),
    "archive_competitor": Row(CONTRIBUTE),
    "restore_competitor": Row(CONTRIBUTE),
    "add_criterion": Row(CONTRIBUTE, 201),
    "read_criterion": Row(READ),
    "edit_criterion": Row(CONTRIBUTE),
    "archive_criterion": Row(CONTRIBUTE),
    "restore_criterion": Row(CONTRIBUTE),
    "describe_persona/of_the_workspace": Row(CONTRIBUTE, 201),
    "edit_persona/of_the_workspace": Row(CONTRIBUTE, but=UNSEEN),
    "read_persona_voices": Row(READ),
    "read_comparison": Row(READ),
    "export_comparison": Row(READ),
    "rate_by_criterion": Row(CONTRIBUTE),
    "read_research_coverage": Row(READ),
    "list_covering_evidence": Row(READ),
    "plan_interview": Row(CONTRIBUTE, 201),
    "export_research_coverage": Row(READ),
    # discovery
    "read_idea_risks": Row(READ),
    "assume": Row(CONTRIBUTE, 201),
    "read_assumption": Row(READ),
    "edit_assumption": Row(CONTRIBUTE),
    "archive_assumption": Row(CONTRIBUTE),
    "restore_assumption": Row(CONTRIBUTE),
    "list_riskiest_assumptions": Row(READ),
    "plan_experiment": Row(CONTRIBUTE, 201),
    "read_experiment": Row(READ),
    "edit_experiment": Row(CONTRIBUTE),
    "archive_experiment": Row(CONTRIBUTE),
    "restore_experiment": Row(CONTRIBUTE),
    "start_experiment": Row(CONTRIBUTE),
    "finish_experiment": Row(CONTRIBUTE),
    "stop_experiment": Row(CONTRIBUTE),
    "weigh_experiment": Row(CONTRIBUTE),
    "read_discovery_tree": Row(READ),
    "answer_opportunity": Row(CONTRIBUTE, 201),
    "name_opportunity_below": Row(CONTRIBUTE, 201),
    "move_opportunity": Row(CONTRIBUTE),
    "move_opportunity/to_an_outcome": Row(CONTRIBUTE),
    "move_idea": Row(CONTRIBUTE),
    "mark_branch": Row(CONTRIBUTE),
    "prune_branch": Row(CONTRIBUTE),
    "dismiss_warning": Row(CONTRIBUTE, 201),
    "show_warning_again": Row(CONTRIBUTE, 204),
    # strategy
    "list_visions": Row(READ),
    "envision": Row(STEER, 201),
    "read_vision": Row(READ),
    "compare_visions": Row(READ),
    "list_canvases": Row(READ),
    "draw_canvas": Row(STEER, 201),
    "read_canvas": Row(READ),
    "edit_canvas": Row(STEER),
    "archive_canvas": Row(STEER),
    "restore_canvas": Row(STEER),
    "list_canvas_versions": Row(READ),
    "write_canvas_version": Row(STEER, 201),
    "read_canvas_version": Row(READ),
    "compare_canvas_versions": Row(READ),
    "read_canvas_sign_off": Row(READ),
    "ask_for_canvas_sign_off": Row(STEER, 201),
    # Whoever is asked, here the owner; it takes no role.
    "give_canvas_verdict": Row(READ, 409, but={"ada": 201}),
    "read_statement": Row(READ),
    "list_themes": Row(READ),
    "read_theme_balance": Row(READ),
    "set_theme": Row(STEER, 201),
    "read_theme": Row(READ),
    "edit_theme": Row(STEER),
    "archive_theme": Row(STEER),
    "restore_theme": Row(STEER),
    "list_contributions": Row(READ),
    "list_advanced_objectives": Row(READ),
    "list_objectives": Row(READ),
    "set_objective": Row(STEER, 201),
    "read_objective": Row(READ),
    "edit_objective": Row(STEER),
    "archive_objective": Row(STEER),
    "restore_objective": Row(STEER),
    "add_key_result": Row(STEER, 201),
    "read_key_result": Row(READ),
    "edit_key_result": Row(STEER),
    "archive_key_result": Row(STEER),
    "restore_key_result": Row(STEER),
    "list_check_ins": Row(READ),
    "check_in": Row(CONTRIBUTE, 201),
    # prioritisation
    "list_scorecard_methods": Row(READ),
    "list_scorecards": Row(READ),
    "make_scorecard": Row(STEER, 201),
    "read_scorecard": Row(READ),
    "edit_scorecard": Row(STEER),
    "archive_scorecard": Row(STEER),
    "restore_scorecard": Row(STEER),
    "read_ranking": Row(READ),
    "give_scores": Row(CONTRIBUTE),
    "note_kano_answers": Row(CONTRIBUTE, 201),
    "open_round": Row(STEER, 201),
    "reveal_round": Row(STEER),
    "settle_round": Row(STEER),
    "read_robustness": Row(READ),
    "read_cost_of_yes": Row(READ),
    "read_calibration": Row(READ),
    "read_capacity": Row(READ),
    # stakeholders
    "list_stakeholders": Row(READ),
    "register_stakeholder": Row(STEER, 201),
    "read_stakeholder": Row(READ),
    "edit_stakeholder": Row(STEER),
    "archive_stakeholder": Row(STEER),
    "restore_stakeholder": Row(STEER),
    "list_tellings": Row(READ),
    "tell_stakeholder": Row(CONTRIBUTE, 201),
    "read_sign_off": Row(READ),
    "ask_for_sign_off": Row(STEER, 201),
    # Whoever is asked, here the owner; it takes no role.
    "give_verdict": Row(READ, 409, but={"ada": 201}),
    # the feedback portal, for members
    "list_portals": Row(READ),
    "open_portal": Row(STEER, 201),
    "read_portal": Row(READ),
    "edit_portal": Row(STEER),
    "close_portal": Row(STEER),
    "reopen_portal": Row(STEER),
    "set_portal_passphrase": Row(STEER),
    "list_portal_guests": Row(STEER),
    "invite_portal_guest": Row(STEER, 201),
    "uninvite_portal_guest": Row(STEER, 204),
    "list_waiting": Row(READ),
    "list_posts": Row(READ),
    "add_post": Row(CONTRIBUTE, 201),
    "read_post": Row(READ),
    "edit_post": Row(CONTRIBUTE),
    "approve_post": Row(CONTRIBUTE),
    "reject_post": Row(CONTRIBUTE),
    "mark_post_as_spam": Row(CONTRIBUTE),
    "mark_post_as_no_spam": Row(CONTRIBUTE),
    "merge_post": Row(CONTRIBUTE),
    "connect_post": Row(CONTRIBUTE),
    "settle_shipped_post": Row(CONTRIBUTE),
    "list_post_votes": Row(READ),
    "vote_for_customer": Row(CONTRIBUTE, 201),
    "unvote_for_customer": Row(CONTRIBUTE, 204),
    "list_post_comments": Row(READ),
    "comment_on_post": Row(CONTRIBUTE, 201),
    "judge_post_comment": Row(CONTRIBUTE),
    "list_changelog": Row(READ),
    "draft_changelog_entry": Row(STEER, 201),
    "read_changelog_entry": Row(READ),
    "edit_changelog_entry": Row(STEER),
    "publish_changelog_entry": Row(STEER),
    "unpublish_changelog_entry": Row(STEER),
    "archive_changelog_entry": Row(STEER),
    "restore_changelog_entry": Row(STEER),
    # the feedback portal, for whoever comes along
    "read_public_portal": Row(ANYBODY),
    "list_public_posts": Row(ANYBODY),
    "suggest_public_posts": Row(ANYBODY),
    "read_public_post": Row(ANYBODY),
    "submit_public_post": Row(ANYBODY, 201),
    "vote_for_public_post": Row(ANYBODY),
    "unvote_for_public_post": Row(ANYBODY),
    "comment_on_public_post": Row(ANYBODY, 201),
    "unlock_public_portal": Row(ANYBODY),
    "ask_for_portal_key": Row(ANYBODY, 204),
    "use_portal_key": Row(ANYBODY),  # takes the mailed key
    "leave_public_portal": Row(ANYBODY, 204),
    "read_public_changelog": Row(ANYBODY),
    "follow_public_changelog": Row(ANYBODY, 204),
    "unfollow_public_changelog": Row(ANYBODY, 204),
    "unsubscribe_from_portal": Row(ANYBODY, 204),  # takes the mailed key
    # roadmap
    "read_roadmap": Row(READ),
    "add_lane": Row(STEER, 201),
    "read_lane": Row(READ),
    "edit_lane": Row(STEER),
    "retire_lane": Row(STEER),
    "restore_lane": Row(STEER),
    "list_initiatives": Row(READ),
    "add_initiative": Row(STEER, 201),
    "read_initiative": Row(READ),
    "edit_initiative": Row(STEER),
    "archive_initiative": Row(STEER),
    "restore_initiative": Row(STEER),
    "edit_initiatives": Row(STEER),
    "move_initiatives": Row(STEER, 409),  # it is in that product already
    "wait_for_initiative": Row(STEER, 201),
    "stop_waiting_for_initiative": Row(STEER, 204),
    "add_milestone": Row(STEER, 201),
    "read_milestone": Row(READ),
    "edit_milestone": Row(STEER),
    "archive_milestone": Row(STEER),
    "restore_milestone": Row(STEER),
    "list_promises": Row(READ),
    "make_promise": Row(STEER, 201),
    "read_promise": Row(READ),
    "edit_promise": Row(STEER),
    "settle_promise": Row(STEER),
    "archive_promise": Row(STEER),
    "restore_promise": Row(STEER),
    "list_launches": Row(READ),
    "plan_launch": Row(STEER, 201),
    "read_launch": Row(READ),
    "edit_launch": Row(STEER),
    "archive_launch": Row(STEER),
    "restore_launch": Row(STEER),
    "decide_launch": Row(STEER, 201),
    "release_launch": Row(STEER),
    "add_launch_step": Row(CONTRIBUTE, 201),
    "read_launch_step": Row(READ),
    "edit_launch_step": Row(CONTRIBUTE),
    "archive_launch_step": Row(CONTRIBUTE),
    "list_launch_templates": Row(READ),
    "add_launch_template": Row(STEER, 201),
    "read_launch_template": Row(READ),
    "edit_launch_template": Row(STEER),
    "archive_launch_template": Row(STEER),
    "read_outcome_review": Row(READ),
    "conclude_outcome_review": Row(STEER),
    "read_past_roadmap": Row(READ),
    "compare_roadmaps": Row(READ),
    "list_snapshots": Row(READ),
    "take_snapshot": Row(CONTRIBUTE, 201),
    "archive_snapshot": Row(STEER),
    "lint_roadmap": Row(READ),
    "match_initiatives": Row(READ),
    "read_roadmap_policy": Row(READ),
    "set_roadmap_policy": Row(STEER),
    "write_roadmap_text": Row(READ),
    "read_roadmap_text": Row(STEER),
    "read_roadmap_text/preview": Row(STEER),
    # delivery
    "list_projects": Row(READ),
    "start_project": Row(PLAN, 201),
    "start_project/of_no_product": Row(READ, 201, but={"stan": 403}),
    "read_project": Row(READ),
    "edit_project": Row(PLAN),
    "archive_project": Row(PLAN),
    "restore_project": Row(PLAN),
    "list_charters": Row(READ),
    "propose_charter": Row(PLAN, 201),
    "read_charter": Row(READ),
    "edit_charter": Row(PLAN),
    "accept_charter": Row(PLAN),
    "decline_charter": Row(PLAN),
    "list_amendments": Row(READ),
    "propose_amendment": Row(PLAN, 201),  # for the project's side
    "read_amendment": Row(READ),
    "sign_amendment": Row(PLAN),
    "decline_amendment": Row(PLAN),
    "import_research": Row(CONTRIBUTE, 202),
    "read_research_import": Row(READ),  # one's own
    "map_research_import": Row(READ),  # one's own
    "try_research_import": Row(READ),  # one's own
    "confirm_research_import": Row(CONTRIBUTE, 202),  # one's own
    "drop_research_import": Row(READ, 204),  # one's own
    "import_plan": Row(PLAN, 202),
    "read_import": Row(READ),  # one's own
    "confirm_import": Row(READ, 202),  # one's own
    "drop_import": Row(READ, 204),  # one's own
    # scheduling
    "read_plan": Row(READ),
    "edit_plan": Row(PLAN),
    "edit_plan/progress": Row(CONTRIBUTE),
    "edit_plan/preview": Row(PLAN),
    "read_forecast": Row(READ),
    "read_work_item": Row(READ),
    "explain_date": Row(READ),
    "lint_plan": Row(READ),
    "list_forecasts": Row(READ),
    "list_project_forecasts": Row(READ),
    # scheduling: baselines and scenarios
    "set_baseline": Row(PLAN, 201),
    "list_baselines": Row(READ),
    "read_baseline": Row(READ),
    "edit_baseline": Row(PLAN),
    "archive_baseline": Row(PLAN),
    "restore_baseline": Row(PLAN),
    "compare_moments": Row(READ),
    "export_moments": Row(READ),
    "open_scenario": Row(PLAN, 201),
    "list_scenarios": Row(READ),
    "read_scenario": Row(READ),
    "edit_scenario": Row(PLAN),
    "archive_scenario": Row(PLAN),
    "restore_scenario": Row(PLAN),
    "read_scenario_plan": Row(READ),
    "read_scenario_item": Row(READ),
    "edit_scenario_plan": Row(PLAN),
    "edit_scenario_plan/preview": Row(PLAN),
    "review_scenario": Row(READ),
    "merge_scenario": Row(PLAN),
    "merge_scenario/preview": Row(PLAN),
    "drop_scenario_changes": Row(PLAN),
    "export_plan": Row(READ),
    "start_plan_export": Row(READ, 202),
    "suggest_estimate": Row(READ),
    # delivery: types of work
    "list_item_types": Row(READ),
    "add_item_type": Row(ADMINISTER, 201),
    "read_item_type": Row(READ),
    "edit_item_type": Row(ADMINISTER),
    "archive_item_type": Row(ADMINISTER),
    "restore_item_type": Row(ADMINISTER),
    # scheduling: templates
    "save_plan_template": Row(PLAN, 201),
    "read_plan_template": Row(READ, but=UNSEEN),
    "edit_plan_template": Row(PLAN, but=UNSEEN),
    "archive_plan_template": Row(PLAN, but=UNSEEN),
    "restore_plan_template": Row(PLAN, but=UNSEEN),
    "start_project_from_template": Row(PLAN, 201, but=UNSEEN),
    "start_project_from_template/preview": Row(PLAN, but=UNSEEN),
    # resources, calendars, load, levelling
    "create_resource": Row(PLAN, 201),
    "create_resource/of_the_workspace": Row(PLAN, 201, but=UNSEEN),
    "read_resource": Row(READ),
    "edit_resource": Row(PLAN),
    "archive_resource": Row(PLAN),
    "restore_resource": Row(PLAN),
    "share_resource": Row(PLAN),
    "read_resource_rates": Row(PLAN),
    "read_resource_rates/of_the_workspace": Row(ADMINISTER, but=UNSEEN),
    "set_resource_rates": Row(PLAN),
    "list_calendars": Row(READ),
    "create_calendar": Row(PLAN, 201),
    "read_calendar": Row(READ),
    "edit_calendar": Row(PLAN),
    "archive_calendar": Row(PLAN),
    "restore_calendar": Row(PLAN),
    "list_holiday_countries": Row(READ),
    "read_load": Row(READ),
    "list_overloads": Row(READ),
    "read_demand": Row(READ),
    "list_free_people": Row(READ),
    "read_resource_load": Row(READ),
    "level_projects": Row(PLAN, 202),
    "read_project_values": Row(READ),
    "read_levelling": Row(READ),
    "list_levellings": Row(READ),
    "apply_levelling": Row(PLAN),
    "drop_levelling": Row(PLAN, 204),
    "recover_project": Row(PLAN, 202),
    "list_recoveries": Row(READ),
    "read_recovery": Row(READ),
    "open_way_back": Row(PLAN, 201),
    "drop_recovery": Row(PLAN, 204),
    "read_projects_in_time": Row(READ),
    "link_across": Row(PLAN, 201),
    "link_across_otherwise": Row(PLAN),
    "part_across": Row(PLAN, 204),
    # tracking: boards, iterations, flow, one's own work
    "read_board": Row(READ),
    "draw_workflow": Row(PLAN),
    "read_my_work": Row(READ),  # one's own
    # tracking: timesheets of others, by whoever plans their projects, or for them by admins; budgets
    "read_timesheet": Row(PLAN),
    "read_week": Row(PLAN),
    "read_time_entry": Row(PLAN, but=dict.fromkeys(("stan", "vera", "carl"), 404)),
    "report_hours": Row(ADMINISTER),
    "submit_timesheet": Row(ADMINISTER),
    "edit_timesheet": Row(ADMINISTER),
    "withdraw_timesheet": Row(ADMINISTER),
    "approve_timesheet": Row(PLAN),
    "approve_timesheets": Row(PLAN),
    "approve_timesheets/preview": Row(PLAN),
    "return_timesheet": Row(PLAN),
    "list_waiting_timesheets": Row(READ),  # of one's own projects
    "list_missing_timesheets": Row(READ),
    "read_timer": Row(READ),
    "start_timer": Row(CONTRIBUTE),
    "stop_timer": Row(READ, 409),  # none runs
    "read_budget": Row(READ),
    "list_item_costs": Row(READ),
    "approve_budget": Row(STEER),
    **{
        f"{verb}_{kind}_line": Row(PLAN, 201 if verb == "add" else 200)
        for verb in ("add", "read", "edit", "archive", "restore")
        for kind in ("budget", "cost")
    },
    "list_iterations": Row(READ),
    "plan_iteration": Row(PLAN, 201),
    "read_iteration": Row(READ),
    "edit_iteration": Row(PLAN),
    "archive_iteration": Row(PLAN),
    "commit_to_iteration": Row(CONTRIBUTE),
    "edit_and_commit": Row(CONTRIBUTE),
    "close_iteration": Row(PLAN),
    # tracking: change requests
    "raise_change_request": Row(CONTRIBUTE, 201),
    "read_change_request": Row(READ),
    "edit_change_request": Row(CONTRIBUTE),
    "archive_change_request": Row(CONTRIBUTE),
    "restore_change_request": Row(CONTRIBUTE),
    "weigh_change_request": Row(CONTRIBUTE),
    "submit_change_request": Row(CONTRIBUTE),
    "answer_change_request": Row(READ, 403, but={"ada": 200}),  # whoever is asked
    "carry_out_change_request": Row(PLAN),
    "read_flow": Row(READ),
    "read_slack": Row(READ),
    "read_progress": Row(READ),
    "read_milestone_trend": Row(READ),
    "read_forecast_history": Row(READ),
    "read_forecast_calibration": Row(READ),
    "read_forecast_moves": Row(READ),
    "read_deadline_guard": Row(READ),
    "guard_deadline": Row(PLAN),
    "answer_deadline_alert": Row(PLAN),
    "list_item_guards": Row(READ),
    "read_item_guard": Row(READ),
    "guard_item": Row(PLAN),
    "answer_item_alert": Row(PLAN),
    "read_project_responsibilities": Row(READ),
    "export_project_responsibilities": Row(READ),
    "name_circles": Row(PLAN),
    "read_item_circle": Row(READ),
    "list_gates": Row(READ),
    "set_up_usual_gates": Row(PLAN, 201),
    "set_up_gate": Row(PLAN, 201),
    "read_gate": Row(READ),
    "edit_gate": Row(PLAN),
    "archive_gate": Row(PLAN),
    "restore_gate": Row(PLAN),
    "check_criterion": Row(CONTRIBUTE),
    "decide_at_gate": Row(PLAN),  # where nobody is named to decide
    "settle_condition": Row(PLAN),  # and whoever it was given to
    # tracking: the register of a project
    **{
        f"{verb}_{kind}": row
        for kind in ("risk", "issue", "project_assumption", "outside_dependency", "decision", "lesson")
        for verb, row in (
            ("note", Row(CONTRIBUTE, 201)),
            ("read", Row(READ)),
            ("edit", Row(CONTRIBUTE)),
            ("archive", Row(CONTRIBUTE)),
            ("restore", Row(CONTRIBUTE)),
        )
    },
    "read_risk_matrix": Row(READ),
    "occur_risk": Row(CONTRIBUTE, 201),
    "disprove_project_assumption": Row(CONTRIBUTE, 201),
    # reporting
    "read_throughline": Row(READ),
    "list_gaps": Row(READ),
    "search": Row(READ),
    "read_home": Row(READ),
    "read_morning": Row(READ),  # of the projects that one manages
    "snooze_finding": Row(READ, 404, but={"piet": 200, "ada": 200}),  # one's own, as long as it is found
    "wake_finding": Row(READ, 404),
    "read_notifications": Row(READ),
    "choose_notifications": Row(READ),  # one's own
    # reporting: reminders: one's own
    "list_reminders": Row(READ),
    "remind_me": Row(READ, 201),
    "put_off_reminder": Row(READ),
    "finish_reminder": Row(READ),
    "forget_reminder": Row(READ, 204),
    "read_inbox": Row(READ),
    "mark_inbox_seen": Row(READ, 204),
    "list_shares": Row(READ),
    "open_share": Row(PLAN, 201),
    "close_share": Row(PLAN),
    "edit_share": Row(PLAN),
    "list_share_looks": Row(PLAN),
    "list_calendar_feeds": Row(READ),
    "make_calendar_feed": Row(READ, 201),
    "revoke_calendar_feed": Row(READ, 204),
    "read_calendar_feed": Row(ANYBODY),  # takes the calendar's token
    "read_shared": Row(ANYBODY),  # takes the share's token
    "unlock_shared": Row(ANYBODY),  # takes the share's token
    "look_at_shared": Row(ANYBODY, 204),  # takes the share's token
    "read_shared_news": Row(ANYBODY),  # takes the share's token
    "download_shared": Row(ANYBODY),  # takes the share's token
    # reporting: audiences, and roadmaps as files
    "list_audiences": Row(READ),
    "address_audience": Row(STEER, 201),
    "read_audience": Row(READ),
    "edit_audience": Row(STEER),
    "archive_audience": Row(STEER),
    "restore_audience": Row(STEER),
    "read_roadmap_as": Row(READ),
    "export_roadmap": Row(READ),
    # reporting: overseeing
    "list_updates": Row(READ),
    "list_responsibilities": Row(READ),
    "export_responsibilities": Row(READ),
    "read_responsibilities": Row(READ),
    "share_out_function": Row(PLAN),
    "share_out_function_of_product": Row(PLAN),
    "share_out_functions": Row(PLAN),
    "read_delivery": Row(READ),
    "say_how_it_goes": Row(CONTRIBUTE, 201),
    "read_product_health": Row(READ),
    "download_product_health": Row(READ),
    "read_portfolio": Row(READ),
    # reporting: status reports; drafts for whoever plans the project
    "draft_status_report": Row(PLAN, 201),
    "list_status_reports": Row(READ),
    "read_status_report": Row(PLAN),
    "read_status_report/published": Row(READ),
    "edit_status_report": Row(PLAN),
    "redraft_status_report": Row(PLAN),
    "publish_status_report": Row(PLAN),
    "archive_status_report": Row(PLAN),
    "restore_status_report": Row(PLAN),
    "list_status_readers": Row(PLAN),
    "send_status_report": Row(PLAN),
    "share_status_report": Row(PLAN, 201),
    "download_status_report": Row(READ),
    "read_status_wall": Row(READ),
    # reporting: digests; they hold addresses of people outside
    "list_digests": Row(STEER),
    "arrange_digest": Row(STEER, 201),
    "read_digest": Row(STEER),
    "edit_digest": Row(STEER),
    "switch_digest_on": Row(STEER),
    "switch_digest_off": Row(STEER),
    "preview_digest": Row(STEER),
    "list_digest_issues": Row(STEER),
    "read_digest_subscription": Row(ANYBODY),  # takes the mailed token
    "unsubscribe_from_digest": Row(ANYBODY),  # takes the mailed token
    "allow_digest_again": Row(ANYBODY),  # takes the mailed token
}
