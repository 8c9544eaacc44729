-- Which of these objects of the store does no row name? Asked by a worker process for nobody, to whom row security would show
-- no row at all. An object is known by its file's id, the last 32 digits of its name.
CREATE FUNCTION kith_unnamed_objects(names text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT name FROM unnest(names) AS name
    WHERE NOT EXISTS (SELECT FROM core_stored_file f WHERE f.id = right(name, 32)::uuid)
$$;

-- What the whole agency keeps, in bytes: for its own limit, which no row may be looked at for.
CREATE FUNCTION kith_stored_bytes() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT coalesce(sum(size_bytes), 0)::bigint FROM core_stored_file $$;

REVOKE ALL ON FUNCTION kith_unnamed_objects, kith_stored_bytes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_unnamed_objects, kith_stored_bytes TO kith_app;
