-- Which outside reader is asking, for this transaction alone (kith.core.transactions.scoped_reader sets it).
CREATE FUNCTION kith_reader() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('kith.reader', true), '')::uuid $$;

-- HMAC-SHA256 in hex, as kith.core.ledger.commitment computes it (RFC 2104; 54 is 0x36, 92 is 0x5c).
CREATE FUNCTION kith_commitment(salt bytea, words text) RETURNS text LANGUAGE plpgsql IMMUTABLE
SET search_path = public, pg_temp
AS $$
DECLARE
    inner_key bytea := salt || decode(repeat('00', 64 - length(salt)), 'hex');
    outer_key bytea := inner_key;
BEGIN
    FOR i IN 0..63 LOOP
        outer_key := set_byte(outer_key, i, get_byte(inner_key, i) # 92);
        inner_key := set_byte(inner_key, i, get_byte(inner_key, i) # 54);
    END LOOP;
    RETURN encode(sha256(outer_key || sha256(inner_key || convert_to(words, 'UTF8'))), 'hex');
END $$;

-- Adds one line in the name of the outside reader who is asking. Called only by functions of the owner that have found
-- that this reader may do what the line says; `facts` is canonical JSON, `said` is kept apart under a salt.
CREATE FUNCTION kith_ledger_tell_of_reader(to_chain uuid, verb text, about text, facts text, said text)
RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
    last core_ledger_head;
    line text;
    salt bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
BEGIN
    SELECT * INTO STRICT last FROM core_ledger_head WHERE chain = to_chain FOR UPDATE;
    line := format(
        '{"about":"%s","at":"%s+00:00","by":"%s","facts":%s,"verb":"%s","words":%s}', about,
        to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), kith_reader(), facts, verb,
        CASE WHEN said IS NULL THEN '{}' ELSE format('{"words":"%s"}', kith_commitment(salt, said)) END
    );
    last.hash := sha256(last.hash || convert_to(line, 'UTF8'));
    last.seq := last.seq + 1;
    INSERT INTO core_ledger (chain, seq, body, hash) VALUES (to_chain, last.seq, line, last.hash);
    IF said IS NOT NULL THEN
        INSERT INTO core_ledger_words (chain, seq, name, salt, text) VALUES (to_chain, last.seq, 'words', salt, said);
    END IF;
    UPDATE core_ledger_head SET seq = last.seq, hash = last.hash WHERE chain = to_chain;
END $$;

REVOKE ALL ON FUNCTION kith_commitment, kith_ledger_tell_of_reader FROM PUBLIC;
