-- One function for each kind of thing that may be erased. Each runs as the owner, inside `kith_do_erase` alone; each tells
-- whether the thing was there. What stays is a bare row, so that what points at it still does, with "(erased)" for words.

-- The words that the ledger keeps beside its lines about these rows go, with their salt; the lines stay and still verify.
CREATE FUNCTION kith_erase_told(of_case uuid, abouts text[]) RETURNS void LANGUAGE sql
AS $$
    DELETE FROM core_ledger_words w USING core_ledger l
    WHERE w.chain = of_case AND l.chain = w.chain AND l.seq = w.seq AND l.body::jsonb ->> 'about' = ANY (abouts)
$$;

-- An entry: its words, its date, whom it is about, the quotations in it, and the drafts it was written from.
CREATE FUNCTION kith_erase_entry(of_case uuid, which uuid) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    entry record_entry;
BEGIN
    UPDATE record_entry SET text = '(erased)', happened_text = '(erased)', happened_from = NULL, happened_until = NULL,
        precision = 'unknown', allegation = ''
    WHERE case_id = of_case AND id = which RETURNING * INTO entry;
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM record_entryabout WHERE case_id = of_case AND entry_id = which;
    DELETE FROM record_timelinerow WHERE case_id = of_case AND source_id = which;
    DELETE FROM record_citation WHERE case_id = of_case AND holder = 'entry' AND holder_id = which;
    DELETE FROM record_draft WHERE case_id = of_case
        AND ((worker_id = entry.recorded_by_id AND used_at = entry.recorded_at) OR place LIKE '%:' || which);
    PERFORM kith_erase_told(of_case, ARRAY['record.entry:' || which]);
    RETURN true;
END $$;

-- Somebody's details: names, date of birth, ways to reach them. Their part, their side and what protects them stay:
-- while anything in the case might tell a protected fact, the guard must know it.
CREATE FUNCTION kith_erase_participant(of_case uuid, which uuid) RETURNS boolean LANGUAGE plpgsql
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
    PERFORM kith_erase_told(of_case, abouts || ('record.participant:' || which));
    RETURN true;
END $$;

-- A quotation, wherever in the case the same line is quoted; and where it stands around another quotation.
CREATE FUNCTION kith_erase_quotation(of_case uuid, which uuid) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    one record_citation;
BEGIN
    SELECT * INTO one FROM record_citation WHERE case_id = of_case AND id = which;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE record_citation SET before = kith_without_line(before, one.line), after = kith_without_line(after, one.line)
        WHERE case_id = of_case AND source_id = one.source_id AND member = one.member;
    UPDATE record_citation SET text = '(erased)', said_by_text = '', said_at_text = '', before = '[]', after = '[]'
        WHERE case_id = of_case AND source_id = one.source_id AND member = one.member AND span_start = one.span_start;
    RETURN true;
END $$;

CREATE FUNCTION kith_without_line(around jsonb, gone bigint) RETURNS jsonb LANGUAGE sql IMMUTABLE
AS $$
    SELECT coalesce(jsonb_agg(said ORDER BY place), '[]')
    FROM jsonb_array_elements(around) WITH ORDINALITY AS each (said, place) WHERE (said ->> 'line')::bigint <> gone
$$;

-- An exhibit: its items, what search knows of them, its people, questions and names, every quotation of it, and its file
-- with the key, unless the same file stands in the case for another reason. Its number and its custody's dates stay.
CREATE FUNCTION kith_erase_exhibit(of_case uuid, which uuid, erasure uuid) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    exhibit exhibits_exhibit;
BEGIN
    SELECT * INTO exhibit FROM exhibits_exhibit WHERE case_id = of_case AND id = which FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    IF exhibit.state = 'reading' THEN
        RAISE EXCEPTION 'this exhibit is being read' USING ERRCODE = 'KH002';
    END IF;
    DELETE FROM exhibits_item WHERE case_id = of_case AND exhibit_id = which;
    DELETE FROM record_timelinerow WHERE case_id = of_case AND source_id = which;
    DELETE FROM exhibits_member WHERE case_id = of_case AND exhibit_id = which;
    DELETE FROM exhibits_speaker WHERE case_id = of_case AND exhibit_id = which;
    DELETE FROM exhibits_question WHERE case_id = of_case AND exhibit_id = which;
    UPDATE record_citation SET text = '(erased)', said_by_text = '', said_at_text = '', member_text = '', before = '[]',
        after = '[]', sha256 = kith_no_hash() WHERE case_id = of_case AND source_id = which;
    UPDATE exhibits_custodyevent SET detail = '', sha256 = kith_no_hash() WHERE case_id = of_case AND exhibit_id = which;
    UPDATE exhibits_exhibit SET file_id = NULL, name_text = '(erased)', sha256 = kith_no_hash(), size_bytes = 0,
        from_participant = NULL, from_text = '(erased)', authority = '(erased)', question = '(erased)', state = 'kept',
        says = 'This exhibit and its file were erased.', format_id = '', packed_text = '', read_with = '', isolation = '',
        total_bytes = 0, done_bytes = 0, done_items = 0, loaded_to = '{}', counts = '{}', attachments = '{}',
        notes = '[]', merkle_root = '', evidence = NULL, order_text = '', zone_text = '', clock_notes = '[]',
        undated = 0, first_at = NULL, last_at = NULL, placed_at = NULL
    WHERE case_id = of_case AND id = which;
    PERFORM kith_erase_file(of_case, exhibit.file_id, erasure);
    DELETE FROM exhibits_lexicon WHERE case_id = of_case;
    INSERT INTO exhibits_lexicon AS known (case_id, word, items)
        SELECT of_case, word, ndoc FROM ts_stat(format('SELECT words FROM exhibits_item WHERE case_id = %L', of_case))
        ON CONFLICT (case_id, word) DO UPDATE SET items = known.items + excluded.items;
    PERFORM kith_erase_told(of_case, ARRAY['exhibits.exhibit:' || which]);
    RETURN true;
