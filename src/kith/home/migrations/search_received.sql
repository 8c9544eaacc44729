-- What came in is searched as what was sent is: the same function, with one table more.
CREATE INDEX correspondence_received_words ON correspondence_received USING gin (kith_words(subject || E'\n' || text));

-- The functions stay as search.sql has them but for these pieces; where one is not found, nothing is changed.
CREATE FUNCTION pg_temp.with_received(name regproc, was text, becomes text) RETURNS void LANGUAGE plpgsql
AS $$
DECLARE
    body text := pg_get_functiondef(name);
BEGIN
    IF position(was IN body) = 0 THEN RAISE EXCEPTION '% has no "%"', name, was; END IF;
    EXECUTE replace(body, was, becomes);
END $$;

SELECT pg_temp.with_received('kith_search', '{entry,decision,message}', '{entry,decision,message,received}');
SELECT pg_temp.with_received('kith_search', $was$
                WHERE case_id = ANY ($15) AND kith_words(subject || E'\n' || text) @@ $1
$was$, $becomes$
                WHERE case_id = ANY ($15) AND kith_words(subject || E'\n' || text) @@ $1
                UNION ALL
                SELECT case_id, id FROM correspondence_received
                WHERE case_id = ANY ($15) AND kith_words(subject || E'\n' || text) @@ $1
$becomes$);
SELECT pg_temp.with_received('kith_written', $was$
    SELECT kith_words(subject || E'\n' || text) FROM correspondence_message WHERE case_id = ANY (visible)
$was$, $becomes$
    SELECT kith_words(subject || E'\n' || text) FROM correspondence_message WHERE case_id = ANY (visible)
    UNION ALL
    SELECT kith_words(subject || E'\n' || text) FROM correspondence_received WHERE case_id = ANY (visible)
$becomes$);
