-- A message moves only forward (rules.outbox says the same). Back to waiting is allowed from "sending" alone: there the
-- channel has said, or the connection has shown, that it did not take the message. What is unsure is never queued again;
-- a bounce may come after a delivery. Who it goes to, under which reference and until when it is of use never changes.
CREATE OR REPLACE FUNCTION kith_outbox_forward() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.message_id <> OLD.message_id OR NEW.reference <> OLD.reference OR NEW.queued_at <> OLD.queued_at
        OR NEW.useless_after <> OLD.useless_after OR NEW.attempts < OLD.attempts
    THEN
        RAISE EXCEPTION 'what a message in the outbox is does not change';
    END IF;
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state
        WHEN 'created' THEN NEW.state IN ('sent', 'delivered', 'failed', 'refused', 'expired')
        WHEN 'held' THEN NEW.state IN ('queued', 'sending', 'refused', 'expired')
        WHEN 'queued' THEN NEW.state IN ('held', 'sending', 'refused', 'expired')
        WHEN 'sending' THEN NEW.state IN ('queued', 'sent', 'delivered', 'failed', 'refused', 'expired', 'unsure')
        WHEN 'unsure' THEN NEW.state IN ('sent', 'delivered', 'failed', 'refused')
        WHEN 'sent' THEN NEW.state IN ('delivered', 'failed')
        WHEN 'delivered' THEN NEW.state = 'failed'
        ELSE false END)
    THEN
        RAISE EXCEPTION 'a message cannot go from % to %', OLD.state, NEW.state;
    END IF;
    RETURN NEW;
END $$;

-- As before; what is held is due when its moment comes, and what waits for a person when it is of no use any more.
-- Whether its writer may still open the case is asked last, for those alone that are looked at.
CREATE OR REPLACE FUNCTION kith_outbox_due(asked timestamptz)
RETURNS TABLE (case_id uuid, outbox_id uuid, written_by uuid, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT d.case_id, d.id, d.written_by_id, d.state FROM (
        SELECT o.case_id, o.id, m.written_by_id, o.state, o.next_try_at
        FROM correspondence_outbox o
        JOIN correspondence_message m ON m.case_id = o.case_id AND m.id = o.message_id
        WHERE (o.state = 'sending') OR (o.state IN ('queued', 'held') AND o.next_try_at <= asked)
           OR (o.state = 'created' AND o.useless_after <= asked)
        ORDER BY o.next_try_at
        OFFSET 0
    ) d
    WHERE kith_may_open(d.written_by_id, d.case_id)
    LIMIT 1000
$$;

-- A message has left when a channel took it: one that waits, did not go or may not have gone is not shown to its reader.
CREATE OR REPLACE FUNCTION kith_has_left(in_case uuid, release uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT 1 FROM correspondence_message m
        LEFT JOIN correspondence_outbox o ON o.case_id = m.case_id AND o.message_id = m.id
        WHERE m.case_id = in_case AND m.release_id = release
          AND (o.state IS NULL OR o.state NOT IN ('sent', 'delivered'))
    );
END $$;

-- Whose message a receipt is about: three ids, to one who knows its reference, which is an opaque id. Receipts come in
-- nobody's name; they are noted in its writer's, or in that of a colleague who may open the case where the writer left.
CREATE FUNCTION kith_outbox_of(asked text)
RETURNS TABLE (case_id uuid, outbox_id uuid, worker_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT o.case_id, o.id, w.id
    FROM correspondence_outbox o
    JOIN correspondence_message m ON m.case_id = o.case_id AND m.id = o.message_id
    JOIN core_worker w ON w.id = m.written_by_id
        OR w.id IN (SELECT a.worker_id FROM record_access a WHERE a.case_id = o.case_id)
    WHERE o.reference = asked AND kith_may_open(w.id, o.case_id)
    ORDER BY w.id <> m.written_by_id, w.id
    LIMIT 1
$$;
REVOKE ALL ON FUNCTION kith_outbox_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_outbox_of TO kith_app;
