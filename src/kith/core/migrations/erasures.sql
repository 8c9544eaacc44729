-- What is done with each table when a whole case is erased. A table with a `case_id` that is not named here stops the
-- erasing: nothing is left behind because nobody thought of it. Filled by `core.row_security.erased` in migrations.
CREATE TABLE core_erasure_plan (
    table_name text PRIMARY KEY,
    does text NOT NULL CHECK (does IN ('delete', 'keep')),
    says text NOT NULL  -- what a page calls its rows; of a table that is kept: why
);
GRANT SELECT ON core_erasure_plan TO kith_app;

-- Whether the owner is erasing just now. What else never changes (an original, its custody) may then be emptied. A serving
-- role that sets the word for itself is still not the owner.
CREATE FUNCTION kith_is_erasing() RETURNS boolean LANGUAGE sql STABLE
AS $$
    SELECT current_setting('kith.erasing', true) = 'yes'
       AND current_user::text = (SELECT pg_get_userbyid(relowner)::text FROM pg_class WHERE oid = 'core_ledger'::regclass)
$$;

-- Who decides what is destroyed, and who may confirm it: `core.permissions` says the same (a test compares them).
CREATE FUNCTION kith_decides() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM core_worker w WHERE w.id = kith_worker() AND w.is_active
                   AND w.role = 'information_governance_lead')
$$;
CREATE FUNCTION kith_confirms() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM core_worker w WHERE w.id = kith_worker() AND w.is_active
                   AND w.role IN ('information_governance_lead', 'service_manager'))
$$;
REVOKE ALL ON FUNCTION kith_is_erasing, kith_decides, kith_confirms FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_is_erasing, kith_decides, kith_confirms TO kith_app;

-- That something was erased never goes.
CREATE FUNCTION kith_erasure_stays() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'is_listed' - 'is_deleted' = to_jsonb(OLD) - 'is_listed' - 'is_deleted' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'that something was erased is never taken back';
END $$;
CREATE TRIGGER core_erasure_stays BEFORE UPDATE OR DELETE ON core_erasure
    FOR EACH ROW EXECUTE FUNCTION kith_erasure_stays();
CREATE TRIGGER core_erased_object_stays BEFORE UPDATE OR DELETE ON core_erased_object
    FOR EACH ROW EXECUTE FUNCTION kith_erasure_stays();

-- What is still to be written into the list outside the database, and what the store must still be rid of: a worker
-- process does it for nobody, so row security would show it nothing. Ids and object names, whichever case they are of.
CREATE FUNCTION kith_unlisted_erasures() RETURNS SETOF core_erasure
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT * FROM core_erasure WHERE NOT is_listed ORDER BY at, id $$;

CREATE FUNCTION kith_erasure_listed(which uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ UPDATE core_erasure SET is_listed = true WHERE id = which AND NOT is_listed $$;

CREATE FUNCTION kith_objects_to_delete(which uuid) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT name FROM core_erased_object WHERE NOT is_deleted AND (which IS NULL OR erased_by = which) ORDER BY name $$;

CREATE FUNCTION kith_object_deleted(which text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ UPDATE core_erased_object SET is_deleted = true WHERE name = which AND NOT is_deleted $$;

REVOKE ALL ON FUNCTION kith_unlisted_erasures, kith_erasure_listed, kith_objects_to_delete, kith_object_deleted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_unlisted_erasures, kith_erasure_listed, kith_objects_to_delete, kith_object_deleted
    TO kith_app;
