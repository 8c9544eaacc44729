-- The door for files that were asked for by a link. `kith_family` may call these functions and touch no table: each
-- begins with the hash of the link's secret, so that who has no link can ask for nothing. They are the owner's.

-- A line in the link's own name: nobody who works here did it.
CREATE FUNCTION exhibits_tell_of_drop(link exhibits_droplink, verb text, facts text) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
    asking text := current_setting('kith.reader', true);
BEGIN
    PERFORM set_config('kith.reader', link.id::text, true);
    PERFORM kith_ledger_tell_of_reader(link.case_id, verb, format('exhibits.droplink:%s', link.id), facts, NULL);
    PERFORM set_config('kith.reader', coalesce(asking, ''), true);
END $$;

-- The open link of this secret in which this browser gave the word; nothing in every column if there is none.
CREATE FUNCTION exhibits_drop_link(token bytea, sitting bytea) RETURNS exhibits_droplink LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
    link exhibits_droplink;
BEGIN
    SELECT * INTO link FROM exhibits_droplink l
    WHERE l.token_hash = token AND l.sitting_hash = sitting AND l.closed_at IS NULL FOR UPDATE;
    RETURN link;
END $$;

-- One more wrong try under a key; gives how many there were within the time.
CREATE FUNCTION exhibits_drop_count(of_key bytea, forget interval) RETURNS int LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
    many int;
