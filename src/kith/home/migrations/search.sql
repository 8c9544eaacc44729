-- "Older than the last row of the page before": dated rows first, newest first; then those without a date.
CREATE FUNCTION kith_search_after() RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT '($12 IS NULL
    OR ($11 IS NOT NULL AND (t.at IS NULL OR (t.at, t.source_id, t.member, t.position) < ($11, $12, $13, $14)))
    OR ($11 IS NULL AND t.at IS NULL AND (t.source_id, t.member, t.position) < ($12, $13, $14)))' $$;
REVOKE ALL ON FUNCTION kith_search_after FROM PUBLIC;

-- Text search under row security would judge each row's policy first and leave the text index unused. So it is done
-- here, as the owner, in the cases that `kith_cases()` allows and no others. Newest first, keyset pages; rows without
-- a date come last. `asked` is a tsquery; `sources` narrows to exhibits; (`who_sources`, `who_speakers`) are pairs.
CREATE FUNCTION kith_search(
    asked tsquery, kinds text[], sources uuid[], who_sources uuid[], who_speakers int[],
    from_at timestamptz, until_at timestamptz, from_hour int, until_hour int,
    after_at timestamptz, after_source uuid, after_member int, after_position bigint, page int
) RETURNS TABLE (case_id uuid, at timestamptz, kind text, source_id uuid, member int, "position" bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    visible uuid[] := kith_cases();
    hits_everywhere bigint;
    hits_here bigint;
BEGIN
    IF visible = '{}' THEN RETURN; END IF;
    -- The rarest word decides: found through the text index, unless so common that walking the line of time is quicker.
    SELECT min(everywhere), min(here) INTO hits_everywhere, hits_here FROM (
        SELECT w, coalesce(sum(l.items), 0) AS everywhere,
               coalesce(sum(l.items) FILTER (WHERE l.case_id = ANY (visible)), 0) AS here
        FROM unnest(tsvector_to_array(to_tsvector('simple', regexp_replace(asked::text, '[^[:alnum:]]+', ' ', 'g')))) AS w
        LEFT JOIN exhibits_lexicon l ON l.word = w GROUP BY w) AS each_word;
    RETURN QUERY EXECUTE format(
        $q$
        SELECT r.* FROM (
            SELECT t.case_id, t.at, t.kind::text, t.source_id, t.member::int, t.position
            FROM %s
            WHERE i.words @@ $1
              AND ($2 IS NULL OR 'item' = ANY ($2))
              AND ($3 IS NULL OR t.source_id = ANY ($3))
              AND ($4 IS NULL OR (t.source_id, t.speaker) IN (SELECT * FROM unnest($4, $5)))
              AND ($6 IS NULL OR t.at >= $6) AND ($7 IS NULL OR t.at < $7)
              AND ($8 IS NULL OR CASE WHEN $8 <= $9 THEN t.hour BETWEEN $8 AND $9 ELSE t.hour >= $8 OR t.hour <= $9 END)
              AND %s
            UNION ALL
            SELECT t.case_id, t.at, t.kind::text, t.source_id, t.member::int, t.position
            FROM record_timelinerow t
            JOIN (
                SELECT case_id, id, text AS said FROM record_entry
                UNION ALL
                SELECT case_id, id, concat_ws(' ', question, array_to_string(options, ' '), evidence_for,
                       evidence_against, childs_view, reasons) FROM record_decision
                UNION ALL
                SELECT case_id, id, concat_ws(' ', subject, text) FROM correspondence_message
            ) AS e ON e.case_id = t.case_id AND e.id = t.source_id
            WHERE t.kind <> 'item' AND t.case_id = ANY ($10) AND kith_words(e.said) @@ $1
              AND ($2 IS NULL OR t.kind = ANY ($2))
              AND $3 IS NULL AND $4 IS NULL
              AND ($6 IS NULL OR t.at >= $6) AND ($7 IS NULL OR t.at < $7)
              AND ($8 IS NULL OR CASE WHEN $8 <= $9 THEN t.hour BETWEEN $8 AND $9 ELSE t.hour >= $8 OR t.hour <= $9 END)
              AND %s
        ) AS r
        ORDER BY r.at DESC NULLS LAST, r.source_id DESC, r.member DESC, r.position DESC LIMIT $15
        $q$,
        CASE WHEN hits_everywhere > 20000 AND hits_here > 200 THEN
            -- walk each case from its newest row
            'unnest($10) AS c(id) CROSS JOIN LATERAL (
                SELECT t.* FROM record_timelinerow t
                JOIN exhibits_item j ON j.case_id = t.case_id AND j.exhibit_id = t.source_id AND j.member = t.member
                     AND j.start = t.position
                WHERE t.case_id = c.id AND t.kind = ''item'' AND j.words @@ $1
                  AND ($3 IS NULL OR t.source_id = ANY ($3))
                  AND ($4 IS NULL OR (t.source_id, t.speaker) IN (SELECT * FROM unnest($4, $5)))
                  AND ($6 IS NULL OR t.at >= $6) AND ($7 IS NULL OR t.at < $7)
                  AND ($8 IS NULL OR CASE WHEN $8 <= $9 THEN t.hour BETWEEN $8 AND $9
                       ELSE t.hour >= $8 OR t.hour <= $9 END)
                  AND ' || kith_search_after() || '
                ORDER BY t.at DESC NULLS LAST, t.source_id DESC, t.member DESC, t.position DESC LIMIT $15) AS t
             JOIN exhibits_item i ON i.case_id = t.case_id AND i.exhibit_id = t.source_id AND i.member = t.member
                  AND i.start = t.position'
        ELSE
            'exhibits_item i JOIN record_timelinerow t ON t.case_id = i.case_id AND t.source_id = i.exhibit_id
                  AND t.member = i.member AND t.position = i.start AND i.case_id = ANY ($10)'
        END,
        kith_search_after(), kith_search_after())
    USING asked, kinds, sources, who_sources, who_speakers, from_at, until_at, from_hour, until_hour, visible,
          after_at, after_source, after_member, after_position, page;
END $$;
REVOKE ALL ON FUNCTION kith_search FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_search TO kith_app;

-- The words in a worker's cases that are nearly this one: at most one letter apart in short words, two in long ones.
CREATE FUNCTION kith_near_words(word text, most int) RETURNS TABLE (near text, items bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    visible uuid[] := kith_cases();
    asked text := lower(left(word, 60));
    reach int := CASE WHEN length(asked) < 4 THEN 0 WHEN length(asked) < 7 THEN 1 ELSE 2 END;
BEGIN
    RETURN QUERY
        SELECT l.word, sum(l.items)::bigint FROM exhibits_lexicon l
        WHERE l.case_id = ANY (visible) AND length(l.word) BETWEEN length(asked) - reach AND length(asked) + reach
          AND length(l.word) <= 80 AND levenshtein_less_equal(l.word, asked, reach) <= reach
        GROUP BY l.word
        ORDER BY min(levenshtein_less_equal(l.word, asked, reach)), sum(l.items) DESC, l.word LIMIT most;
END $$;
REVOKE ALL ON FUNCTION kith_near_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_near_words TO kith_app;
