-- Erases one thing as the owner. `again` is for doing again after a restore what was lawfully erased before: a hold that
-- the old copy still shows had ended by then.
CREATE FUNCTION kith_do_erase(erasure core_erasure, again boolean) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    found boolean;
BEGIN
    PERFORM FROM record_case WHERE id = erasure.case_id FOR UPDATE;  -- nobody places a hold meanwhile
    IF NOT again AND erasure.what <> 'links' AND kith_is_held(erasure.case_id) THEN
        RAISE EXCEPTION 'a legal hold stands on this case' USING ERRCODE = 'KH001';
    END IF;
    INSERT INTO core_erasure VALUES (erasure.*);
    PERFORM set_config('kith.erasing', 'yes', true);
    CASE erasure.what
        WHEN 'case' THEN found := kith_erase_case(erasure.case_id, erasure.id);
        WHEN 'entry' THEN found := kith_erase_entry(erasure.case_id, erasure.thing);
        WHEN 'participant' THEN found := kith_erase_participant(erasure.case_id, erasure.thing);
        WHEN 'quotation' THEN found := kith_erase_quotation(erasure.case_id, erasure.thing);
        WHEN 'exhibit' THEN found := kith_erase_exhibit(erasure.case_id, erasure.thing, erasure.id);
        WHEN 'draft' THEN found := kith_erase_draft(erasure.case_id, erasure.thing);
        WHEN 'links' THEN
            DELETE FROM record_personlink WHERE case_id = erasure.case_id;
            found := true;
    END CASE;
    PERFORM set_config('kith.erasing', '', true);
    RETURN found;
END $$;

-- Carries out what one person decided and a second confirms: the asking worker is the second. Gives the erasure's id.
CREATE FUNCTION kith_erase(review uuid, done_at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    asked record_review;
    made core_erasure;
BEGIN
    IF NOT kith_confirms() THEN
        RAISE EXCEPTION 'not theirs to confirm' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO asked FROM record_review WHERE id = review FOR UPDATE;
    IF NOT FOUND OR asked.decision <> 'destroy' OR asked.confirmed_by_id IS NOT NULL THEN
        RAISE EXCEPTION 'nothing was decided that could be confirmed' USING ERRCODE = 'KH003';
    END IF;
    IF asked.decided_by_id = kith_worker() THEN
        RAISE EXCEPTION 'whoever decided does not confirm' USING ERRCODE = 'KH004';
    END IF;
    IF asked.what = 'case' AND asked.ground = 'time_over' AND NOT kith_time_is_over(asked) THEN
        RAISE EXCEPTION 'the case is open, or its time is not over' USING ERRCODE = 'KH005';
    END IF;
    made := (gen_random_uuid(), asked.case_id, asked.what, asked.thing, asked.ground, done_at,
             (SELECT role FROM core_worker WHERE id = asked.decided_by_id),
             (SELECT role FROM core_worker WHERE id = kith_worker()), false);
    IF NOT kith_do_erase(made, false) THEN
        RAISE EXCEPTION 'there is no such thing in the case' USING ERRCODE = 'KH003';
    END IF;
    UPDATE record_review SET confirmed_by_id = kith_worker(), confirmed_at = done_at, why = '', decided_why = ''
        WHERE id = review;
    RETURN made.id;
END $$;

-- Closed since before it was decided, and due that day: a case opened again meanwhile is kept.
CREATE FUNCTION kith_time_is_over(asked record_review) RETURNS boolean LANGUAGE sql STABLE
AS $$
    SELECT asked.due_on <= current_date AND coalesce((
        SELECT c.state = 'closed' AND c.said_at <= asked.decided_at FROM record_closing c
        WHERE c.case_id = asked.case_id ORDER BY c.said_at DESC, c.id LIMIT 1), false)
$$;

-- Takes away a sealed case's links with other cases. The seal itself must stand, set by the asking worker.
CREATE FUNCTION kith_erase_links(of_case uuid, done_at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    theirs text := (SELECT role FROM core_worker WHERE id = kith_worker());
    made core_erasure := (gen_random_uuid(), of_case, 'links', NULL, 'adoption', done_at, theirs, theirs, false);
BEGIN
    IF NOT of_case = ANY (kith_cases()) OR NOT EXISTS (
        SELECT FROM record_adoptionseal s WHERE s.case_id = of_case AND s.sealed_by_id = kith_worker())
    THEN
        RAISE EXCEPTION 'not theirs to seal' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM kith_do_erase(made, false);
    RETURN made.id;
END $$;

-- Does again what the list outside the database says was erased. The owner's alone: nobody else may run it.
CREATE FUNCTION kith_erase_again(made core_erasure) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM core_erasure e WHERE e.id = made.id) THEN RETURN false; END IF;
    PERFORM kith_do_erase(made, true);
    UPDATE record_review SET why = '', decided_why = '' WHERE case_id = made.case_id AND thing = made.thing;
    RETURN true;
END $$;

REVOKE ALL ON FUNCTION kith_erase_told, kith_erase_entry, kith_erase_participant, kith_erase_quotation,
    kith_without_line, kith_erase_exhibit, kith_no_hash, kith_erase_file, kith_erase_draft, kith_erase_case, kith_do_erase,
    kith_erase, kith_time_is_over, kith_erase_links, kith_erase_again FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_erase, kith_erase_links TO kith_app;
