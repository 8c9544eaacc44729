-- What those who decide and confirm may know of a case that they may not open: its reference, its kind, its days and what
-- holds it. No name, and no word of it.
CREATE FUNCTION kith_governed(which uuid) RETURNS TABLE (
    case_id uuid, reference text, kind text, closed_on date, schedule text, counted_from_on date,
    children_born_on date[], keep_until date, is_held boolean, is_sealed boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT c.id, c.reference::text, c.kind::text, CASE WHEN closing.state = 'closed' THEN closing.since_on END,
           keeping.schedule::text, keeping.counted_from_on,
           ARRAY(SELECT p.born_on FROM record_participant p WHERE p.case_id = c.id AND p.part = 'child'),
           (SELECT max(r.keep_until) FROM record_review r
            WHERE r.case_id = c.id AND r.what = 'case' AND r.decision = 'keep'),
           kith_is_held(c.id), EXISTS (SELECT FROM record_adoptionseal s WHERE s.case_id = c.id)
    FROM record_case c
    LEFT JOIN LATERAL (SELECT state, since_on FROM record_closing x WHERE x.case_id = c.id
                       ORDER BY x.said_at DESC, x.id LIMIT 1) AS closing ON true
    LEFT JOIN LATERAL (SELECT k.schedule, k.counted_from_on FROM record_keeping k WHERE k.case_id = c.id
                       ORDER BY k.chosen_at DESC, k.id LIMIT 1) AS keeping ON true
    WHERE kith_confirms() AND CASE WHEN which IS NULL THEN closing.state = 'closed' OR kith_is_held(c.id)
                              OR EXISTS (SELECT FROM record_review r WHERE r.case_id = c.id AND r.confirmed_by_id IS NULL)
                              ELSE c.id = which END
    ORDER BY c.reference
$$;

-- What an erasure would take, counted, in the order of the plan's words. Numbers alone.
CREATE FUNCTION kith_would_erase(of_case uuid, kind text, which uuid) RETURNS TABLE (says text, many bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    each record;
    quoted record_citation;
BEGIN
    IF NOT (kith_confirms() OR of_case = ANY (kith_cases())) THEN RETURN; END IF;
    IF kind = 'case' THEN
        FOR each IN SELECT p.table_name, p.says FROM core_erasure_plan p
                    WHERE p.does = 'delete' AND p.table_name <> 'record_case' ORDER BY p.says LOOP
            says := each.says;
            EXECUTE format('SELECT count(*) FROM %I WHERE case_id = $1', each.table_name) INTO many USING of_case;
            IF many > 0 THEN RETURN NEXT; END IF;
        END LOOP;
        RETURN QUERY SELECT 'Words kept beside the ledger', count(*) FROM core_ledger_words WHERE chain = of_case;
    ELSIF kind = 'entry' THEN
        RETURN QUERY SELECT 'Entries', count(*) FROM record_entry WHERE case_id = of_case AND id = which;
        RETURN QUERY SELECT 'Quotations in it', count(*) FROM record_citation
            WHERE case_id = of_case AND holder = 'entry' AND holder_id = which;
        RETURN QUERY SELECT 'Earlier versions of its words', count(*) FROM record_draft d
            JOIN record_entry e ON e.case_id = of_case AND e.id = which
            WHERE d.case_id = of_case AND ((d.worker_id = e.recorded_by_id AND d.used_at = e.recorded_at)
                                           OR d.place LIKE '%:' || which);
    ELSIF kind = 'participant' THEN
        RETURN QUERY SELECT 'People', count(*) FROM record_participant WHERE case_id = of_case AND id = which;
        RETURN QUERY SELECT 'Names', count(*) FROM record_participantname
            WHERE case_id = of_case AND participant_id = which;
        RETURN QUERY SELECT 'Ways to reach them', count(*) FROM record_contactdetail
            WHERE case_id = of_case AND participant_id = which;
        RETURN QUERY SELECT 'Links with other cases', count(*) FROM record_personlink
            WHERE case_id = of_case AND participant_id = which;
    ELSIF kind = 'quotation' THEN
        SELECT * INTO quoted FROM record_citation WHERE case_id = of_case AND id = which;
        RETURN QUERY SELECT 'Places where this line is quoted', count(*) FROM record_citation
            WHERE case_id = of_case AND source_id = quoted.source_id AND member = quoted.member
              AND span_start = quoted.span_start;
    ELSIF kind = 'exhibit' THEN
        RETURN QUERY SELECT 'Exhibits', count(*) FROM exhibits_exhibit WHERE case_id = of_case AND id = which;
        RETURN QUERY SELECT 'Messages and other pieces', count(*) FROM exhibits_item
            WHERE case_id = of_case AND exhibit_id = which;
        RETURN QUERY SELECT 'Files inside it', count(*) FROM exhibits_member
            WHERE case_id = of_case AND exhibit_id = which;
        RETURN QUERY SELECT 'Quotations of it', count(*) FROM record_citation
            WHERE case_id = of_case AND source_id = which;
        RETURN QUERY SELECT 'Other places where the same file stays', count(*) FROM exhibits_exhibit e
            JOIN exhibits_exhibit one ON one.case_id = of_case AND one.id = which
            WHERE e.case_id = of_case AND e.file_id = one.file_id AND e.id <> which;
    ELSIF kind = 'draft' THEN
        RETURN QUERY SELECT 'Versions of these words', count(*) FROM record_draft d
            JOIN record_draft one ON one.case_id = of_case AND one.id = which
            WHERE d.case_id = of_case AND d.worker_id = one.worker_id AND d.place = one.place;
    END IF;
END $$;

REVOKE ALL ON FUNCTION kith_governed, kith_would_erase FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_governed, kith_would_erase TO kith_app;
