-- The roles and the database of Kith, for a PostgreSQL of your own (15 or newer, UTF-8). As a superuser, once:
--   psql -f roles.sql
-- then give each role its password, which psql turns into a verifier before it leaves your keyboard:
--   psql -c '\password kith_owner'    (and kith_app, kith_family)
-- None of them is a superuser and none may set row security aside: `kith doctor` looks at it again.
\set ON_ERROR_STOP on
SET password_encryption = 'scram-sha-256';
CREATE ROLE kith_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION NOCREATEDB;
CREATE ROLE kith_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION NOCREATEDB;
CREATE ROLE kith_family LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION NOCREATEDB;
-- The database's log quotes the values that an error refuses: nothing of a case may stand in it.
ALTER ROLE kith_owner SET log_min_error_statement = 'panic';
ALTER ROLE kith_app SET log_min_error_statement = 'panic';
ALTER ROLE kith_family SET log_min_error_statement = 'panic';
CREATE DATABASE kith OWNER kith_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE kith FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE kith TO kith_owner, kith_app;
GRANT CONNECT ON DATABASE kith TO kith_family;
\connect kith
ALTER SCHEMA public OWNER TO kith_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO kith_app, kith_family;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
