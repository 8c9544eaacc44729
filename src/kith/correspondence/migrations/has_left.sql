-- A message has left when its outbox says that it was sent: one that waits, was refused (something in it has been
-- protected since) or may not have been sent is not shown to its reader. What is no message left when it was released.
CREATE OR REPLACE FUNCTION kith_has_left(in_case uuid, release uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT 1 FROM correspondence_message m
        LEFT JOIN correspondence_outbox o ON o.case_id = m.case_id AND o.message_id = m.id
        WHERE m.case_id = in_case AND m.release_id = release AND o.state IS DISTINCT FROM 'sent'
    );
END $$;
