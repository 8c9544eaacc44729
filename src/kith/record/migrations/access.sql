-- The cases that the asking worker may open now; only the one that is meant, where one is (`kith.case`).
-- Owned by the owner role, which row security does not bind, so that it may read the access rows themselves.
CREATE FUNCTION kith_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT a.case_id), '{}')
    FROM record_access a
    WHERE a.worker_id = kith_worker()
      -- a few seconds, as the clocks of the web server and of the database may differ
      AND a.from_at <= clock_timestamp() + interval '5 seconds'
      AND (a.until_at IS NULL OR a.until_at > clock_timestamp())
      AND (kith_case() IS NULL OR a.case_id = kith_case())
$$;
REVOKE ALL ON FUNCTION kith_cases FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_cases TO kith_app;

-- A case that its maker has this moment opened and that nobody may open yet: its first access row may be written.
CREATE FUNCTION kith_is_new_case(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (SELECT 1 FROM record_case c WHERE c.id = asked AND c.opened_by_id = kith_worker())
       AND NOT EXISTS (SELECT 1 FROM record_access a WHERE a.case_id = asked)
$$;
REVOKE ALL ON FUNCTION kith_is_new_case FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_is_new_case TO kith_app;
