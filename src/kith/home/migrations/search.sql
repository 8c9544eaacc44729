-- The words of entries, decisions and messages, so that none has to be read to be passed over. (Items keep theirs.)
CREATE FUNCTION kith_decision_text(
    question text, options text[], evidence_for text, evidence_against text, childs_view text, reasons text
) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT concat_ws(E'\n', question, array_to_string(options, E'\n'), evidence_for, evidence_against, childs_view, reasons) $$;

CREATE INDEX record_entry_words ON record_entry USING gin (kith_words(text));
CREATE INDEX record_decision_words ON record_decision USING gin (kith_words(kith_decision_text(
    question, options, evidence_for, evidence_against, childs_view, reasons)));
CREATE INDEX correspondence_message_words ON correspondence_message USING gin (kith_words(subject || E'\n' || text));

-- What is written and sent is little beside a million items: found without walking past them. Loading does not pay.
CREATE INDEX timeline_written_in_order ON record_timelinerow (case_id, at, source_id, member, position) WHERE kind <> 'item';

-- Text search under row security would judge each row's policy first and leave the text index unused. So it is done
-- here, as the owner, in the cases that `kith_cases()` allows and no others. Keyset pages, in the order of the line of
-- time: (at, source_id, member, position).
--   asked        a tsquery in words, as kith.home.rules writes it
--   words        words that must each occur, to choose the quicker way by; empty is safe
--   kinds, sources, hours, from_at, until_at    NULL for all
--   who_sources, who_speakers, about    speakers by exhibit and number, and what else concerns a person; NULL for all
--   dated        those with a date, or those without: never both
--   after_...    the row to go on from; after_source NULL for the first page
CREATE FUNCTION kith_search(
    asked text, words text[], kinds text[], sources uuid[], who_sources uuid[], who_speakers int[], about uuid[],
    from_at timestamptz, until_at timestamptz, hours int[], dated boolean, descending boolean,
    after_at timestamptz, after_source uuid, after_member int, after_position bigint, page int
) RETURNS TABLE (case_id uuid, kind text, at timestamptz, source_id uuid, member int, "position" bigint, hour int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    query tsquery := to_tsquery('simple', asked);
    visible uuid[] := kith_cases();
    walked uuid[] := '{}';
    gathered uuid[] := '{}';
    ways text[] := '{}';
    -- $1 query, $2 kinds, $3 sources, $4 who_sources, $5 who_speakers, $6 about, $7 from, $8 until, $9 hours, $10 after_at,
    -- $11 after_source, $12 after_member, $13 after_position, $14 page, $15 visible, $16 walked, $17 gathered
    columns CONSTANT text := 't.case_id, t.kind::text, t.at, t.source_id, t.member, t.position, t.hour::int';
    asked_of_row text := $f$
        ($2 IS NULL OR t.kind = ANY ($2)) AND ($3 IS NULL OR t.source_id = ANY ($3))
        AND ($4 IS NULL OR t.source_id = ANY ($6) OR EXISTS (
             SELECT FROM unnest($4, $5) AS w (source, speaker) WHERE w.source = t.source_id AND w.speaker = t.speaker))
        AND ($7 IS NULL OR t.at >= $7) AND ($8 IS NULL OR t.at < $8) AND ($9 IS NULL OR t.hour = ANY ($9))
        $f$;
    in_order text := 't.at, t.source_id, t.member, t.position';
    beyond CONSTANT text := CASE WHEN descending THEN '<' ELSE '>' END;
BEGIN
    IF visible = '{}' OR numnode(query) = 0 THEN RETURN; END IF;
    asked_of_row := asked_of_row || CASE WHEN dated THEN ' AND t.at IS NOT NULL' ELSE ' AND t.at IS NULL' END;
    IF after_source IS NOT NULL AND dated THEN
        asked_of_row := asked_of_row || format(
            ' AND (t.at, t.source_id, t.member, t.position) %s ($10, $11, $12, $13)', beyond);
    ELSIF after_source IS NOT NULL THEN
        asked_of_row := asked_of_row || format(' AND (t.source_id, t.member, t.position) %s ($11, $12, $13)', beyond);
    END IF;
    IF descending THEN in_order := replace(in_order, ',', ' DESC,') || ' DESC'; END IF;

    IF kinds IS NULL OR 'item' = ANY (kinds) THEN
        IF words <> '{}' THEN walked := kith_cases_to_walk(visible, words, page); END IF;
        gathered := ARRAY(SELECT unnest(visible) EXCEPT SELECT unnest(walked));
    END IF;
    IF walked <> '{}' THEN
        -- A word so common that the newest rows hold enough of it: walk each case along its line of time.
        ways := ways || format($w$
            (SELECT w.* FROM unnest($16) AS c (id) CROSS JOIN LATERAL (
                SELECT %1$s FROM record_timelinerow t
                WHERE t.case_id = c.id AND t.kind = 'item' AND %2$s AND (
                    SELECT i.words @@ $1 FROM exhibits_item i WHERE i.case_id = t.case_id
                    AND i.exhibit_id = t.source_id AND i.member = t.member AND i.start = t.position)
                ORDER BY %3$s LIMIT $14) AS w)$w$, columns, asked_of_row, in_order);
    END IF;
    IF gathered <> '{}' THEN
        -- A rarer word: gather its items through the text index, then put them in order.
        ways := ways || format($w$
            (SELECT %1$s FROM exhibits_item i JOIN record_timelinerow t ON t.case_id = i.case_id
                AND t.source_id = i.exhibit_id AND t.member = i.member AND t.position = i.start
             WHERE i.case_id = ANY ($17) AND i.words @@ $1 AND t.kind = 'item' AND %2$s
             ORDER BY %3$s LIMIT $14)$w$, columns, asked_of_row, in_order);
    END IF;
    IF sources IS NULL AND (kinds IS NULL OR kinds && '{entry,decision,message}') THEN
        ways := ways || format($w$
            (SELECT %1$s FROM (
                SELECT case_id, id FROM record_entry WHERE case_id = ANY ($15) AND kith_words(text) @@ $1
                UNION ALL
                SELECT case_id, id FROM record_decision WHERE case_id = ANY ($15) AND kith_words(kith_decision_text(
                    question, options, evidence_for, evidence_against, childs_view, reasons)) @@ $1
                UNION ALL
                SELECT case_id, id FROM correspondence_message
                WHERE case_id = ANY ($15) AND kith_words(subject || E'\n' || text) @@ $1
             ) AS found CROSS JOIN LATERAL (  -- by its key, whatever the planner thinks of the line of time
                SELECT * FROM record_timelinerow r WHERE r.case_id = found.case_id AND r.source_id = found.id
                AND r.member = 0 AND r.position = 0 LIMIT 1) AS t
             WHERE t.kind <> 'item' AND %2$s ORDER BY %3$s LIMIT $14)$w$, columns, asked_of_row, in_order);
    END IF;
    IF ways = '{}' THEN RETURN; END IF;
    RETURN QUERY EXECUTE
        format('SELECT t.* FROM (%s) AS t ORDER BY %s LIMIT $14', array_to_string(ways, ' UNION ALL '), in_order)
    USING query, kinds, sources, who_sources, who_speakers, about, from_at, until_at, hours, after_at,
          after_source, after_member, after_position, page, visible, walked, gathered;
END $$;

-- The cases among these in which walking finds a page sooner than gathering. Of `items` in a case `hits` hold all the
-- words (were they spread by chance; "scho*" is any word that begins so): a walk passes page * items / hits rows,
-- gathering fetches and sorts `hits`, each for about the price of four rows passed.
CREATE FUNCTION kith_cases_to_walk(visible uuid[], words text[], page int) RETURNS uuid[] LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
    SELECT coalesce(array_agg(held.case_id), '{}')
    FROM (SELECT case_id, sum(done_items)::float8 AS items FROM exhibits_exhibit
          WHERE case_id = ANY (visible) AND done_items > 0 GROUP BY case_id) AS held
    CROSS JOIN LATERAL (
        SELECT held.items * exp(sum(ln(least(1, greatest(known.items, 0.1) / held.items)))) AS hits
        FROM unnest(words) AS asked (word)
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(l.items), 0) AS items FROM exhibits_lexicon l
            WHERE l.case_id = held.case_id AND l.word >= rtrim(asked.word, '*')
              AND l.word <= CASE WHEN asked.word LIKE '%*' THEN rtrim(asked.word, '*') || U&'\+10FFFF' ELSE asked.word END
        ) AS known) AS expected
    WHERE 4 * expected.hits * expected.hits > page * held.items
