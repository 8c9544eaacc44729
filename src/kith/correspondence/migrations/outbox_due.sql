-- As in outbox.sql; whether the writer may still open the case is now the record's to say, for every way in.
CREATE OR REPLACE FUNCTION kith_outbox_due(asked timestamptz)
RETURNS TABLE (case_id uuid, outbox_id uuid, written_by uuid, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT o.case_id, o.id, m.written_by_id, o.state
    FROM correspondence_outbox o
    JOIN correspondence_message m ON m.case_id = o.case_id AND m.id = o.message_id
    WHERE o.state IN ('queued', 'sending') AND (o.state = 'sending' OR o.next_try_at <= asked)
      AND kith_may_open(m.written_by_id, o.case_id)
    ORDER BY o.next_try_at
    LIMIT 1000
$$;