END $$;

CREATE FUNCTION kith_no_hash() RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT decode(repeat('00', 32), 'hex') $$;

-- A file goes when nothing in the case needs it any more.
CREATE FUNCTION kith_erase_file(of_case uuid, file uuid, erasure uuid) RETURNS void LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (SELECT FROM exhibits_exhibit WHERE case_id = of_case AND file_id = file)
        OR EXISTS (SELECT FROM record_releasedcopy WHERE case_id = of_case AND file_id = file)
        OR EXISTS (SELECT FROM correspondence_enclosure WHERE case_id = of_case AND file_id = file)
    THEN
        RETURN;
    END IF;
    INSERT INTO core_erased_object (case_id, name, erased_by, is_deleted)
        SELECT of_case, s.address || '.' || replace(s.id::text, '-', ''), erasure, false
        FROM core_stored_file s WHERE s.case_id = of_case AND s.id = file ON CONFLICT DO NOTHING;
    DELETE FROM core_stored_file WHERE case_id = of_case AND id = file;
END $$;

-- Words that were being written: every version of them at that place by that worker.
CREATE FUNCTION kith_erase_draft(of_case uuid, which uuid) RETURNS boolean LANGUAGE sql
AS $$
    WITH gone AS (
        DELETE FROM record_draft d USING record_draft one
        WHERE one.case_id = of_case AND one.id = which AND d.case_id = of_case AND d.worker_id = one.worker_id
          AND d.place = one.place RETURNING 1)
    SELECT EXISTS (SELECT FROM gone)
$$;

-- A whole case: every row of every table the plan names, its key, and the words its chain committed to.
CREATE FUNCTION kith_erase_case(of_case uuid, erasure uuid) RETURNS boolean LANGUAGE plpgsql
AS $$
DECLARE
    unplanned text;
    gone text;
BEGIN
    IF NOT EXISTS (SELECT FROM record_case WHERE id = of_case) THEN RETURN false; END IF;
    SELECT string_agg(c.relname, ', ') INTO unplanned FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id' AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND c.relname NOT IN (SELECT table_name FROM core_erasure_plan);
    IF unplanned IS NOT NULL THEN
        RAISE EXCEPTION 'the erasure plan does not name %', unplanned;
    END IF;
    INSERT INTO core_erased_object (case_id, name, erased_by, is_deleted)
        SELECT of_case, s.address || '.' || replace(s.id::text, '-', ''), erasure, false
        FROM core_stored_file s WHERE s.case_id = of_case ON CONFLICT DO NOTHING;
    SET CONSTRAINTS ALL DEFERRED;
    FOR gone IN SELECT table_name FROM core_erasure_plan WHERE does = 'delete' AND table_name <> 'record_case' LOOP
        EXECUTE format('DELETE FROM %I WHERE case_id = $1', gone) USING of_case;
    END LOOP;
    DELETE FROM record_case WHERE id = of_case;
    SET CONSTRAINTS ALL IMMEDIATE;
    DELETE FROM core_ledger_words WHERE chain = of_case;
    DELETE FROM core_ledger_words w USING core_ledger l  -- what the agency's chain was told of this case
        WHERE w.chain = '00000000-0000-0000-0000-000000000000' AND l.chain = w.chain AND l.seq = w.seq
          AND position(of_case::text IN l.body) > 0;
    DELETE FROM core_submission WHERE position(of_case::text IN location) > 0;
    RETURN true;
END $$;