$$;

-- The words in a worker's cases that are nearly this one, nearest first; the word itself if it occurs at all.
-- Near is: at most one letter added, lost or changed in a word of four letters, two in a longer one, and one more where
-- both sound the same; a last letter more ("schools") is free. What begins with another letter comes later.
CREATE FUNCTION kith_near_words(word text, most int) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    visible uuid[] := kith_cases();
    lexemes text[] := tsvector_to_array(kith_words(left(word, 60)));
    asked text := lexemes[1];
    reach int := CASE WHEN length(asked) < 4 THEN 0 WHEN length(asked) = 4 THEN 1 ELSE 2 END;
BEGIN
    IF visible = '{}' OR cardinality(lexemes) <> 1 THEN RETURN; END IF;
    IF EXISTS (SELECT FROM exhibits_lexicon l WHERE l.case_id = ANY (visible) AND l.word = asked AND l.items > 0)
       OR EXISTS (SELECT FROM kith_written(visible) AS each (words)
                  WHERE words @@ to_tsquery('simple', quote_literal(asked)))
    THEN
        RETURN NEXT asked;
        RETURN;
    END IF;
    IF reach = 0 THEN RETURN; END IF;
    RETURN QUERY
        SELECT known.word FROM (
            SELECT each.word, sum(each.items) AS items
            FROM (SELECT l.word, l.items FROM exhibits_lexicon l WHERE l.case_id = ANY (visible) AND l.items > 0
                  UNION ALL
                  SELECT w, 1 FROM kith_written(visible) AS text (words), unnest(tsvector_to_array(words)) AS w) AS each
            WHERE length(each.word) BETWEEN length(asked) - reach - 1 AND length(asked) + reach + 2
            GROUP BY each.word) AS known
        CROSS JOIN LATERAL (SELECT least(levenshtein_less_equal(known.word, asked, reach + 1),
                                         levenshtein_less_equal(left(known.word, -1), asked, reach + 1)) AS letters) AS apart
        CROSS JOIN LATERAL (SELECT known.word ~ '^[a-z]+$' AND dmetaphone(known.word) = dmetaphone(asked) AS same) AS sound
        WHERE letters <= reach + same::int
        ORDER BY letters - 0.5 * same::int + 0.5 * (left(known.word, 1) <> left(asked, 1))::int, known.items DESC, known.word
        LIMIT most;
END $$;

-- The words of what was written and sent in these cases.
CREATE FUNCTION kith_written(visible uuid[]) RETURNS TABLE (words tsvector) LANGUAGE sql STABLE
AS $$
    SELECT kith_words(text) FROM record_entry WHERE case_id = ANY (visible)
    UNION ALL
    SELECT kith_words(kith_decision_text(question, options, evidence_for, evidence_against, childs_view, reasons))
    FROM record_decision WHERE case_id = ANY (visible)
    UNION ALL
    SELECT kith_words(subject || E'\n' || text) FROM correspondence_message WHERE case_id = ANY (visible)
$$;

REVOKE ALL ON FUNCTION kith_search, kith_cases_to_walk, kith_near_words, kith_written FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_search, kith_near_words TO kith_app;
