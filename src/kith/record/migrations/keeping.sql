-- A hold is only ever ended, once. Nothing else of it changes.
GRANT UPDATE (ended_by_id, ended_at, ended_why) ON record_hold TO kith_app;
CREATE FUNCTION kith_hold_only_ends() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL THEN
        RAISE EXCEPTION 'this hold has ended already';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_hold_only_ends BEFORE UPDATE ON record_hold FOR EACH ROW EXECUTE FUNCTION kith_hold_only_ends();

-- Whether a legal hold stands on a case. One that begins later stands already.
CREATE FUNCTION kith_is_held(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM record_hold h WHERE h.case_id = asked AND h.ended_at IS NULL
                   AND (h.until_on IS NULL OR h.until_on >= current_date))
$$;
REVOKE ALL ON FUNCTION kith_is_held FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_is_held TO kith_app;

-- What is held is not deleted, by nobody and by no path: the owner at a prompt included. The one exception is doing again,
-- after a restore, what was lawfully erased before.
CREATE FUNCTION kith_held_stays() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF NOT kith_is_erasing()
        AND kith_is_held((to_jsonb(OLD) ->> CASE TG_TABLE_NAME WHEN 'record_case' THEN 'id' ELSE 'case_id' END)::uuid)
    THEN
        RAISE EXCEPTION 'a legal hold stands on this case' USING ERRCODE = 'KH001';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER record_case_held BEFORE DELETE ON record_case FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER core_case_key_held BEFORE DELETE ON core_case_key FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER core_stored_file_held BEFORE DELETE ON core_stored_file FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER record_entry_held BEFORE DELETE ON record_entry FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER record_decision_held BEFORE DELETE ON record_decision FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER record_participant_held BEFORE DELETE ON record_participant FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER record_release_held BEFORE DELETE ON record_release FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER record_releasedcopy_held BEFORE DELETE ON record_releasedcopy
    FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
CREATE TRIGGER record_hold_held BEFORE DELETE ON record_hold FOR EACH ROW EXECUTE FUNCTION kith_held_stays();

-- A review: asked for by whoever may open the case, or by who decides; decided in one's own name by who decides; and
-- confirmed only by `kith_erase`, which runs as the owner.
ALTER TABLE record_review ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON record_review TO kith_app;
GRANT UPDATE (decision, keep_until, decided_why, decided_by_id, decided_at) ON record_review TO kith_app;
CREATE POLICY record_review_seen ON record_review FOR SELECT TO kith_app
    USING (case_id = ANY ((SELECT kith_cases())::uuid[]) OR (SELECT kith_confirms()));
CREATE POLICY record_review_asked ON record_review FOR INSERT TO kith_app
    WITH CHECK ((case_id = ANY ((SELECT kith_cases())::uuid[]) OR (SELECT kith_decides()))
                AND asked_by_id = (SELECT kith_worker()) AND confirmed_by_id IS NULL
                AND (decided_by_id IS NULL OR (decided_by_id = (SELECT kith_worker()) AND (SELECT kith_decides()))));
CREATE POLICY record_review_decided ON record_review FOR UPDATE TO kith_app
    USING (confirmed_by_id IS NULL AND (SELECT kith_decides()))
    WITH CHECK (decided_by_id = (SELECT kith_worker()) AND confirmed_by_id IS NULL);

-- A case that was sealed on an adoption is linked with no other case again.
CREATE FUNCTION kith_sealed_stays_apart() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM record_adoptionseal s WHERE s.case_id = NEW.case_id) THEN
        RAISE EXCEPTION 'a case sealed on an adoption is linked with no other case';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION kith_sealed_stays_apart FROM PUBLIC;
CREATE TRIGGER record_personlink_apart BEFORE INSERT OR UPDATE ON record_personlink
    FOR EACH ROW EXECUTE FUNCTION kith_sealed_stays_apart();
