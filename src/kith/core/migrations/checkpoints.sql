-- Signed checkpoints: one signature over where every chain ended at one moment (a hash tree over the ends).
CREATE TABLE core_checkpoint (
    number bigint PRIMARY KEY CHECK (number > 0),
    statement text NOT NULL,
    public_key bytea NOT NULL CHECK (length(public_key) = 32),
    signature bytea NOT NULL CHECK (length(signature) = 64)
);

-- Where a chain ended when a checkpoint was made, kept only where it had grown since the one before: the leaves of any
-- checkpoint are each chain's newest row up to it, in the order of chain ids.
CREATE TABLE core_checkpoint_head (
    chain uuid NOT NULL,
    number bigint NOT NULL REFERENCES core_checkpoint DEFERRABLE INITIALLY DEFERRED,
    seq bigint NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain, number)
);

-- What a time-stamping authority answered for a checkpoint (RFC 3161 TimeStampResp, DER).
CREATE TABLE core_checkpoint_stamp (
    number bigint PRIMARY KEY REFERENCES core_checkpoint,
    response bytea NOT NULL,
    got_at timestamptz NOT NULL
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['core_checkpoint', 'core_checkpoint_head', 'core_checkpoint_stamp'] LOOP
        EXECUTE format('CREATE TRIGGER %s_append_only BEFORE UPDATE OR DELETE ON %s'
            ' FOR EACH ROW EXECUTE FUNCTION kith_never()', kept, kept);
        EXECUTE format('CREATE TRIGGER %s_never_emptied BEFORE TRUNCATE ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION kith_never()', kept, kept);
    END LOOP;
END $$;

-- The ends name cases: nobody reads them but the owner, and the functions below, which give hashes alone.
ALTER TABLE core_checkpoint_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY core_checkpoint_head_scope ON core_checkpoint_head FOR SELECT TO kith_app USING (false);
GRANT SELECT ON core_checkpoint, core_checkpoint_stamp TO kith_app;
GRANT INSERT ON core_checkpoint_stamp TO kith_app;

-- The leaf of a hash tree: canonical JSON of where a chain ends, hashed as RFC 6962 says.
CREATE FUNCTION kith_checkpoint_leaf(chain uuid, seq bigint, hash bytea) RETURNS bytea LANGUAGE sql IMMUTABLE
AS $$
    SELECT sha256('\x00'::bytea || convert_to(
        format('{"chain":"%s","hash":"%s","seq":%s}', chain, encode(hash, 'hex'), seq), 'UTF8'))
$$;

-- Keeps where each chain that has grown ends now, and gives the leaves of all; no row if none has grown. It is one
-- statement, so that all are seen at one moment; `kith_checkpoint_keep` must follow in the same transaction.
CREATE FUNCTION kith_checkpoint_begin(OUT next_number bigint, OUT leaf bytea) RETURNS SETOF record
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    coming bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kith checkpoint'));
    SELECT coalesce(max(number), 0) + 1 INTO coming FROM core_checkpoint;
    RETURN QUERY
        WITH ends AS MATERIALIZED (SELECT h.chain, h.seq, h.hash FROM core_ledger_head h WHERE h.seq > 0),
        grown AS (
            INSERT INTO core_checkpoint_head (chain, number, seq, hash)
            SELECT e.chain, coming, e.seq, e.hash FROM ends e LEFT JOIN LATERAL (
                SELECT k.hash FROM core_checkpoint_head k WHERE k.chain = e.chain ORDER BY k.number DESC LIMIT 1
            ) last ON true WHERE last.hash IS DISTINCT FROM e.hash
            RETURNING 1
        )
        SELECT coming, kith_checkpoint_leaf(e.chain, e.seq, e.hash) FROM ends e
        WHERE EXISTS (SELECT 1 FROM grown) ORDER BY e.chain;
END $$;

-- Keeps the checkpoint itself, signed.
CREATE FUNCTION kith_checkpoint_keep(number bigint, statement text, public_key bytea, signature bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    IF number <> (SELECT coalesce(max(c.number), 0) + 1 FROM core_checkpoint c)
        OR (statement::jsonb ->> 'number')::bigint IS DISTINCT FROM number THEN
        RAISE EXCEPTION 'a checkpoint follows the one before it';
    END IF;
    INSERT INTO core_checkpoint VALUES (number, statement, public_key, signature);
END $$;

-- The leaves of a checkpoint, in order: what shows that one chain's end is among them. Hashes alone: no id of a case.
CREATE FUNCTION kith_checkpoint_leaves(upto bigint) RETURNS SETOF bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT kith_checkpoint_leaf(k.chain, k.seq, k.hash) FROM (
        SELECT DISTINCT ON (h.chain) h.chain, h.seq, h.hash FROM core_checkpoint_head h
        WHERE h.number <= upto ORDER BY h.chain, h.number DESC
    ) k ORDER BY k.chain
$$;

-- Where a chain ended at a checkpoint: one of the worker's own cases, or any for the owner. (plpgsql, as `kith_cases`
-- is made by a later migration.)
CREATE FUNCTION kith_checkpoint_end(of_chain uuid, upto bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    IF session_user IN ('kith_app', 'kith_family') AND NOT of_chain = ANY (kith_cases()) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT h.seq FROM core_checkpoint_head h WHERE h.chain = of_chain AND h.number <= upto
            ORDER BY h.number DESC LIMIT 1);
END $$;

REVOKE ALL ON FUNCTION kith_checkpoint_begin, kith_checkpoint_keep, kith_checkpoint_leaves, kith_checkpoint_end
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_checkpoint_begin, kith_checkpoint_keep, kith_checkpoint_leaves, kith_checkpoint_end
    TO kith_app;
