-- Which check-ins are due, whoever's they are; ids alone. One whose worker may no longer open the case waits.
CREATE FUNCTION kith_check_ins_due(asked timestamptz)
RETURNS TABLE (case_id uuid, check_in_id uuid, started_by uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT c.case_id, c.id, c.started_by_id
    FROM correspondence_checkin c
    WHERE c.next_at <= asked AND kith_may_open(c.started_by_id, c.case_id)
    ORDER BY c.next_at
    LIMIT 1000
$$;
REVOKE ALL ON FUNCTION kith_check_ins_due(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_check_ins_due(timestamptz) TO kith_app;
