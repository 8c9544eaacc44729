-- What a worker says of themselves is theirs alone: row security knows its owner and nobody else. Two things reach
-- further, each by functions of the owner's: the map of a team (counts of what people share, never under eight), and the
-- part that a peer writes to a piece of somebody's log. docs/adr/0026.

-- Whoever sees the map of a team: its managers, and the supervisors and practice educators who work in it.
CREATE FUNCTION learning_trains(of_team uuid, who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM core_membership m JOIN core_worker w ON w.id = m.worker_id
        WHERE m.team_id = of_team AND m.worker_id = who AND w.is_active
            AND m.from_at <= clock_timestamp() AND (m.until_at IS NULL OR m.until_at > clock_timestamp())
            AND (m.is_manager OR w.role IN ('practice_supervisor', 'practice_educator'))
    )
$$;

-- Whose levels count: they share this framework, have said something in it, work in the team, and do not see its map
-- themselves. The mark is the sharing's own id; the hash changes when any of their levels does.
CREATE FUNCTION learning_counted(of_team uuid, of_framework text)
RETURNS TABLE (mark text, hash text, worker uuid) LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
    SELECT s.id::text, encode(sha256(convert_to(said.levels, 'UTF8')), 'hex'), s.worker_id
    FROM learning_sharing s JOIN core_worker w ON w.id = s.worker_id AND w.is_active
    CROSS JOIN LATERAL (
        SELECT string_agg(newest.key || '=' || newest.level, ',' ORDER BY newest.key) AS levels FROM (
            SELECT DISTINCT ON (c.key) c.key, c.level FROM learning_selfcheck c
            WHERE c.worker_id = s.worker_id AND c.framework = of_framework ORDER BY c.key, c.at DESC, c.id
        ) newest
    ) said
    WHERE s.framework = of_framework AND said.levels IS NOT NULL AND NOT learning_trains(of_team, s.worker_id)
        AND EXISTS (
            SELECT FROM core_membership m WHERE m.team_id = of_team AND m.worker_id = s.worker_id
                AND m.from_at <= clock_timestamp() AND (m.until_at IS NULL OR m.until_at > clock_timestamp())
        )
$$;

