CREATE OR REPLACE FUNCTION exhibits_original_stays() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF kith_is_erasing() THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'an original, and how it came, never change';
END $$;

CREATE OR REPLACE FUNCTION exhibits_custody_stays() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF kith_is_erasing() THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'custody is append-only';
END $$;

CREATE TRIGGER exhibits_exhibit_held BEFORE DELETE ON exhibits_exhibit FOR EACH ROW EXECUTE FUNCTION kith_held_stays();
