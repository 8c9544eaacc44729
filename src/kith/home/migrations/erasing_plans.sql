-- Somebody's details, as before, and with them their contact plans, and the words of what left past one. That something
-- left past a plan, when and by whom, stays beside the message.
ALTER FUNCTION kith_erase_participant(uuid, uuid) RENAME TO kith_erase_participant_details;

CREATE FUNCTION kith_erase_participant(of_case uuid, which uuid) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    abouts text[];
BEGIN
    IF NOT kith_erase_participant_details(of_case, which) THEN RETURN false; END IF;
    SELECT array_agg(about) INTO abouts FROM (
        SELECT 'record.contactplan:' || p.id FROM record_contactplan p
            WHERE p.case_id = of_case AND p.participant_id = which
        UNION ALL
        SELECT 'record.waythrough:' || w.id FROM record_waythrough w
            WHERE w.case_id = of_case AND w.participant_id = which) told (about);
    DELETE FROM record_contactplan WHERE case_id = of_case AND participant_id = which;
    UPDATE record_waythrough SET why = '(erased)', plan_said = '(erased)',
        review_text = CASE review_text WHEN '' THEN '' ELSE '(erased)' END
        WHERE case_id = of_case AND participant_id = which;
    PERFORM kith_erase_told(of_case, coalesce(abouts, '{}'));
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION kith_erase_participant(uuid, uuid) FROM PUBLIC;
