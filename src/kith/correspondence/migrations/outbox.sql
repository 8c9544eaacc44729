-- A message moves only forward. Back to waiting is allowed from "sending" alone: there the mail server has said, or the
-- connection has shown, that it did not take the message. What is unsure is never queued again. Who it goes to and
-- under which Message-ID never changes, and no try is forgotten.
CREATE FUNCTION kith_outbox_forward() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.message_id <> OLD.message_id OR NEW.reference <> OLD.reference OR NEW.queued_at <> OLD.queued_at
        OR NEW.attempts < OLD.attempts
    THEN
        RAISE EXCEPTION 'what a message in the outbox is does not change';
    END IF;
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state
        WHEN 'queued' THEN NEW.state IN ('sending', 'refused')
        WHEN 'sending' THEN NEW.state IN ('queued', 'sent', 'refused', 'unsure')
        WHEN 'unsure' THEN NEW.state IN ('sent', 'refused')
        ELSE false END)
    THEN
        RAISE EXCEPTION 'a message cannot go from % to %', OLD.state, NEW.state;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER correspondence_outbox_forward BEFORE UPDATE ON correspondence_outbox
    FOR EACH ROW EXECUTE FUNCTION kith_outbox_forward();

-- What the sweep must look at, in any case: it acts for nobody yet, so row security shows it nothing. This tells it
-- where to look and on whose behalf to act, three ids and a state for each, and nothing that was written; whoever acts
-- is judged again by row security. Messages of somebody who may no longer open the case are left out: they wait for a
-- colleague's eye (their page says so) and leave in nobody's name.
CREATE FUNCTION kith_outbox_due(asked timestamptz)
RETURNS TABLE (case_id uuid, outbox_id uuid, written_by uuid, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT o.case_id, o.id, m.written_by_id, o.state
    FROM correspondence_outbox o
    JOIN correspondence_message m ON m.case_id = o.case_id AND m.id = o.message_id
    WHERE o.state IN ('queued', 'sending') AND (o.state = 'sending' OR o.next_try_at <= asked)
      AND EXISTS (SELECT 1 FROM record_access a WHERE a.case_id = o.case_id AND a.worker_id = m.written_by_id
                  AND a.from_at <= now() AND (a.until_at IS NULL OR a.until_at > now()))
    ORDER BY o.next_try_at
    LIMIT 1000
$$;
REVOKE ALL ON FUNCTION kith_outbox_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_outbox_due TO kith_app;
