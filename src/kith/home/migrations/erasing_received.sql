-- As in erasing_one.sql, with what came in; `kith_erase_participant` (erasing_plans.sql) calls the first of these.
-- Somebody's details: names, date of birth, ways to reach them. Their part, their side and what protects them stay:
-- while anything in the case might tell a protected fact, the guard must know it.
CREATE OR REPLACE FUNCTION kith_erase_participant_details(of_case uuid, which uuid) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    abouts text[];
BEGIN
    UPDATE record_participant SET known_as = '(erased)', born_on = NULL WHERE case_id = of_case AND id = which;
    IF NOT FOUND THEN RETURN false; END IF;
    SELECT array_agg('record.contactdetail:' || c.id) INTO abouts
        FROM record_contactdetail c WHERE c.case_id = of_case AND c.participant_id = which;
    DELETE FROM record_participantname WHERE case_id = of_case AND participant_id = which;
    DELETE FROM record_personlink WHERE case_id = of_case AND participant_id = which;
    DELETE FROM record_contactdetail c WHERE c.case_id = of_case AND c.participant_id = which AND NOT EXISTS (
        SELECT FROM correspondence_message m WHERE m.case_id = of_case AND m.contact_id = c.id);
    UPDATE record_contactdetail SET value_sealed = '', verified_how = '', may_write = false,
        ended_at = coalesce(ended_at, now()) WHERE case_id = of_case AND participant_id = which;
    UPDATE exhibits_exhibit SET from_text = '(erased)', packed_text = ''
        WHERE case_id = of_case AND from_participant = which;
    UPDATE exhibits_custodyevent v SET detail = '' FROM exhibits_exhibit e
        WHERE v.case_id = of_case AND e.case_id = of_case AND e.id = v.exhibit_id AND e.from_participant = which
          AND v.verb = 'taken in';
    UPDATE court_statementname SET shown_as = '', role_text = '' WHERE case_id = of_case AND participant_id = which;
    UPDATE correspondence_received SET sender_sealed = '', sender_name = '' WHERE case_id = of_case AND participant_id = which;
    DELETE FROM correspondence_knownway WHERE case_id = of_case AND participant_id = which;
    PERFORM kith_erase_told(of_case, abouts || ('record.participant:' || which));
    RETURN true;
END $$;

-- A file goes when nothing in the case needs it any more; what needs one has a foreign key to it.
CREATE OR REPLACE FUNCTION kith_erase_file(of_case uuid, file uuid, erasure uuid) RETURNS void LANGUAGE plpgsql
AS $$
DECLARE
    kept_at text;
BEGIN
    DELETE FROM core_stored_file s WHERE s.case_id = of_case AND s.id = file RETURNING s.address INTO kept_at;
    IF FOUND THEN
        INSERT INTO core_erased_object (case_id, name, erased_by, is_deleted)
            VALUES (of_case, kept_at || '.' || replace(file::text, '-', ''), erasure, false) ON CONFLICT DO NOTHING;
    END IF;
EXCEPTION WHEN foreign_key_violation THEN
    RETURN;
END $$;