BEGIN
    INSERT INTO exhibits_droptry AS t VALUES (of_key, 1, clock_timestamp(), clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN t.last_at < clock_timestamp() - forget THEN 1 ELSE t.failures + 1 END,
        last_at = clock_timestamp()
    RETURNING failures INTO many;
    RETURN many;
END $$;

-- Takes a code word. Answers "yes"; "no"; "wait" with seconds; "over". A link that is unknown, used, expired, withdrawn or
-- closed is answered as an open one is whose word is wrong: the same steps, and the same numbers of tries. Tries with links
-- that never were are counted in 65,536 keys, so that a flood of them fills nothing and stops no link that there is.
CREATE FUNCTION kith_drop_word(token bytea, said bytea, place bytea, new_sitting bytea, OUT answer text, OUT seconds int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    now timestamptz := clock_timestamp();
    link exhibits_droplink;
    tried exhibits_droptry;
    tries_key bytea;
    is_open boolean;
    many int;
BEGIN
    seconds := 0;
    SELECT * INTO link FROM exhibits_droplink l WHERE l.token_hash = token FOR UPDATE;
    is_open := link.id IS NOT NULL AND link.closed_at IS NULL AND link.until_at > now;
    tries_key := CASE WHEN link.id IS NULL THEN '\x01'::bytea || substr(token, 1, 2) ELSE '\x02'::bytea || token END;
    SELECT * INTO tried FROM exhibits_droptry t WHERE t.key = tries_key;
    IF tried.failures >= 6 THEN
        answer := 'over';
        RETURN;
    ELSIF tried.wait_until > now THEN
        answer := 'wait';
        seconds := ceil(extract(epoch FROM tried.wait_until - now));
        RETURN;
    END IF;
    IF is_open AND sha256(link.word_hash) = sha256(said) THEN
        UPDATE exhibits_droplink l SET sitting_hash = new_sitting, sitting_until = now + interval '30 minutes',
            opened_at = coalesce(l.opened_at, now) WHERE l.case_id = link.case_id AND l.id = link.id;
        DELETE FROM exhibits_droptry t WHERE t.key = tries_key;
        PERFORM exhibits_tell_of_drop(link, 'link.opened', '{}');
        answer := 'yes';
        RETURN;
    END IF;
    IF exhibits_drop_count('\x03'::bytea || place, interval '1 hour') > 60 THEN
        answer := 'wait';  -- this place guesses and guesses: whatever it asked; the right word is not kept waiting
        seconds := 900;
        IF NOT is_open THEN
            RETURN;
        END IF;
    END IF;
    many := exhibits_drop_count(tries_key, interval '8 days');
    IF many >= 3 THEN
        UPDATE exhibits_droptry t SET wait_until = now + interval '1 minute' * 2 ^ (many - 3) WHERE t.key = tries_key;
    END IF;
    IF many >= 6 AND is_open THEN
        UPDATE exhibits_droplink l SET closed_at = now, closed_how = 'shut', news_at = now,
            sitting_hash = NULL, sitting_until = NULL WHERE l.case_id = link.case_id AND l.id = link.id;
        PERFORM exhibits_tell_of_drop(link, 'link.shut', '{}');
    END IF;
    IF answer IS NULL THEN
        answer := CASE WHEN many >= 6 THEN 'over' WHEN many >= 3 THEN 'wait' ELSE 'no' END;
        seconds := CASE WHEN many BETWEEN 3 AND 5 THEN 60 * 2 ^ (many - 3) ELSE 0 END;
    END IF;
END $$;

-- What the page for sending shows: what was asked for, on which phone, how much has come. No row: the word is asked for.
CREATE FUNCTION kith_drop_shows(
    token bytea, sitting bytea, OUT asks text, OUT phone text, OUT files int, OUT room_files int, OUT room_bytes bigint
) RETURNS SETOF record LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT l.asks::text, l.phone::text, l.files, l.most_files - l.files, l.most_bytes - l.bytes
    FROM exhibits_droplink l WHERE l.token_hash = token AND l.sitting_hash = sitting AND l.closed_at IS NULL
        AND l.until_at > clock_timestamp() AND l.sitting_until > clock_timestamp();
END $$;

-- Lets a sending of so many bytes begin, and gives the case's key, still wrapped by the installation's. What was begun
-- counts whether it comes to its end or not. No row: the word is asked for again; "full": this link takes no more.
CREATE FUNCTION kith_drop_begins(
    token bytea, sitting bytea, many_bytes bigint, OUT answer text, OUT in_case uuid, OUT wrapped_case_key bytea
) RETURNS SETOF record LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    link exhibits_droplink := exhibits_drop_link(token, sitting);
BEGIN
    IF link.id IS NULL OR link.until_at <= clock_timestamp() OR link.sitting_until <= clock_timestamp() THEN
        RETURN;
    END IF;
    answer := 'full';
    IF many_bytes >= 0 AND link.files < link.most_files AND link.bytes + many_bytes <= link.most_bytes
        AND link.begun < 3 * link.most_files AND link.begun_bytes + many_bytes <= 3 * link.most_bytes THEN
        UPDATE exhibits_droplink l SET begun = l.begun + 1, begun_bytes = l.begun_bytes + many_bytes,
            sitting_until = clock_timestamp() + interval '30 minutes' WHERE l.case_id = link.case_id AND l.id = link.id;
        SELECT 'yes', link.case_id, k.wrapped INTO answer, in_case, wrapped_case_key
        FROM core_case_key k WHERE k.case_id = link.case_id;
    END IF;
    RETURN NEXT;
END $$;

-- Keeps one file that came: "kept"; "same", the case holds these bytes already and the object just made is not needed;
-- NULL, nothing was kept. A sending that began in time may end six hours later.
CREATE FUNCTION kith_drop_adds(
    token bytea, sitting bytea, file uuid, at_address text, file_key bytea, hash bytea, many_bytes bigint, name text
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    link exhibits_droplink := exhibits_drop_link(token, sitting);
    now timestamptz := clock_timestamp();
    kept uuid;
    said text := 'kept';
BEGIN
    IF link.id IS NULL OR link.until_at <= now - interval '6 hours' OR link.sitting_until <= now - interval '6 hours'
        OR link.files >= link.most_files OR many_bytes < 1 OR link.bytes + many_bytes > link.most_bytes
        OR length(hash) <> 32 OR length(name) NOT BETWEEN 1 AND 255 THEN
        RETURN NULL;
    END IF;
    INSERT INTO core_stored_file (id, case_id, sha256, size_bytes, address, wrapped_key, stored_at)
        VALUES (file, link.case_id, hash, many_bytes, at_address, file_key, now)
        ON CONFLICT (case_id, address) DO NOTHING RETURNING id INTO kept;
    IF kept IS NULL THEN
        said := 'same';
        SELECT f.id INTO STRICT kept FROM core_stored_file f WHERE f.case_id = link.case_id AND f.address = at_address;
    END IF;
    INSERT INTO exhibits_droppedfile (id, case_id, link_id, file_id, name_text, sha256, size_bytes, arrived_at)
        VALUES (gen_random_uuid(), link.case_id, link.id, kept, name, hash, many_bytes, now);
    UPDATE exhibits_droplink l SET files = l.files + 1, bytes = l.bytes + many_bytes, news_at = now,
        sitting_until = now + interval '30 minutes' WHERE l.case_id = link.case_id AND l.id = link.id;
    PERFORM exhibits_tell_of_drop(link, 'link.file_came', format('{"sha256":"%s","size":%s}', encode(hash, 'hex'), many_bytes));
    RETURN said;
END $$;

-- They said that was all: the link is used up.
CREATE FUNCTION kith_drop_ends(token bytea, sitting bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
    link exhibits_droplink := exhibits_drop_link(token, sitting);
BEGIN
    IF link.id IS NULL THEN
        RETURN false;
    END IF;
    UPDATE exhibits_droplink l SET closed_at = clock_timestamp(), closed_how = 'used', news_at = clock_timestamp(),
        sitting_hash = NULL, sitting_until = NULL WHERE l.case_id = link.case_id AND l.id = link.id;
    PERFORM exhibits_tell_of_drop(link, 'link.used', format('{"files":%s}', link.files));
    RETURN true;
END $$;

-- What waits to be taken in, and on whose behalf: its link's maker, if they may open the case now. Ids alone.
CREATE FUNCTION kith_dropped_waiting() RETURNS TABLE (in_case uuid, dropped uuid, worker uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT d.case_id, d.id, l.made_by_id FROM exhibits_droppedfile d
    JOIN exhibits_droplink l ON l.case_id = d.case_id AND l.id = d.link_id
    WHERE d.exhibit_id IS NULL AND EXISTS (
        SELECT FROM kith_open o WHERE o.worker_id = l.made_by_id AND o.case_id = d.case_id)
    ORDER BY d.arrived_at, d.id LIMIT 100
$$;

-- Forgets counts that mean nothing any more: no link lasts eight days.
CREATE FUNCTION kith_drop_forgets() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ DELETE FROM exhibits_droptry WHERE last_at < clock_timestamp() - interval '8 days' $$;

REVOKE ALL ON FUNCTION exhibits_tell_of_drop, exhibits_drop_link, exhibits_drop_count, kith_drop_word, kith_drop_shows,
    kith_drop_begins, kith_drop_adds, kith_drop_ends, kith_dropped_waiting, kith_drop_forgets FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_drop_word, kith_drop_shows, kith_drop_begins, kith_drop_adds, kith_drop_ends TO kith_family;
GRANT EXECUTE ON FUNCTION kith_dropped_waiting, kith_drop_forgets TO kith_app;

-- What a link asked for, of whom, and its secret, never change; a used, withdrawn or closed one is never opened again.
CREATE FUNCTION exhibits_droplink_stays() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF kith_is_erasing() THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a link never changes, and is never opened again';
END $$;
CREATE TRIGGER exhibits_droplink_stays BEFORE UPDATE ON exhibits_droplink FOR EACH ROW
    WHEN ((OLD.case_id, OLD.id, OLD.participant_id, OLD.asks, OLD.token_hash, OLD.word_hash, OLD.made_by_id, OLD.made_at,
           OLD.until_at, OLD.most_files, OLD.most_bytes)
          IS DISTINCT FROM
          (NEW.case_id, NEW.id, NEW.participant_id, NEW.asks, NEW.token_hash, NEW.word_hash, NEW.made_by_id, NEW.made_at,
           NEW.until_at, NEW.most_files, NEW.most_bytes)
          OR (OLD.closed_at IS NOT NULL AND (OLD.closed_at, OLD.closed_how) IS DISTINCT FROM (NEW.closed_at, NEW.closed_how)))
    EXECUTE FUNCTION exhibits_droplink_stays();
