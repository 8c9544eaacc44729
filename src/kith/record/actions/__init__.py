"""What changes in the record: one function for each thing a worker does."""

from kith.record.actions.access import (
    CannotBeLetIn,
    LastOne,
    LockedOut,
    NotYours,
    end_access,
    give_access,
    hand_over,
    place_with_team,
)
from kith.record.actions.adoption import seal_for_adoption
from kith.record.actions.closing import (
    declare_conflict,
    end_conflict,
    lift_restriction,
    record_conflict,
    restrict_case,
    stop_withholding,
    withhold_looks,
)
from kith.record.actions.contact_plan import (
    PlanChanged,
    check_plan,
    go_through,
    review_way_through,
    write_plan,
)
from kith.record.actions.door import look_in, open_copy, write_own_words
from kith.record.actions.drafts import save_draft, use_draft
from kith.record.actions.keeping import (
    ask_erasure,
    choose_schedule,
    close_case,
    end_hold,
    place_hold,
    reopen_case,
)
from kith.record.actions.leaving import Outgoing, OutgoingFile, Released, release
from kith.record.actions.leaving_out import (
    AlreadyMarked,
    NoGround,
    give_ground,
    leave_out,
    mark_ask_first,
    note_tellers_answer,
    put_back_in,
)
from kith.record.actions.opening import open_case, start_case
from kith.record.actions.outside import AlreadyIn, end_reader, let_in, withhold
from kith.record.actions.people import (
    add_contact_detail,
    add_participant,
    allow_to_know,
    end_contact_detail,
    protect_fact,
)
from kith.record.actions.placing import Placed, give_exhibit_number, place_items
from kith.record.actions.quoting import Quoted, drop_quotation, keep_quotation, use_quotations
from kith.record.actions.reaching import (
    CannotBeOnDuty,
    break_glass,
    end_shift,
    give_shift,
    judge_opening,
    reach_case,
    read_opening,
    review_break_glass,
)
from kith.record.actions.second_look import CannotDecide, NobodyMayPass, ask_second_person, decide_second_look
from kith.record.actions.timeline import add_to_timeline
from kith.record.actions.writing import record_decision, write_entry

__all__ = [
    "AlreadyIn",
    "AlreadyMarked",
    "CannotBeLetIn",
    "CannotBeOnDuty",
    "CannotDecide",
    "LastOne",
    "LockedOut",
    "NoGround",
    "NobodyMayPass",
    "NotYours",
    "Outgoing",
    "OutgoingFile",
    "Placed",
    "PlanChanged",
    "Quoted",
    "Released",
    "add_contact_detail",
    "add_participant",
    "add_to_timeline",
    "allow_to_know",
    "ask_erasure",
    "ask_second_person",
    "break_glass",
    "judge_opening",
    "read_opening",
    "check_plan",
    "choose_schedule",
    "close_case",
    "declare_conflict",
    "decide_second_look",
    "drop_quotation",
    "end_access",
    "end_conflict",
    "end_contact_detail",
    "end_hold",
    "end_reader",
    "end_shift",
    "give_access",
    "give_exhibit_number",
    "give_ground",
    "give_shift",
    "go_through",
    "hand_over",
    "keep_quotation",
    "leave_out",
    "let_in",
    "lift_restriction",
    "look_in",
    "mark_ask_first",
    "note_tellers_answer",
    "open_case",
    "open_copy",
    "place_hold",
    "place_items",
    "place_with_team",
    "protect_fact",
    "put_back_in",
    "reach_case",
    "record_conflict",
    "record_decision",
    "release",
    "reopen_case",
    "restrict_case",
    "review_break_glass",
    "review_way_through",
    "save_draft",
    "seal_for_adoption",
    "start_case",
    "stop_withholding",
    "use_draft",
    "use_quotations",
    "withhold",
    "withhold_looks",
    "write_entry",
    "write_own_words",
    "write_plan",
]