-- How many people at least two maps differ by: who came, who went, whose levels changed. Of those who stopped sharing
-- only their number is known, so they are taken to be among those who came.
CREATE FUNCTION learning_differ(earlier learning_teammap, now_counted jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp
AS $$
    SELECT (SELECT count(*) FROM jsonb_each_text(earlier.people) e
            WHERE NOT now_counted ? e.key OR now_counted ->> e.key <> e.value)
         + abs((SELECT count(*) FROM jsonb_object_keys(now_counted) n (mark) WHERE NOT earlier.people ? n.mark)
               - earlier."left")
$$;

-- The counts of one statement, in the finest form in which no group has one person or two in it: by level, by halves, or
-- not at all. The groups are always a whole: nothing can be taken from a total.
CREATE FUNCTION learning_cell(of_framework text, of_key text, workers uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
AS $$
DECLARE
    many bigint[];
    halves bigint[];
BEGIN
    SELECT array_agg((SELECT count(*) FROM unnest(workers) who WHERE coalesce((
        SELECT c.level FROM learning_selfcheck c WHERE c.worker_id = who AND c.framework = of_framework AND c.key = of_key
        ORDER BY c.at DESC, c.id LIMIT 1), 0) = level) ORDER BY level)
    INTO many FROM generate_series(0, 4) level;
    halves := ARRAY[many[1] + many[2] + many[3], many[4] + many[5]];
    IF NOT (1 = ANY (many) OR 2 = ANY (many)) THEN
        RETURN jsonb_build_object('key', of_key, 'how', 'levels', 'counts', to_jsonb(many));
    ELSIF NOT (1 = ANY (halves) OR 2 = ANY (halves)) THEN
        RETURN jsonb_build_object('key', of_key, 'how', 'halves', 'counts', to_jsonb(halves));
    END IF;
    RETURN jsonb_build_object('key', of_key, 'how', 'hidden', 'counts', '[]'::jsonb);
END $$;

-- Draws a new map. False, and nothing is drawn, whatever the reason: too few share, one was drawn within four weeks, or
-- it differs by one or two people from some map of this framework that somebody has seen, whichever team's.
CREATE FUNCTION kith_learning_draws(of_team uuid, of_framework text, keys text[]) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    now_counted jsonb;
    workers uuid[];
BEGIN
    IF kith_worker() IS NULL OR NOT learning_trains(of_team, kith_worker()) THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('learning_teammap ' || of_framework));
    SELECT jsonb_object_agg(c.mark, c.hash), array_agg(c.worker) INTO now_counted, workers
    FROM learning_counted(of_team, of_framework) c;
    IF coalesce(cardinality(workers), 0) < 8 OR EXISTS (
        SELECT FROM learning_teammap m WHERE m.framework = of_framework AND m.team_id = of_team
            AND m.taken_at > clock_timestamp() - interval '28 days'
    ) OR EXISTS (
        SELECT FROM learning_teammap m WHERE m.framework = of_framework
            AND learning_differ(m, now_counted) < 3 AND NOT (m."left" = 0 AND m.people = now_counted)
    ) THEN
        RETURN false;
    END IF;
    INSERT INTO learning_teammap (id, team_id, framework, taken_at, people, "left", counted, cells)
    SELECT gen_random_uuid(), of_team, of_framework, clock_timestamp(), now_counted, 0, cardinality(workers),
        jsonb_agg(learning_cell(of_framework, k.key, workers) ORDER BY k.place)
    FROM unnest(keys) WITH ORDINALITY k (key, place);
    RETURN true;
END $$;

-- The newest map of a team, for who trains it; no row once anybody who was counted has stopped sharing or has left.
CREATE FUNCTION kith_learning_map(of_team uuid, of_framework text, OUT taken_at timestamptz, OUT counted int, OUT cells jsonb)
RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT newest.taken_at, newest.counted, newest.cells FROM (
        SELECT m.* FROM learning_teammap m WHERE m.team_id = of_team AND m.framework = of_framework
        ORDER BY m.taken_at DESC LIMIT 1
    ) newest
    WHERE learning_trains(of_team, kith_worker()) AND newest."left" = 0 AND newest.counted >= 8
        AND newest.counted = (SELECT count(*) FROM learning_counted(of_team, of_framework) c WHERE newest.people ? c.mark)
$$;

-- Who stops sharing is taken out of every map at once; how many did is kept, so that no later map tells them apart.
CREATE FUNCTION learning_sharing_ends() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    UPDATE learning_teammap m SET people = m.people - OLD.id::text, "left" = m."left" + 1 WHERE m.people ? OLD.id::text;
    RETURN OLD;
END $$;
CREATE TRIGGER learning_sharing_ends AFTER DELETE ON learning_sharing FOR EACH ROW EXECUTE FUNCTION learning_sharing_ends();

-- A peer's part: its owner has it whole; the colleague who was asked sees it while it is open.
ALTER TABLE learning_peerpart ENABLE ROW LEVEL SECURITY;
CREATE POLICY learning_peerpart_own ON learning_peerpart FOR ALL TO kith_app
    USING (worker_id = (SELECT kith_worker())) WITH CHECK (worker_id = (SELECT kith_worker()));
CREATE POLICY learning_peerpart_asked ON learning_peerpart FOR SELECT TO kith_app
    USING (colleague_id = (SELECT kith_worker()) AND written_at IS NULL AND until_at > clock_timestamp());
GRANT SELECT, INSERT, UPDATE, DELETE ON learning_peerpart TO kith_app;

CREATE FUNCTION learning_peer_wrote(part uuid, its_name text, its_role text, its_words text) RETURNS boolean LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
    IF length(its_name) NOT BETWEEN 1 AND 120 OR length(its_role) NOT BETWEEN 1 AND 120
        OR length(its_words) NOT BETWEEN 1 AND 4000 THEN
        RETURN false;
    END IF;
    UPDATE learning_peerpart p SET name = its_name, role = its_role, words = its_words, written_at = clock_timestamp(),
        token_hash = NULL WHERE p.id = part AND p.written_at IS NULL AND p.until_at > clock_timestamp();
    RETURN FOUND;
END $$;

-- By a link: its secret is asked for first. Unknown, used and expired are one: no row, or false.
CREATE FUNCTION kith_peer_shows(token bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$ SELECT p.shown FROM learning_peerpart p WHERE p.token_hash = token AND p.until_at > clock_timestamp() $$;

CREATE FUNCTION kith_peer_writes(token bytea, its_name text, its_role text, its_words text) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    part uuid;
BEGIN
    SELECT p.id INTO part FROM learning_peerpart p WHERE p.token_hash = token FOR UPDATE;
    RETURN part IS NOT NULL AND learning_peer_wrote(part, its_name, its_role, its_words);
END $$;

-- As a colleague who is signed in.
CREATE FUNCTION kith_colleague_writes(part uuid, its_name text, its_role text, its_words text) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    PERFORM FROM learning_peerpart p WHERE p.id = part AND p.colleague_id = kith_worker() FOR UPDATE;
    RETURN FOUND AND learning_peer_wrote(part, its_name, its_role, its_words);
END $$;

REVOKE ALL ON FUNCTION learning_trains, learning_counted, learning_differ, learning_cell, kith_learning_draws,
    kith_learning_map, learning_sharing_ends, learning_peer_wrote, kith_peer_shows, kith_peer_writes,
    kith_colleague_writes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_learning_draws, kith_learning_map, kith_colleague_writes TO kith_app;
GRANT EXECUTE ON FUNCTION kith_peer_shows, kith_peer_writes TO kith_family;
