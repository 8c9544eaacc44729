-- As plpgsql these keep their plans for as long as the connection lives; as SQL they were planned anew by every statement.
CREATE OR REPLACE FUNCTION kith_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT coalesce(array_agg(DISTINCT a.case_id), '{}')
        FROM record_access a
        WHERE a.worker_id = kith_worker()
          -- a few seconds, as the clocks of the web server and of the database may differ
          AND a.from_at <= clock_timestamp() + interval '5 seconds'
          AND (a.until_at IS NULL OR a.until_at > clock_timestamp())
          AND (kith_case() IS NULL OR a.case_id = kith_case())
    );
END $$;
