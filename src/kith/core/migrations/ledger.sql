-- Who is asking, for this transaction alone (kith.core.transactions sets them).
CREATE FUNCTION kith_worker() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('kith.worker', true), '')::uuid $$;

CREATE FUNCTION kith_case() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('kith.case', true), '')::uuid $$;

CREATE TABLE core_ledger (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain uuid NOT NULL,
    seq bigint NOT NULL,
    body text NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    UNIQUE (chain, seq)
);

CREATE TABLE core_ledger_words (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain uuid NOT NULL,
    seq bigint NOT NULL,
    name text NOT NULL,
    salt bytea NOT NULL CHECK (length(salt) = 32),
    text text NOT NULL,
    UNIQUE (chain, seq, name)
);

-- Where each chain ends: locked while a line is added, and what shows that lines were cut from the end.
CREATE TABLE core_ledger_head (
    chain uuid PRIMARY KEY,
    seq bigint NOT NULL,
    hash bytea NOT NULL
) WITH (fillfactor = 50);

CREATE FUNCTION kith_never() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;

CREATE TRIGGER core_ledger_append_only BEFORE UPDATE OR DELETE ON core_ledger
    FOR EACH ROW EXECUTE FUNCTION kith_never();
CREATE TRIGGER core_ledger_never_emptied BEFORE TRUNCATE ON core_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION kith_never();

ALTER TABLE core_ledger ENABLE ROW LEVEL SECURITY;
ALTER TABLE core_ledger_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE core_ledger_head ENABLE ROW LEVEL SECURITY;

-- Adds lines to one chain. `owners[i]` says to which of `bodies` (from 1) the i-th words belong.
CREATE FUNCTION kith_ledger_append(
    to_chain uuid, bodies text[], owners int[], names text[], salts bytea[], texts text[]
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    last_seq bigint;
    last_hash bytea;
    line text;
    n int := 0;
BEGIN
    IF kith_worker() IS NULL THEN
        RAISE EXCEPTION 'the ledger is told only by a worker';
    END IF;
    IF to_chain <> '00000000-0000-0000-0000-000000000000' AND NOT to_chain = ANY (kith_cases()) THEN
        RAISE EXCEPTION 'the ledger of a case is told only by those who may open it';
    END IF;
    SELECT seq, hash INTO last_seq, last_hash FROM core_ledger_head WHERE chain = to_chain FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO core_ledger_head VALUES (to_chain, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        SELECT seq, hash INTO last_seq, last_hash FROM core_ledger_head WHERE chain = to_chain FOR UPDATE;
    END IF;
    FOREACH line IN ARRAY bodies LOOP
        IF line::jsonb ->> 'by' IS DISTINCT FROM kith_worker()::text THEN
            RAISE EXCEPTION 'the ledger is told only in one''s own name';
        END IF;
        n := n + 1;
        last_hash := sha256(last_hash || convert_to(line, 'UTF8'));
        INSERT INTO core_ledger (chain, seq, body, hash) VALUES (to_chain, last_seq + n, line, last_hash);
    END LOOP;
    IF cardinality(owners) > 0 THEN
        INSERT INTO core_ledger_words (chain, seq, name, salt, text)
            SELECT to_chain, last_seq + owner, name, salt, words
            FROM unnest(owners, names, salts, texts) AS given(owner, name, salt, words);
    END IF;
    UPDATE core_ledger_head SET seq = last_seq + n, hash = last_hash WHERE chain = to_chain;
    RETURN last_seq + n;
END $$;

REVOKE ALL ON FUNCTION kith_ledger_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_ledger_append TO kith_app;
GRANT SELECT ON core_ledger, core_ledger_words TO kith_app;

-- The words of a text for searching, as people think of them: any language, accents set aside. PostgreSQL's own parser
-- takes "ok.thanks" for the name of a computer, "he/she" for a file, "<school>" for markup and "lena@example.org" for one
-- word: looking for "thanks", "school" or "lena" would not find them. With these signs set aside it gives words and
-- numbers alone (as in kith.home.rules). Of a text longer than 100,000 letters the beginning is indexed: PostgreSQL keeps
-- at most 1 MiB of words a row, and a hostile text must not stop its reading.
CREATE FUNCTION kith_words(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT to_tsvector('simple'::regconfig, translate(
        CASE WHEN octet_length(t) = length(t) THEN left(t, 100000)
        ELSE left(regexp_replace(normalize(left(t, 100000), NFKD), '[\u0300-\u036f]', '', 'g'), 100000) END,
        '<>&./@-_+', '         '))
$$;
