-- Votes in a meeting. Phones come as `kith_family`, which may call two of these functions and touch no table; the
-- facilitator's side may call three more, each of which asks first whether the gathering is theirs. They are the owner's.

-- A vote is in no write-ahead log: no backup, no archive and no standby has it.
ALTER TABLE learning_vote SET UNLOGGED;

-- The gathering of this code, held until the transaction ends: votes come one after the other, and none while it is closed.
CREATE FUNCTION learning_gathering_of(of_code text) RETURNS learning_gathering LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
    held learning_gathering;
BEGIN
    SELECT * INTO held FROM learning_gathering g
    WHERE g.code = of_code AND g.ended_at IS NULL AND g.until_at > clock_timestamp() FOR UPDATE;
    RETURN held;
END $$;

-- A phone as it is kept: bound to its gathering, so that two meetings cannot be compared.
CREATE FUNCTION learning_phone(gathering learning_gathering, token bytea) RETURNS bytea LANGUAGE sql
SET search_path = public, pg_temp
AS $$ SELECT sha256(convert_to(gathering.id::text, 'UTF8') || token) $$;

-- What a phone is shown: "open", "closed", "ending" with what may be chosen and what this phone chose; "none"; or "wait".
-- Whoever has a token or scanned the screen is known and never waits; a place from which more than
-- sixty codes opened nothing within the hour waits a few seconds between two tries, right or wrong.
CREATE FUNCTION kith_vote_shows(
    of_code text, token bytea, place_mark bytea, known boolean,
    OUT answer text, OUT turn int, OUT offered text[], OUT mine int
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    now timestamptz := clock_timestamp();
    held learning_gathering;
    until_when timestamptz;
    many int;
BEGIN
    IF NOT known THEN
        SELECT t.wait_until INTO until_when FROM learning_votetry t WHERE t.place = place_mark;
        IF until_when > now THEN
            answer := 'wait';
            RETURN;
        END IF;
    END IF;
    SELECT * INTO held FROM learning_gathering g
    WHERE g.code = of_code AND g.ended_at IS NULL AND g.until_at > now;
    IF held.id IS NULL THEN
        answer := 'none';
        IF NOT known THEN
            INSERT INTO learning_votetry AS t VALUES (place_mark, 1, now, now)
            ON CONFLICT (place) DO UPDATE SET last_at = now,
                wrong = CASE WHEN t.last_at < now - interval '1 hour' THEN 1 ELSE t.wrong + 1 END
            RETURNING wrong INTO many;
            UPDATE learning_votetry t SET wait_until = now + interval '5 seconds' WHERE t.place = place_mark AND many > 60;
        END IF;
        RETURN;
    END IF;
    answer := CASE WHEN cardinality(held.offered) = 0 THEN 'ending' WHEN held.is_open THEN 'open' ELSE 'closed' END;
    turn := held.turn;
    offered := held.offered;
    SELECT v.chosen INTO mine FROM learning_vote v
    WHERE v.gathering_id = held.id AND v.phone = learning_phone(held, token);
END $$;

-- Takes a vote: "kept"; "moved", another question is asked now or this one is closed; "full"; "none".
CREATE FUNCTION kith_vote(of_code text, token bytea, of_turn int, choice int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    held learning_gathering := learning_gathering_of(of_code);
    me bytea := learning_phone(held, token);
BEGIN
    IF held.id IS NULL THEN
        RETURN 'none';
    ELSIF NOT held.is_open OR held.turn <> of_turn OR choice NOT BETWEEN 0 AND cardinality(held.offered) - 1
        OR length(token) <> 32 THEN
        RETURN 'moved';
    END IF;
    UPDATE learning_vote v SET chosen = choice WHERE v.gathering_id = held.id AND v.phone = me;
    IF NOT FOUND THEN
        IF (SELECT count(*) FROM learning_vote v WHERE v.gathering_id = held.id) >= 200 THEN
            RETURN 'full';
        END IF;
        INSERT INTO learning_vote (id, gathering_id, phone, chosen) VALUES (gen_random_uuid(), held.id, me, choice);
    END IF;
    RETURN 'kept';
END $$;

-- How many have answered what is asked now. Only the facilitator is told; NULL to anybody else.
CREATE FUNCTION kith_vote_answered(in_gathering uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
    SELECT count(v.id)::int FROM learning_gathering g LEFT JOIN learning_vote v ON v.gathering_id = g.id
    WHERE g.id = in_gathering AND g.worker_id = kith_worker() GROUP BY g.id
$$;

-- Makes counts of the votes of a gathering that its facilitator holds, and deletes them: how many answered, and how many
-- chose each; no counts where fewer than two answered.
CREATE FUNCTION kith_vote_closes(in_gathering uuid, OUT answered int, OUT counts int[]) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    held learning_gathering;
BEGIN
    SELECT * INTO STRICT held FROM learning_gathering g
    WHERE g.id = in_gathering AND g.worker_id = kith_worker() FOR UPDATE;
    SELECT sum(each.many), array_agg(each.many ORDER BY each.choice) INTO answered, counts FROM (
        SELECT choice, (SELECT count(*) FROM learning_vote v WHERE v.gathering_id = held.id AND v.chosen = choice)::int AS many
        FROM generate_series(0, cardinality(held.offered) - 1) AS choice
    ) AS each;
    answered := coalesce(answered, 0);
    IF answered < 2 THEN
        counts := NULL;
    END IF;
    DELETE FROM learning_vote v WHERE v.gathering_id = held.id;
END $$;

-- How many gatherings are open in the agency; one is opened at a time.
CREATE FUNCTION kith_votes_open() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kith votes'));
    RETURN (SELECT count(*) FROM learning_gathering g WHERE g.ended_at IS NULL AND g.until_at > clock_timestamp());
END $$;

-- Ends what ran out, with its votes; forgets counts after a day, and wrong codes after an hour.
CREATE FUNCTION kith_votes_forget() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    UPDATE learning_gathering g SET ended_at = g.until_at, code = NULL, is_open = false, offered = '{}', turn = g.turn + 1
        WHERE g.ended_at IS NULL AND g.until_at <= clock_timestamp();
    DELETE FROM learning_vote v USING learning_gathering g WHERE g.id = v.gathering_id AND g.ended_at IS NOT NULL;
    DELETE FROM learning_gathering WHERE ended_at < clock_timestamp() - interval '1 day';
    DELETE FROM learning_votetry WHERE last_at < clock_timestamp() - interval '1 hour';
$$;

REVOKE ALL ON FUNCTION learning_gathering_of, learning_phone, kith_vote_shows, kith_vote, kith_vote_answered,
    kith_vote_closes, kith_votes_open, kith_votes_forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_vote_shows, kith_vote TO kith_family;
GRANT EXECUTE ON FUNCTION kith_vote_answered, kith_vote_closes, kith_votes_open, kith_votes_forget TO kith_app;
