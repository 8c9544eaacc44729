-- A second look is asked in one's own name, and decided once, by a manager of the case who did not ask.
ALTER TABLE record_secondlook ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON record_secondlook TO kith_app;
GRANT UPDATE (state, decided_by_id, decided_at, until_at, reasons, says) ON record_secondlook TO kith_app;
CREATE POLICY record_secondlook_seen ON record_secondlook FOR SELECT TO kith_app
    USING (case_id = ANY ((SELECT kith_cases())::uuid[]));
CREATE POLICY record_secondlook_asked ON record_secondlook FOR INSERT TO kith_app
    WITH CHECK (case_id = ANY ((SELECT kith_cases())::uuid[]) AND asked_by_id = (SELECT kith_worker())
                AND state = 'waiting' AND decided_by_id IS NULL);
CREATE POLICY record_secondlook_decided ON record_secondlook FOR UPDATE TO kith_app
    USING (case_id = ANY ((SELECT kith_cases())::uuid[]) AND state = 'waiting' AND until_at > clock_timestamp()
           AND asked_by_id <> (SELECT kith_worker()) AND kith_manages(case_id))
    WITH CHECK (decided_by_id = (SELECT kith_worker()) AND state IN ('passed', 'refused'));

-- Whatever a program does: what was judged to be stopped leaves only with a second person's pass, for the same reader.
CREATE FUNCTION kith_stop_stands() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.state = 'released' AND NEW.verdict ->> 'level' = 'block' AND NOT EXISTS (
        SELECT FROM record_secondlook s
        WHERE s.case_id = NEW.case_id AND s.id = NEW.second_look_id AND s.state = 'passed' AND s.reader_id = NEW.reader_id
          AND s.decided_by_id = NEW.overridden_by_id AND s.decided_by_id <> NEW.released_by_id
          AND s.until_at > NEW.released_at)
    THEN
        RAISE EXCEPTION 'what is stopped leaves only when a second person passed it';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_release_stop_stands BEFORE INSERT ON record_release FOR EACH ROW EXECUTE FUNCTION kith_stop_stands();

-- Where the words of the record are erased, so are those that a copy was to be made without.
CREATE FUNCTION kith_forget_left_out() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE record_redaction SET words = '(erased)'
    WHERE case_id = NEW.case_id AND words <> '' AND (source_id = NEW.id
        OR TG_TABLE_NAME = 'record_citation' AND holder_id = (to_jsonb(NEW) ->> 'holder_id')::uuid);
    RETURN NEW;
END $$;
CREATE TRIGGER record_entry_left_out AFTER UPDATE OF text ON record_entry
    FOR EACH ROW WHEN (NEW.text = '(erased)') EXECUTE FUNCTION kith_forget_left_out();
CREATE TRIGGER record_citation_left_out AFTER UPDATE OF text ON record_citation
    FOR EACH ROW WHEN (NEW.text = '(erased)') EXECUTE FUNCTION kith_forget_left_out();

GRANT UPDATE (ground, why, undone_by_id, undone_at) ON record_redaction TO kith_app;
GRANT UPDATE (answer, answer_text, asked_on, asked_by_id) ON record_askfirst TO kith_app;
