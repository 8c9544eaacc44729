-- The families' door. `kith_family` is nobody by itself: each transaction names the outside reader who is asking
-- (`kith.reader`), and these functions alone say what that reader may see. They are the owner's, whom row security does
-- not bind; no other role may call the inner ones.

-- The outside reader who is asking, if they may read now; otherwise nothing in every column.
CREATE FUNCTION kith_reader_now() RETURNS record_reader LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
    found_reader record_reader;
BEGIN
    SELECT * INTO found_reader FROM record_reader r
    WHERE r.id = kith_reader()
      -- a few seconds, as the clocks of the web server and of the database may differ
      AND r.from_at <= clock_timestamp() + interval '5 seconds'
      AND r.ended_at IS NULL
      AND (r.until_at IS NULL OR r.until_at > clock_timestamp());
    RETURN found_reader;
END $$;

CREATE FUNCTION kith_reader_id() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN RETURN (kith_reader_now()).id; END $$;

CREATE FUNCTION kith_reader_person() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$ BEGIN RETURN (kith_reader_now()).participant_id; END $$;

-- Whether a release has left: made is left, until a room with an outbox of its own knows better (it replaces this).
-- It sees what its caller sees: the owner's functions all, a worker what is theirs.
CREATE FUNCTION kith_has_left(in_case uuid, release uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
AS $$ BEGIN RETURN true; END $$;

-- The releases that were addressed to the outside reader who is asking, have left, and are not withheld since.
CREATE FUNCTION kith_reader_releases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
    asking record_reader := kith_reader_now();
BEGIN
    RETURN (
        SELECT coalesce(array_agg(r.id), '{}') FROM record_release r
        WHERE r.case_id = asking.case_id AND r.reader_id = asking.participant_id AND r.state = 'released'
          AND kith_has_left(r.case_id, r.id)
          AND NOT EXISTS (SELECT 1 FROM record_withheld w WHERE w.case_id = r.case_id AND w.release_id = r.id)
    );
END $$;

-- Notes that the reader looked at what there is for them. False: they may not read (any more), and nothing is noted.
CREATE FUNCTION kith_reader_looks() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    asking record_reader := kith_reader_now();
BEGIN
    IF asking.id IS NULL THEN
        RETURN false;
    END IF;
    PERFORM kith_ledger_tell_of_reader(asking.case_id, 'reader.looked', format('record.reader:%s', asking.id),
        format('{"participant":"%s"}', asking.participant_id), NULL);
    RETURN true;
END $$;

-- Gives what opens one frozen copy of the reader's own, and notes that they opened it: there is no way to the key that
-- leaves no trace. The file's key is still wrapped by the case's, and that by the installation's. No row: not theirs.
CREATE FUNCTION kith_reader_opens(
    copy uuid, OUT in_case uuid, OUT file uuid, OUT address text, OUT wrapped_key bytea, OUT wrapped_case_key bytea
) RETURNS SETOF record LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    asking record_reader := kith_reader_now();
BEGIN
    SELECT f.case_id, f.id, f.address, f.wrapped_key, k.wrapped
    INTO in_case, file, address, wrapped_key, wrapped_case_key
    FROM record_releasedcopy c
    JOIN core_stored_file f ON f.case_id = c.case_id AND f.id = c.file_id
    JOIN core_case_key k ON k.case_id = c.case_id
    WHERE c.case_id = asking.case_id AND c.id = copy AND c.release_id = ANY (kith_reader_releases());
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM kith_ledger_tell_of_reader(asking.case_id, 'copy.opened', format('record.releasedcopy:%s', copy),
        format('{"participant":"%s"}', asking.participant_id), NULL);
    RETURN NEXT;
END $$;

-- Keeps what the reader wrote, with the ledger's line. NULL: they may not write (any more), and nothing is kept.
CREATE FUNCTION kith_reader_writes(words text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
    asking record_reader := kith_reader_now();
    made uuid := gen_random_uuid();
BEGIN
    IF asking.id IS NULL THEN
        RETURN NULL;
    END IF;
    IF btrim(words, E' \t\r\n') = '' OR length(words) > 10000 THEN
        RAISE EXCEPTION 'own words are 1 to 10,000 characters' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO record_ownword (id, case_id, participant_id, reader_id, words, written_at)
        VALUES (made, asking.case_id, asking.participant_id, asking.id, words, clock_timestamp());
    PERFORM kith_ledger_tell_of_reader(asking.case_id, 'ownword.written', format('record.ownword:%s', made),
        format('{"participant":"%s"}', asking.participant_id), words);
    RETURN made;
END $$;

REVOKE ALL ON FUNCTION kith_reader_now, kith_reader_id, kith_reader_person, kith_has_left, kith_reader_releases,
    kith_reader_looks, kith_reader_opens, kith_reader_writes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_reader_id, kith_reader_person, kith_reader_releases,
    kith_reader_looks, kith_reader_opens, kith_reader_writes TO kith_family;
GRANT EXECUTE ON FUNCTION kith_has_left TO kith_app;

-- What the role may read, column by column: never a verdict, a finding, a purpose, or who of the agency did it.
CREATE POLICY record_reader_family ON record_reader FOR SELECT TO kith_family
    USING (id = (SELECT kith_reader_id()));
GRANT SELECT (id, kind, from_at, until_at) ON record_reader TO kith_family;

CREATE POLICY record_release_family ON record_release FOR SELECT TO kith_family
    USING (id = ANY ((SELECT kith_reader_releases())::uuid[]));
GRANT SELECT (id, channel, released_at) ON record_release TO kith_family;

CREATE POLICY record_releasedcopy_family ON record_releasedcopy FOR SELECT TO kith_family
    USING (release_id = ANY ((SELECT kith_reader_releases())::uuid[]));
GRANT SELECT (id, release_id, name_text, media_type, sha256) ON record_releasedcopy TO kith_family;

CREATE POLICY record_ownword_family ON record_ownword FOR SELECT TO kith_family
    USING (participant_id = (SELECT kith_reader_person()));
GRANT SELECT (id, words, written_at) ON record_ownword TO kith_family;
