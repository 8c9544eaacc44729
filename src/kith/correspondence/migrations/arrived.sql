-- Who sees the tray: those whose work it is to place what came (`core.permissions` says the same; a test compares them),
-- and the job that keeps and files it, which acts for nobody who works here.
CREATE FUNCTION kith_places_mail() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT kith_worker() = '00000000-0000-0000-0000-000000000000'
        OR EXISTS (SELECT FROM core_worker w WHERE w.id = kith_worker() AND w.is_active
                   AND w.role IN ('business_support', 'duty_worker', 'edt_worker', 'team_manager', 'service_manager'))
$$;

-- Somebody who may open a case now, for what is done in it on nobody's behalf: whoever holds it, else manages it, else
-- the first that was let in.
CREATE FUNCTION kith_keeper(asked uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT o.worker_id FROM kith_open o
    LEFT JOIN record_access a ON a.case_id = o.case_id AND a.worker_id = o.worker_id
        AND (a.until_at IS NULL OR a.until_at > clock_timestamp())
    WHERE o.case_id = asked
    ORDER BY array_position(ARRAY['allocated', 'opened', 'manages', 'supports'], a.why::text) NULLS LAST,
             a.from_at NULLS LAST, o.worker_id
    LIMIT 1
$$;
REVOKE ALL ON FUNCTION kith_keeper FROM PUBLIC;

-- Which message something answers, by the ids that its reply address or its headers name. The job acts for nobody yet,
-- so row security shows it nothing; this gives ids alone, to the job alone, and whoever acts then is judged again.
CREATE FUNCTION kith_answered(ids uuid[], refs text[])
RETURNS TABLE (case_id uuid, message_id uuid, reader_id uuid, worker_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT m.case_id, m.id, m.reader_id,
           CASE WHEN kith_may_open(m.written_by_id, m.case_id) THEN m.written_by_id ELSE kith_keeper(m.case_id) END
    FROM correspondence_outbox o JOIN correspondence_message m ON m.case_id = o.case_id AND m.id = o.message_id
    WHERE kith_worker() = '00000000-0000-0000-0000-000000000000'
      AND (o.reference = ANY (refs) OR o.message_id = ANY (ids))
    ORDER BY o.message_id = ANY (ids) DESC, array_position(refs, o.reference::text)
$$;

-- Whose number this is, among those written to: every participant of every case it was used for.
CREATE FUNCTION kith_known_way(asked bytea)
RETURNS TABLE (case_id uuid, participant_id uuid, worker_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT k.case_id, k.participant_id, kith_keeper(k.case_id)
    FROM correspondence_knownway k
    WHERE kith_worker() = '00000000-0000-0000-0000-000000000000' AND k.fingerprint = asked
    LIMIT 2
$$;

-- For those on duty now: that something waits to be read at once in a case of their shift, by its reference; no word of
-- it. A restricted case is not reached by duty, and is not named.
CREATE FUNCTION kith_read_now_on_duty()
RETURNS TABLE (reference text, asked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT c.reference, r.asked_at
    FROM correspondence_readnow r JOIN record_case c ON c.id = r.case_id
    WHERE r.read_at IS NULL AND NOT c.is_restricted AND NOT kith_may_open(kith_worker(), c.id)
      AND EXISTS (SELECT FROM record_shift s WHERE s.worker_id = kith_worker() AND s.from_at <= clock_timestamp()
                  AND s.until_at > clock_timestamp() AND (s.team_id IS NULL OR s.team_id = c.team_id))
      AND NOT EXISTS (SELECT FROM record_conflict n
                      WHERE n.case_id = c.id AND n.worker_id = kith_worker() AND n.ended_at IS NULL)
    ORDER BY r.asked_at LIMIT 50
$$;
REVOKE ALL ON FUNCTION kith_places_mail, kith_answered, kith_known_way, kith_read_now_on_duty FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_places_mail, kith_answered, kith_known_way, kith_read_now_on_duty TO kith_app;

-- What arrived moves only forward, and where it lay and what it was never change.
CREATE FUNCTION kith_arrived_forward() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.place <> OLD.place OR NEW.address <> OLD.address OR NEW.arrived_at <> OLD.arrived_at
        OR OLD.state IN ('filed', 'set aside') AND NEW.state <> OLD.state
    THEN
        RAISE EXCEPTION 'what arrived does not change, and is filed once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER correspondence_arrived_forward BEFORE UPDATE ON correspondence_arrived
    FOR EACH ROW EXECUTE FUNCTION kith_arrived_forward();
